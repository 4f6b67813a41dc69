import Foundation
public import Ontology

/// A normalised name with a type: what one name means if nothing else is known.
public struct Sense: Sendable, Hashable, Comparable {
  public var type: EntityType
  public var key: NameKey

  public init(type: EntityType, key: NameKey) {
    self.type = type
    self.key = key
  }

  public static func < (left: Self, right: Self) -> Bool { (left.type, left.key) < (right.type, right.key) }
}

/// The claims of one document in canonical form: every thing once, every statement once with all its places, all sorted.
///
/// What the graph is made of, in memory and in the store alike. Making a digest of a document twice, or of its claims in
/// another order, gives the same value.
public struct DocumentDigest: Sendable, Hashable {
  /// What the document calls one thing.
  public struct Naming: Sendable, Hashable {
    public var sense: Sense
    /// The spellings of the preferred name, sorted.
    public var names: [String]
    /// Other names, sorted. None has the key of the sense.
    public var aliases: [String]
    /// CURIEs, sorted.
    public var ids: [String]

    public init(sense: Sense, names: [String], aliases: [String], ids: [String]) {
      self.sense = sense
      self.names = names
      self.aliases = aliases
      self.ids = ids
    }
  }

  /// A relation as the document states it, with one polarity and certainty.
  public struct Statement: Sendable, Hashable {
    /// Indices of ``DocumentDigest/namings``.
    public var subject: Int
    public var relation: RelationType
    public var object: Int
    public var polarity: Polarity
    public var certainty: Certainty
    /// The highest of the claims that make it.
    public var confidence: Double
    /// Sorted by offset, without repetitions; one empty place where the claim named none.
    public var places: [Evidence]

    public init(
      subject: Int, relation: RelationType, object: Int, polarity: Polarity, certainty: Certainty, confidence: Double,
      places: [Evidence]
    ) {
      self.subject = subject
      self.relation = relation
      self.object = object
      self.polarity = polarity
      self.certainty = certainty
      self.confidence = confidence
      self.places = places
    }
  }

  public var document: GraphDocument
  /// By which copies of the document are found.
  public var signature: ShingleSignature
  /// Sorted by sense.
  public var namings: [Naming]
  /// Sorted by subject, relation, object, polarity, certainty.
  public var statements: [Statement]

  public init(
    document: GraphDocument, signature: ShingleSignature = ShingleSignature(), namings: [Naming],
    statements: [Statement]
  ) {
    self.document = document
    self.signature = signature
    self.namings = namings
    self.statements = statements
  }

  /// Complexity: O(*n* log *n*) in the claims.
  public init(_ claims: DocumentClaims) {
    self.init(
      document: GraphDocument(
        doc: claims.doc, source: claims.source, title: claims.title, published: claims.published),
      signature: claims.signature ?? ShingleSignature(), claims: claims.claims)
  }

  /// The digest of documents that share a source: their claims together under the name that sorts first.
  ///
  /// - Precondition: `documents` is not empty.
  init(sameSource documents: [DocumentClaims]) {
    let first = documents.min { ($0.doc, $0.title, $0.published ?? "") < ($1.doc, $1.title, $1.published ?? "") }!
    var whole = first
    whole.claims = documents.flatMap(\.claims)
    self.init(whole)
  }

  private init(document: GraphDocument, signature: ShingleSignature, claims: [Claim]) {
    var table: [Sense: DraftNaming] = [:]
    var statements: [StatementKey: DraftStatement] = [:]
    for claim in claims {
      let key = StatementKey(
        subject: Self.note(claim.subject, in: &table), relation: claim.relation,
        object: Self.note(claim.object, in: &table),
        polarity: claim.polarity, certainty: claim.certainty)
      statements[key, default: DraftStatement()].add(claim)
    }
    for key in statements.keys {
      table[key.subject]!.related.insert(key.object)
      table[key.object]!.related.insert(key.subject)
    }
    let senses = table.keys.sorted()
    let index = Dictionary(uniqueKeysWithValues: senses.enumerated().map { ($1, $0) })
    self.init(
      document: document, signature: signature,
      namings: senses.map { table[$0]!.naming(of: $0) },
      statements: statements.sorted { $0.key < $1.key }.map { key, draft in
        Statement(
          subject: index[key.subject]!, relation: key.relation, object: index[key.object]!, polarity: key.polarity,
          certainty: key.certainty, confidence: draft.confidence,
          places: draft.places.isEmpty ? [.unplaced] : draft.places.sorted(by: Evidence.isOrdered))
      })
  }

  private static func note(_ reference: EntityReference, in table: inout [Sense: DraftNaming]) -> Sense {
    let sense = Sense(type: reference.type, key: NameKey(reference.name))
    table[sense, default: DraftNaming()].add(reference)
    return sense
  }
}

extension Evidence {
  /// Stands for the place of a claim that names none.
  static let unplaced = Evidence(text: "", start: 0, end: 0, section: "", rule: "")

  static func isOrdered(_ left: Evidence, _ right: Evidence) -> Bool {
    (left.start, left.end, left.text, left.section, left.rule)
      < (right.start, right.end, right.text, right.section, right.rule)
  }
}

private struct StatementKey: Hashable, Comparable {
  var subject: Sense
  var relation: RelationType
  var object: Sense
  var polarity: Polarity
  var certainty: Certainty

  static func < (left: Self, right: Self) -> Bool {
    (left.subject, left.relation, left.object, left.polarity.rawValue, left.certainty.rawValue)
      < (right.subject, right.relation, right.object, right.polarity.rawValue, right.certainty.rawValue)
  }
}

private struct DraftStatement {
  var confidence = 0.0
  var places: Set<Evidence> = []

  mutating func add(_ claim: Claim) {
    confidence = max(confidence, claim.confidence)
    places.formUnion(claim.evidence)
  }
}

private struct DraftNaming {
  var names: Set<String> = []
  var aliases: Set<String> = []
  var ids: Set<String> = []
  /// The things that the document relates to this one: they are not it.
  var related: Set<Sense> = []

  mutating func add(_ reference: EntityReference) {
    names.insert(Self.composed(reference.name))
    aliases.formUnion(reference.aliases.map(Self.composed))
    ids.formUnion(reference.ids)
  }

  /// Unicode's composed form, so that names which are equal are equal byte for byte.
  private static func composed(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping
  }

  /// Spellings of the preferred name among the aliases are names; names of related things are dropped.
  func naming(of sense: Sense) -> DocumentDigest.Naming {
    var names = names
    var others: [String] = []
    for alias in aliases where !alias.isEmpty {
      let key = NameKey(alias)
      if key == sense.key {
        names.insert(alias)
      } else if !related.contains(Sense(type: sense.type, key: key)) {
        others.append(alias)
      }
    }
    return DocumentDigest.Naming(sense: sense, names: names.sorted(), aliases: others.sorted(), ids: ids.sorted())
  }
}
