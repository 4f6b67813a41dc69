public import Ontology

/// A name for a thing together with its kind, as one article uses it.
public struct EntityReference: Sendable, Hashable, Codable {
  /// The preferred name: the shortest full noun phrase, singular, without articles and quantities.
  public var name: String
  public var type: EntityType
  /// Other names the article uses for the same thing, sorted.
  public var aliases: [String]
  /// Cross-references as CURIEs (`MESH:D014807`), sorted.
  public var ids: [String]

  public init(name: String, type: EntityType, aliases: [String] = [], ids: [String] = []) {
    self.name = name
    self.type = type
    self.aliases = aliases
    self.ids = ids
  }
}

/// Whether an article states or denies a relation.
public enum Polarity: String, Sendable, Hashable, Codable, CaseIterable {
  case positive, negative
}

/// Whether an article states a relation plainly or hedges it.
public enum Certainty: String, Sendable, Hashable, Codable, CaseIterable {
  case asserted, hedged
}

/// One place of an article that states a claim.
public struct Evidence: Sendable, Hashable, Codable {
  /// The sentence, cell or bullet, word for word.
  public var text: String
  /// UTF-8 offsets of the text in the document's normalised text.
  public var start: Int
  public var end: Int
  /// The headings it stands under, outermost first, joined by " > ".
  public var section: String
  /// The rule that read it.
  public var rule: String

  public init(text: String, start: Int, end: Int, section: String, rule: String) {
    self.text = text
    self.start = start
    self.end = end
    self.section = section
    self.rule = rule
  }
}

/// A typed statement of one article with the places it rests on.
public struct Claim: Sendable, Hashable, Codable {
  public var subject: EntityReference
  public var relation: RelationType
  public var object: EntityReference
  public var polarity: Polarity
  public var certainty: Certainty
  /// The probability that a careful reader would write the claim down, from 0 to 1.
  public var confidence: Double
  public var evidence: [Evidence]

  public init(
    subject: EntityReference, relation: RelationType, object: EntityReference, polarity: Polarity = .positive,
    certainty: Certainty = .asserted, confidence: Double = 1, evidence: [Evidence] = []
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.polarity = polarity
    self.certainty = certainty
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// All claims of one document: what `extract` prints and `import` reads, one a line.
public struct DocumentClaims: Sendable, Hashable, Codable {
  /// The document's id.
  public var doc: String
  public var source: String
  public var title: String
  /// The day of publication (`YYYY-MM-DD`), where known.
  public var published: String?
  public var claims: [Claim]

  public init(doc: String, source: String, title: String, published: String? = nil, claims: [Claim]) {
    self.doc = doc
    self.source = source
    self.title = title
    self.published = published
    self.claims = claims
  }
}
