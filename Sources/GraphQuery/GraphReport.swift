public import GraphModel
public import Ontology

/// An entity as output shows it.
public struct EntityReport: Sendable, Hashable, Codable {
  public var id: String
  public var name: String
  public var type: EntityType
  public var aliases: [String]

  public init(_ entity: Entity) {
    id = entity.id
    name = entity.name
    type = entity.type
    aliases = entity.aliases
  }
}

/// A place of an article as output shows it.
public struct EvidenceReport: Sendable, Hashable, Codable {
  public var text: String
  public var doc: String
  public var source: String
  public var title: String
  public var section: String
  /// UTF-8 offsets in the document's normalised text.
  public var start: Int
  public var end: Int
  public var rule: String
  public var polarity: Polarity
  public var certainty: Certainty

  public init(_ evidence: GraphEvidence) {
    text = evidence.place.text
    doc = evidence.document.doc
    source = evidence.document.source
    title = evidence.document.title
    section = evidence.place.section
    start = evidence.place.start
    end = evidence.place.end
    rule = evidence.place.rule
    polarity = evidence.polarity
    certainty = evidence.certainty
  }
}

/// A relation as output shows it: its ends by id, how far it is believed, one sentence.
public struct RelationReport: Sendable, Hashable, Codable {
  public var subject: String
  public var relation: RelationType
  public var object: String
  /// "magnesium activates vitamin D".
  public var statement: String
  public var belief: Double
  public var denial: Double
  public var support: Support
  public var evidence: EvidenceReport?
}

/// Turns what queries find into what output shows.
struct Reporter<Source: GraphSource> {
  let source: Source
  let schema: Schema

  /// A relation with its best sentence; of a relation that nobody affirms, the sentence that denies it.
  func report(_ relation: Relation) throws -> RelationReport {
    let evidence = try source.evidence(of: relation.index)
    let side: Polarity = relation.belief > 0 ? .positive : .negative
    return RelationReport(
      subject: try source.entity(at: relation.subject).id, relation: relation.type,
      object: try source.entity(at: relation.object).id, statement: try statement(relation),
      belief: relation.belief.shown,
      denial: relation.denial.shown, support: relation.support,
      evidence: GraphEvidence.best(of: evidence, side).map(EvidenceReport.init))
  }

  /// The relation in words, with "not:" before one that sources only deny.
  func statement(_ relation: Relation) throws -> String {
    let phrase = schema[relation.type]?.phrase ?? relation.type.rawValue
    let denied = relation.belief == 0 ? "not: " : ""
    return try denied + source.entity(at: relation.subject).name + " " + phrase + " "
      + source.entity(at: relation.object).name
  }
}

extension Double {
  /// Four places: what a belief is good for, and the same digits everywhere.
  var shown: Double { (self * 10_000).rounded() / 10_000 }
}
