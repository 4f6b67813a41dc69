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
  mutating func entity(entry: Int, calledBy surface: String) -> Int {
    if let known = indices[.entry(entry)] {
      add(surface, to: known)
      return known
    }
    let known = lexicon.entry(entry)
    let reference = EntityReference(name: known.name, type: known.type, ids: known.ids)
    let index = insert(reference, key: .entry(entry))
    add(surface, to: index)
    return index
  }

  /// The entity of a name that the lexicon does not have.
  mutating func entity(name: String, type: EntityType, calledBy surface: String) -> Int {
    let key = Key.name(name.lowercased(), type)
    let index = indices[key] ?? insert(EntityReference(name: name, type: type), key: key)
    add(surface, to: index)
    return index
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
