public import GraphModel
public import Ontology

/// The part of a graph that is written out: entities, and the relations between them with their evidence.
///
/// Nodes are sorted by id, edges by subject, relation and object, so that the same graph gives the same bytes.
public struct ExportGraph: Sendable {
  public struct Edge: Sendable {
    /// The ends' ids.
    public var subject: String
    public var object: String
    public var type: RelationType
    /// "is found in".
    public var phrase: String
    public var belief: Double
    public var denial: Double
    public var support: Support
    /// By document source, then by place.
    public var evidence: [GraphEvidence]
  }

  public var nodes: [Entity]
  public var edges: [Edge]

  public init(nodes: [Entity], edges: [Edge]) {
    self.nodes = nodes.sorted { $0.id < $1.id }
    self.edges = edges.sorted { ($0.subject, $0.type, $0.object) < ($1.subject, $1.type, $1.object) }
  }

  /// Takes entities of a graph with the relations among them that pass `isIncluded`.
  public init(
    of entities: [EntityIndex], in source: some GraphSource, schema: Schema, where isIncluded: (Relation) -> Bool
  ) throws {
    var ids: [EntityIndex: String] = [:]
    var nodes: [Entity] = []
    for index in entities {
      let entity = try source.entity(at: index)
      ids[index] = entity.id
      nodes.append(entity)
    }
    var edges: [Edge] = []
    for index in entities {
      for relation in try source.relations(of: index, .outgoing) where isIncluded(relation) {
        guard let subject = ids[relation.subject], let object = ids[relation.object] else { continue }
        edges.append(
          Edge(
            subject: subject, object: object, type: relation.type,
            phrase: schema[relation.type]?.phrase ?? relation.type.rawValue, belief: relation.belief,
            denial: relation.denial, support: relation.support, evidence: try source.evidence(of: relation.index)))
      }
    }
    self.init(nodes: nodes, edges: edges)
  }

  /// Drops nodes that no edge touches.
  public mutating func dropIsolatedNodes() {
    let touched = Set(edges.flatMap { [$0.subject, $0.object] })
    nodes.removeAll { !touched.contains($0.id) }
  }
}

extension ExportGraph.Edge {
  /// How the sources stand to a relation.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// A source states it and none denies it.
    case stated
    /// Sources only hedge it.
    case hedged
    /// Sources stand on both sides.
    case contested
    /// Sources only deny it.
    case denied
  }

  public var standing: Standing {
    if support.isContested { return .contested }
    if support.affirming > 0 { return .stated }
    return support.affirmingHedged > 0 ? .hedged : .denied
  }

  /// Names the edge in a graph: there is one for each subject, relation and object.
  public var key: String { "\(subject)|\(type.rawValue)|\(object)" }

  /// Independent sources that affirm it, and that deny it.
  public var affirmingSources: Int { support.affirming + support.affirmingHedged }
  public var denyingSources: Int { support.denying + support.denyingHedged }

  /// The sentence to show where there is room for one: of the stronger side, plain rather than hedged, the first.
  public var sentence: String {
    let side: Polarity = belief >= denial ? .positive : .negative
    let own = evidence.filter { $0.polarity == side && !$0.place.text.isEmpty }
    return (own.first { $0.certainty == .asserted } ?? own.first)?.place.text ?? ""
  }

  /// The phrase with what a picture must not hide: "not: is found in", "may reduce ..." as "hedged: ...".
  public var label: String {
    switch standing {
    case .stated: phrase
    case .hedged: "maybe: \(phrase)"
    case .contested: "disputed: \(phrase)"
    case .denied: "not: \(phrase)"
    }
  }
}
