internal import Foundation

/// The entity and relation types that a graph may hold, as read from a schema file.
public struct Schema: Sendable {
  /// A relation with what it may link and how it is worded.
  public struct Relation: Sendable, Hashable {
    public var type: RelationType
    /// Entity types allowed as subject and object, in the order of ``Schema/entityTypes``.
    public var domain: [EntityType]
    public var range: [EntityType]
    /// Whether subject and object may change places.
    public var isSymmetric: Bool
    /// Whether subject and object must also be of one type (`isA`), up to the groups in ``Schema/crossing``.
    public var needsSameType: Bool
    /// "magnesium *activates* vitamin D".
    public var phrase: String
    /// "vitamin D *is activated by* magnesium".
    public var inversePhrase: String
    /// The relations that contradict this one between the same two things, in the order of the file.
    public var contraries: [RelationType]

    public init(
      type: RelationType, domain: [EntityType], range: [EntityType], isSymmetric: Bool = false,
      needsSameType: Bool = false, phrase: String, inversePhrase: String, contraries: [RelationType] = []
    ) {
      self.type = type
      self.domain = domain
      self.range = range
      self.isSymmetric = isSymmetric
      self.needsSameType = needsSameType
      self.phrase = phrase
      self.inversePhrase = inversePhrase
      self.contraries = contraries
    }
  }

  public let entityTypes: [EntityType]
  /// What each entity type holds, for people.
  public let descriptions: [EntityType: String]
  /// Groups of entity types that a relation with ``Relation/needsSameType`` may cross.
  public let crossing: [[EntityType]]
  /// In the order of the guide: the first that fits is the one to choose.
  public let relations: [Relation]
  private let indices: [RelationType: Int]

  public init(
    entityTypes: [EntityType], descriptions: [EntityType: String] = [:], crossing: [[EntityType]] = [],
    relations: [Relation]
  ) {
    self.entityTypes = entityTypes
    self.descriptions = descriptions
    self.crossing = crossing
    self.relations = relations
    indices = Dictionary(relations.enumerated().map { ($1.type, $0) }) { first, _ in first }
  }

  /// The schema that the package brings along.
  public static func bundled() throws -> Schema {
    let url = Bundle.module.bundleURL.appendingPathComponent("Resources/schema.yaml")
    return try Schema(DataFile(yaml: String(contentsOf: url, encoding: .utf8), name: "schema.yaml"))
  }

  /// The relation of a type, nil for one that the schema does not know.
  public subscript(type: RelationType) -> Relation? {
    indices[type].map { relations[$0] }
  }

  /// The relations whose subject and object may change places.
  public var symmetricRelations: Set<RelationType> { Set(relations.filter(\.isSymmetric).map(\.type)) }

  /// The place of a relation in the schema: smaller is more specific.
  public func rank(of type: RelationType) -> Int? { indices[type] }

  /// Whether a relation may link things of these types.
  public func allows(_ subject: EntityType, _ type: RelationType, _ object: EntityType) -> Bool {
    guard let relation = self[type], relation.domain.contains(subject), relation.range.contains(object) else {
      return false
    }
    guard relation.needsSameType, subject != object else { return true }
    return crossing.contains { $0.contains(subject) && $0.contains(object) }
  }
}
