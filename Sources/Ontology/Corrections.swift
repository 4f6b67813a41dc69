/// What a person settled about a graph: applied on top of what the articles say, and kept when they are read again.
///
/// Things are named as an article or the graph names them; any spelling that the graph takes for the same will do.
public struct Corrections: Sendable, Hashable, Codable {
  /// A thing by type and name.
  public struct Thing: Sendable, Hashable, Codable {
    public var type: EntityType
    public var name: String

    public init(type: EntityType, name: String) {
      self.type = type
      self.name = name
    }
  }

  /// A thing with the name and the type that it shall have.
  public struct Change: Sendable, Hashable, Codable {
    public var thing: Thing
    public var name: String
    public var type: EntityType

    public init(thing: Thing, name: String, type: EntityType) {
      self.thing = thing
      self.name = name
      self.type = type
    }
  }

  /// A relation between two things.
  public struct Link: Sendable, Hashable, Codable {
    public var subject: Thing
    public var relation: RelationType
    public var object: Thing

    public init(subject: Thing, relation: RelationType, object: Thing) {
      self.subject = subject
      self.relation = relation
      self.object = object
    }
  }

  /// Names of one thing each.
  public var same: [[Thing]]
  /// Names of as many things each.
  public var different: [[Thing]]
  /// Things to rename or retype. A thing renamed to a name that another bears becomes one with it.
  public var changes: [Change]
  /// Things to leave out, with all that is said about them.
  public var drops: [Thing]
  /// Relations to leave out.
  public var linkDrops: [Link]

  public init(
    same: [[Thing]] = [], different: [[Thing]] = [], changes: [Change] = [], drops: [Thing] = [],
    linkDrops: [Link] = []
  ) {
    self.same = same
    self.different = different
    self.changes = changes
    self.drops = drops
    self.linkDrops = linkDrops
  }

  public var isEmpty: Bool { self == Corrections() }
}
