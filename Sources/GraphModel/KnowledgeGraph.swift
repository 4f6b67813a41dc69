public import Ontology

/// The claims of many documents merged: entities, relations and every piece of evidence, in memory.
///
/// A value that follows from the set of documents alone: their order, and giving one twice, changes nothing. Entities are
/// in the order of their ids and relations in the order of subject, type, object, so that an index is a rank.
///
/// Relations lie in flat arrays in compressed sparse row form: those of subject *s* are
/// `relations[outgoingStart[s]..<outgoingStart[s + 1]]`, and `incoming` holds for each object the relations that reach it.
public struct KnowledgeGraph: Sendable {
  /// Sorted by source.
  public let documents: [GraphDocument]
  /// For each document the index of the first copy of its article.
  public let groups: [Int]
  /// Sorted by id; the index is the ``EntityIndex``.
  public let entities: [Entity]
  /// Sorted by subject, type, object; the index is the ``RelationIndex``.
  public let relations: [Relation]
  /// The first relation of each entity as subject, and the number of relations at the end.
  public let outgoingStart: [Int32]
  /// Relations by object, then by type and subject; the bounds for each entity in `incomingStart`.
  public let incoming: [Int32]
  public let incomingStart: [Int32]

  let evidence: [StatementPlace]
  let evidenceStart: [Int32]
  let names: NameIndex

  /// A piece of evidence with its document's index.
  struct StatementPlace: Sendable, Hashable {
    var document: Int32
    var polarity: Polarity
    var certainty: Certainty
    var confidence: Double
    var place: Evidence
  }

  /// Merges claims; documents that share a source count as one.
  ///
  /// - Parameter corrections: What a person settled; see ``Corrections``.
  /// - Parameter symmetric: Relations that read the same from both ends, as the schema has them; one edge stands for
  ///   either direction.
  public init(
    _ documents: [DocumentClaims], corrections: Corrections = Corrections(), symmetric: Set<RelationType>
  ) {
    let bySource = Dictionary(grouping: documents, by: \.source)
    self.init(
      digests: bySource.values.map(DocumentDigest.init(sameSource:)), corrections: corrections, symmetric: symmetric)
  }

  /// Merges digests.
  ///
  /// - Precondition: No two digests share a source.
  public init(
    digests: [DocumentDigest], corrections: Corrections = Corrections(), symmetric: Set<RelationType>
  ) {
    let sorted = digests.sorted { $0.document.source < $1.document.source }
    let assembly = GraphAssembly(sorted, rules: IdentityRules(corrections), symmetric: symmetric)
    let edges = assembly.edges(symmetric: symmetric)
    documents = assembly.digests.map(\.document)
    groups = assembly.groups
    entities = assembly.entities
    names = NameIndex(assembly.names)

    var relations: [Relation] = []
    var evidence: [StatementPlace] = []
    var evidenceStart: [Int32] = [0]
    for edge in edges {
      let belief = Belief(edge.places.map { $0.testimony(in: assembly.groups) })
      relations.append(
        Relation(
          index: relations.count, subject: edge.subject, type: edge.type, object: edge.object,
          belief: belief.affirmation, denial: belief.denial, support: belief.support))
      evidence += edge.places
      evidenceStart.append(Int32(evidence.count))
    }
    self.relations = relations
    self.evidence = evidence
    self.evidenceStart = evidenceStart
    outgoingStart = Self.starts(relations.map(\.subject), count: entities.count)
    incomingStart = Self.starts(relations.map(\.object), count: entities.count)
    incoming = relations.indices.sorted {
      let (left, right) = (relations[$0], relations[$1])
      return (left.object, left.type, left.subject) < (right.object, right.type, right.subject)
    }.map(Int32.init)
  }

  /// Where the run of each entity begins among edges sorted by that end.
  private static func starts(_ ends: [EntityIndex], count: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: count + 1)
    for end in ends { starts[end + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    return starts
  }
}
