import GraphModel
import Ontology

/// Collects the distinct entities of a document with every name the document uses for them.
struct EntityTable {
  /// What makes two mentions name the same thing.
  private enum Key: Hashable {
    case entry(Int)
    case name(String, EntityType)
  }

  private let lexicon: Lexicon
  private var indices: [Key: Int] = [:]
  private var names: [Set<String>] = []
  private(set) var entities: [EntityReference] = []

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The entity of a lexicon entry, under the entry's preferred name.
  mutating func entity(entry: Int) -> Int {
    if let known = indices[.entry(entry)] { return known }
    let known = lexicon.entry(entry)
    return insert(EntityReference(name: known.name, type: known.type, ids: known.ids), key: .entry(entry))
  }

  /// The entity of a name that the lexicon does not have.
  mutating func entity(name: String, type: EntityType) -> Int {
    let key = Key.name(NormalizedName.words(of: name).joined(separator: " "), type)
    return indices[key] ?? insert(EntityReference(name: name, type: type), key: key)
  }

  /// Records another name for an entity.
  mutating func add(_ name: String, to entity: Int) {
    if !name.isEmpty, name != entities[entity].name { names[entity].insert(name) }
  }

  /// The entities with their aliases sorted.
  func finished() -> [EntityReference] {
    zip(entities, names).map { entity, names in
      var entity = entity
      entity.aliases = names.sorted()
      return entity
    }
  }

  private mutating func insert(_ reference: EntityReference, key: Key) -> Int {
    let index = entities.count
    entities.append(reference)
    names.append([])
    indices[key] = index
    return index
  }
}
