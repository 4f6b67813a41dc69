public import Ontology

/// The place of a relation in one ``GraphSource``; see ``EntityIndex``.
public typealias RelationIndex = Int

/// A typed edge of the graph with how far its sources support it.
public struct Relation: Sendable, Hashable {
  /// Its place in the source it came from; its evidence is read by it.
  public var index: RelationIndex
  public var subject: EntityIndex
  public var type: RelationType
  public var object: EntityIndex
  /// ``Belief/affirmation`` and ``Belief/denial``.
  public var belief: Double
  public var denial: Double
  public var support: Support

  public init(
    index: RelationIndex, subject: EntityIndex, type: RelationType, object: EntityIndex, belief: Double, denial: Double,
    support: Support
  ) {
    self.index = index
    self.subject = subject
    self.type = type
    self.object = object
    self.belief = belief
    self.denial = denial
    self.support = support
  }

  /// The end that is not `entity` (the same entity if both are).
  public func end(across entity: EntityIndex) -> EntityIndex { subject == entity ? object : subject }
}

/// An article as the graph knows it.
public struct GraphDocument: Sendable, Hashable, Codable {
  /// The document's id.
  public var doc: String
  /// Where it came from; unique in a graph.
  public var source: String
  public var title: String
  /// The day of publication (`YYYY-MM-DD`), where known.
  public var published: String?

  public init(doc: String, source: String, title: String, published: String? = nil) {
    self.doc = doc
    self.source = source
    self.title = title
    self.published = published
  }
}

/// One place of one article on which a relation rests.
public struct GraphEvidence: Sendable, Hashable {
  public var document: GraphDocument
  /// The smallest source among the copies of the document's article, itself included: evidence of one group is one voice.
  public var group: String
  public var polarity: Polarity
  public var certainty: Certainty
  public var confidence: Double
  /// Text, UTF-8 offsets, section and rule.
  public var place: Evidence

  public init(
    document: GraphDocument, group: String, polarity: Polarity, certainty: Certainty, confidence: Double,
    place: Evidence
  ) {
    self.document = document
    self.group = group
    self.polarity = polarity
    self.certainty = certainty
    self.confidence = confidence
    self.place = place
  }
}
