/// Finds entities by the key of a name: a sorted array searched by halving.
struct NameIndex: Sendable {
  struct Entry: Sendable, Hashable {
    var key: NameKey
    var entity: EntityIndex
    /// Whether an article calls the entity so first of all, rather than besides.
    var isPreferred: Bool
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = Set(entries).sorted {
      ($0.key, $0.isPreferred ? 0 : 1, $0.entity) < ($1.key, $1.isPreferred ? 0 : 1, $1.entity)
    }
  }

  /// The entities that an article calls by the name; where there is none, those that it is a second name of.
  func entities(_ key: NameKey) -> [EntityIndex] {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    let run = entries[low...].prefix { $0.key == key }
    let preferred = run.prefix { $0.isPreferred }
    return (preferred.isEmpty ? run : preferred).map(\.entity)
  }
}
