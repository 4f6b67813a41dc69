public import Ontology

/// The place of an entity in one ``GraphSource``: dense from 0 in a ``KnowledgeGraph``, a row of the store.
///
/// It means nothing in another source, nor in the same store after a write; ``Entity/id`` does.
public typealias EntityIndex = Int

/// A thing of the graph with every name the articles use for it.
public struct Entity: Sendable, Hashable, Codable, Identifiable {
  /// Type and normalised name: `Nutrient:vitamin_d`. Follows from the content alone.
  public var id: String
  public var type: EntityType
  /// The name that most articles prefer.
  public var name: String
  /// The other names, sorted.
  public var aliases: [String]
  /// Cross-references as CURIEs (`MESH:D014807`), sorted.
  public var ids: [String]

  public init(type: EntityType, name: String, aliases: [String] = [], ids: [String] = []) {
    self.id = Self.id(type: type, key: NameKey(name))
    self.type = type
    self.name = name
    self.aliases = aliases
    self.ids = ids
  }

  /// The id of the entity that has this type and normalised name.
  public static func id(type: EntityType, key: NameKey) -> String {
    type.rawValue + ":" + key.rawValue.replacing(" ", with: "_")
  }
}
