internal import Ontology

/// The schema as small integers and bit masks: which relations two entity types allow.
struct SchemaIndex: Sendable {
  let types: [EntityType]
  let relations: [RelationType]
  /// What marks a feature as one for a relation, by the relation's number.
  let suffixes: [FeatureSuffix]
  private let typeNumbers: [EntityType: Int]
  private let relationNumbers: [RelationType: Int]
  private let masks: [RelationMask]
  /// The relations that say the same either way round.
  private(set) var symmetric = RelationMask()

  /// - Precondition: at most 32 relations, which the schema's loader checks.
  init(_ schema: Schema) {
    types = schema.entityTypes
    relations = schema.relations.map(\.type)
    suffixes = relations.map { FeatureSuffix($0.rawValue) }
    typeNumbers = Dictionary(uniqueKeysWithValues: types.enumerated().map { ($1, $0) })
    relationNumbers = Dictionary(uniqueKeysWithValues: relations.enumerated().map { ($1, $0) })
    var masks: [RelationMask] = []
    for subject in types {
      for object in types {
        var mask = RelationMask()
        for (number, relation) in schema.relations.enumerated()
        where schema.allows(subject, relation.type, object) {
          mask.insert(number)
        }
        masks.append(mask)
      }
    }
    self.masks = masks
    symmetric = mask(of: schema.symmetricRelations.sorted())
  }

  func number(of type: EntityType) -> Int? { typeNumbers[type] }
  func number(of relation: RelationType) -> Int? { relationNumbers[relation] }

  /// The relations that may link entities of two types, by number.
  func allowed(subject: Int, object: Int) -> RelationMask { masks[subject * types.count + object] }

  func mask(of relations: [RelationType]) -> RelationMask {
    var mask = RelationMask()
    for relation in relations {
      if let number = number(of: relation) { mask.insert(number) }
    }
    return mask
  }
}

/// A set of relations by their numbers in the schema.
struct RelationMask: Sendable, Hashable {
  private(set) var bits: UInt32 = 0

  var isEmpty: Bool { bits == 0 }

  func contains(_ number: Int) -> Bool { bits & (1 << UInt32(number)) != 0 }
  mutating func insert(_ number: Int) { bits |= 1 << UInt32(number) }
  mutating func formUnion(_ other: RelationMask) { bits |= other.bits }
  func intersection(_ other: RelationMask) -> RelationMask { RelationMask(bits: bits & other.bits) }
  func union(_ other: RelationMask) -> RelationMask { RelationMask(bits: bits | other.bits) }
  func subtracting(_ other: RelationMask) -> RelationMask { RelationMask(bits: bits & ~other.bits) }

  /// The members in the order of the schema.
  var numbers: some Sequence<Int> {
    sequence(state: bits) { bits in
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return bits.trailingZeroBitCount
    }
  }
  var count: Int { bits.nonzeroBitCount }
  /// The first member in the order of the schema.
  var first: Int? { isEmpty ? nil : bits.trailingZeroBitCount }

  init() {}
  private init(bits: UInt32) { self.bits = bits }
}
