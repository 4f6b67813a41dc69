import Ontology

/// A claim as one reader put it down, gold or extracted, in the form in which two readings are compared.
struct ReadClaim: Sendable, Hashable {
  /// One end of a claim: all names under which the reader knows it.
  struct End: Sendable, Hashable {
    var names: Set<ComparableName>
    var type: EntityType
    /// The name as written, for people.
    var name: String

    /// The least name, which stands for the end where identity matters.
    var key: ComparableName { names.min()! }

    init(names: [String], type: EntityType) {
      self.names = Set(names.map(ComparableName.init))
      self.type = type
      name = names[0]
    }
  }

  var subject: End
  var relation: RelationType
  var object: End
  var polarity: Polarity
  var certainty: Certainty
  var confidence: Double
  /// Where the reader found it, for people.
  var place: String

  /// Whether subject and object may change places.
  var isSymmetric: Bool

  var description: String { "\(subject.name) --\(relation.rawValue)--> \(object.name)" }

  private struct Key: Hashable {
    var subject, object: ComparableName
    var relation: RelationType
    var polarity: Polarity
  }

  private var key: Key {
    let ends = isSymmetric && object.key < subject.key ? (object.key, subject.key) : (subject.key, object.key)
    return Key(subject: ends.0, object: ends.1, relation: relation, polarity: polarity)
  }

  /// The first claim of each subject, relation, object and polarity.
  static func distinct(_ claims: [ReadClaim]) -> [ReadClaim] {
    var seen: Set<Key> = []
    return claims.filter { seen.insert($0.key).inserted }
  }
}

extension ReadClaim {
  /// The claims of a gold file.
  static func claims(of gold: GoldDocument, symmetric: Set<RelationType>) -> [ReadClaim] {
    let ends = gold.entities.mapValues { End(names: $0.names, type: $0.type) }
    return distinct(
      gold.claims.compactMap { claim in
        guard let subject = ends[claim.s], let object = ends[claim.o] else { return nil }
        return ReadClaim(
          subject: subject, relation: claim.r, object: object, polarity: claim.polarity ?? .positive,
          certainty: claim.certainty ?? .asserted, confidence: 1, place: claim.at?.first ?? "",
          isSymmetric: symmetric.contains(claim.r))
      })
  }

  /// The claims extracted from one article, which may come in several pieces.
  static func claims(of documents: [DocumentClaims], symmetric: Set<RelationType>) -> [ReadClaim] {
    let end = { (entity: EntityReference) in End(names: [entity.name] + entity.aliases, type: entity.type) }
    return distinct(
      documents.flatMap(\.claims).map { claim in
        ReadClaim(
          subject: end(claim.subject), relation: claim.relation, object: end(claim.object), polarity: claim.polarity,
          certainty: claim.certainty, confidence: claim.confidence, place: claim.evidence.first?.text ?? "",
          isSymmetric: symmetric.contains(claim.relation))
      })
  }
}
