/// A name that several entities bear: kept apart, since nothing tells which is meant.
public struct AmbiguousName: Sendable, Hashable, Codable {
  /// An entity that bears the name.
  public struct Bearer: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    /// The name as the entity bears it.
    public var spelling: String
  }

  public var key: NameKey
  /// By id.
  public var bearers: [Bearer]

  /// All ambiguous names of a graph, sorted.
  ///
  /// Complexity: O(*n* log *n*) in the names.
  public static func all(in graph: some GraphSource) throws -> [AmbiguousName] {
    let heads = try graph.heads()
    let rank = Dictionary(uniqueKeysWithValues: heads.enumerated().map { ($1.index, $0) })
    var bearers: [NameKey: [(rank: Int, spelling: String)]] = [:]
    try graph.forEachName { name, entity in
      let (key, rank) = (NameKey(name), rank[entity]!)
      // The names of an entity come together, its preferred one first.
      if bearers[key]?.last?.rank != rank { bearers[key, default: []].append((rank, name)) }
    }
    return bearers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { key, found in
      AmbiguousName(
        key: key,
        bearers: found.sorted { $0.rank < $1.rank }.map {
          Bearer(id: heads[$0.rank].id, name: heads[$0.rank].name, spelling: $0.spelling)
        })
    }
  }
}
