/// The entity and relation types that a graph may hold, as read from a schema file.
public struct Schema: Sendable {
  /// A relation with what it may link and how it is worded.
  public struct Relation: Sendable {
    public var type: RelationType
    /// Entity types allowed as subject and object, sorted.
    public var domain: [EntityType]
    public var range: [EntityType]
    /// Whether domain and range must also be of one type (`isA`), up to the groups named in the file.
    public var isSymmetric: Bool
    /// "magnesium *activates* vitamin D".
    public var phrase: String
    /// "vitamin D *is activated by* magnesium".
    public var inversePhrase: String
  }

  public var entityTypes: [EntityType]
  /// In the order of the guide: the first that fits is the one to choose.
  public var relations: [Relation]

  public init(entityTypes: [EntityType], relations: [Relation]) {
    self.entityTypes = entityTypes
    self.relations = relations
  }
}
