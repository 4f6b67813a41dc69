public import GraphModel
import Ontology

/// A conflict with its sides in words and the best sentence of each.
public struct ConflictReport: Sendable, Hashable, Codable {
  /// A sentence that speaks for a side.
  public struct Sentence: Sendable, Hashable, Codable {
    public var text: String
    public var source: String
    public var title: String
    public var hedged: Bool
  }

  /// A relation, or its denial.
  public struct Side: Sendable, Hashable, Codable {
    /// "vitamin E increases bleeding", "not: vitamin E increases bleeding".
    public var statement: String
    public var relation: String
    public var polarity: Polarity
    public var belief: Double
    /// "2 sources say yes".
    public var support: String
    /// At most two sentences, the plainest and surest first.
    public var evidence: [Sentence]
  }

  public var kind: Conflict.Kind
  public var subject: String
  public var object: String
  public var weight: Double
  public var sides: [Side]
}

extension OpenGraph {
  /// Where the sources disagree, the most serious first.
  ///
  /// - Throws: `GraphStoreError`.
  public func conflicts() throws -> [ConflictReport] {
    let schema = try Schema.bundled()
    return try Conflict.all(in: store, schema: schema).map { conflict in
      let subject = try store.entity(at: conflict.subject)
      let object = try store.entity(at: conflict.object)
      let polarities: [Polarity] = conflict.kind == .contested ? [.positive, .negative] : [.positive]
      let sides = try conflict.relations.flatMap { relation in
        let phrase = schema[relation.type]?.phrase ?? relation.type.rawValue
        return try polarities.map { try side($0, of: relation, stating: "\(subject.name) \(phrase) \(object.name)") }
      }
      return ConflictReport(
        kind: conflict.kind, subject: subject.id, object: object.id, weight: conflict.weight, sides: sides)
    }
  }

  private func side(
    _ polarity: Polarity, of relation: Relation, stating statement: String
  ) throws -> ConflictReport.Side {
    let isPositive = polarity == .positive
    let support = relation.support
    let own = Support(
      affirming: isPositive ? support.affirming : 0, affirmingHedged: isPositive ? support.affirmingHedged : 0,
      denying: isPositive ? 0 : support.denying, denyingHedged: isPositive ? 0 : support.denyingHedged)
    let evidence = try store.evidence(of: relation.index).enumerated().filter { $0.element.polarity == polarity }
      .sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }.prefix(2).map(\.element)
    return ConflictReport.Side(
      statement: isPositive ? statement : "not: \(statement)", relation: relation.type.rawValue, polarity: polarity,
      belief: isPositive ? relation.belief : relation.denial, support: own.description,
      evidence: evidence.map {
        ConflictReport.Sentence(
          text: $0.place.text, source: $0.document.source, title: $0.document.title, hedged: $0.certainty == .hedged)
      })
  }

  private func rank(_ evidence: GraphEvidence, _ offset: Int) -> (Int, Double, Int) {
    (evidence.certainty == .asserted ? 0 : 1, -evidence.confidence, offset)
  }
}
