public import Ontology

/// The names of one thing while its documents are read.
public struct EntityDraft: Sendable {
  /// That of the sense that sorts first.
  private var type: EntityType?
  /// How many documents prefer a name, and how many give it besides.
  private var preferred: [String: Int] = [:]
  private var others: [String: Int] = [:]
  private var ids: Set<String> = []

  public init() {}

  /// Adds what one document calls the thing.
  public mutating func add(_ naming: DocumentDigest.Naming) {
    for name in naming.names { add(name, of: naming.sense.type, isPreferred: true, documents: 1) }
    for name in naming.aliases { add(name, of: naming.sense.type, isPreferred: false, documents: 1) }
    add(ids: naming.ids)
  }

  /// Adds a name that so many documents prefer, or give besides.
  public mutating func add(_ name: String, of type: EntityType, isPreferred: Bool, documents: Int) {
    self.type = min(self.type ?? type, type)
    if isPreferred { preferred[name, default: 0] += documents } else { others[name, default: 0] += documents }
  }

  public mutating func add(ids: some Sequence<String>) { self.ids.formUnion(ids) }

  /// Whether a document prefers the name.
  public func isPreferred(_ name: String) -> Bool { preferred[name] != nil }

  /// The thing under the name that most documents prefer; of equals the one with fewer capitals, then the shorter, then
  /// the one that sorts first.
  ///
  /// Spellings vote together: "vitamin B-12" is a vote for `vitamin b12`.
  ///
  /// - Parameter form: A name and type that a person settled.
  public func entity(as form: IdentityRules.Form? = nil) -> Entity {
    var votes: [NameKey: Int] = [:]
    for (name, count) in preferred { votes[NameKey(name), default: 0] += count }
    func rank(_ name: String) -> (Int, Int, Int, Int, String) {
      let capitals = name.unicodeScalars.count { $0.properties.isUppercase }
      return (-votes[NameKey(name)]!, -preferred[name]!, capitals, name.utf8.count, name)
    }
    let name = form?.name ?? preferred.keys.min { rank($0) < rank($1) } ?? ""
    let aliases = Set(preferred.keys).union(others.keys).subtracting([name])
    return Entity(
      type: form?.type ?? type ?? EntityType(rawValue: ""), name: name, aliases: aliases.sorted(), ids: ids.sorted())
  }

  /// The entries that lead from its names to it.
  func names(of entity: Entity, at index: EntityIndex) -> [NameIndex.Entry] {
    ([entity.name] + entity.aliases).map { name in
      NameIndex.Entry(key: NameKey(name), entity: index, isPreferred: name == entity.name || isPreferred(name))
    }
  }
}
