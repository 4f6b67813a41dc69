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
  /// A sample of the document's text, by which copies of it are found.
  public var signature: ShingleSignature?
  public var claims: [Claim]

  public init(
    doc: String, source: String, title: String, published: String? = nil, signature: ShingleSignature? = nil,
    claims: [Claim]
  ) {
    self.doc = doc
    self.source = source
    self.title = title
    self.published = published
    self.signature = signature
    self.claims = claims
  }
}

// What claims files may leave out, and what they must not hold.

extension EntityReference {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    name = try fields.decode(String.self, forKey: .name)
    guard name.contains(where: { !$0.isWhitespace }) else { throw fields.corrupted(.name, "The name is empty.") }
    type = try fields.decode(EntityType.self, forKey: .type)
    aliases = try fields.decodeIfPresent([String].self, forKey: .aliases) ?? []
    ids = try fields.decodeIfPresent([String].self, forKey: .ids) ?? []
  }
}

extension Evidence {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    text = try fields.decode(String.self, forKey: .text)
    start = try fields.decodeIfPresent(Int.self, forKey: .start) ?? 0
    end = try fields.decodeIfPresent(Int.self, forKey: .end) ?? start
    guard start >= 0, end >= start else { throw fields.corrupted(.end, "The offsets do not go from start to end.") }
    section = try fields.decodeIfPresent(String.self, forKey: .section) ?? ""
    rule = try fields.decodeIfPresent(String.self, forKey: .rule) ?? ""
  }
}

extension Claim {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    subject = try fields.decode(EntityReference.self, forKey: .subject)
    relation = try fields.decode(RelationType.self, forKey: .relation)
    object = try fields.decode(EntityReference.self, forKey: .object)
    polarity = try fields.decodeIfPresent(Polarity.self, forKey: .polarity) ?? .positive
    certainty = try fields.decodeIfPresent(Certainty.self, forKey: .certainty) ?? .asserted
    confidence = try fields.decodeIfPresent(Double.self, forKey: .confidence) ?? 1
    guard (0...1).contains(confidence) else {
      throw fields.corrupted(.confidence, "The confidence is not between 0 and 1.")
    }
    evidence = try fields.decodeIfPresent([Evidence].self, forKey: .evidence) ?? []
  }
}

extension DocumentClaims {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    doc = try fields.decode(String.self, forKey: .doc)
    guard !doc.isEmpty else { throw fields.corrupted(.doc, "The document's id is empty.") }
    source = try fields.decodeIfPresent(String.self, forKey: .source).flatMap { $0.isEmpty ? nil : $0 } ?? doc
    title = try fields.decodeIfPresent(String.self, forKey: .title) ?? ""
    published = try fields.decodeIfPresent(String.self, forKey: .published)
    signature = try fields.decodeIfPresent(ShingleSignature.self, forKey: .signature)
    claims = try fields.decode([Claim].self, forKey: .claims)
  }
}

extension KeyedDecodingContainer {
  fileprivate func corrupted(_ key: Key, _ message: String) -> DecodingError {
    .dataCorruptedError(forKey: key, in: self, debugDescription: message)
  }
}
