public import GraphModel
internal import Ontology

/// Searches for ways between entities, over relations in either direction.
public struct PathSearch<Source: GraphSource>: Sendable {
  public enum Preference: String, Sendable, Hashable, CaseIterable {
    /// Fewest relations, then most belief.
    case shortest
    /// The greatest product of beliefs, then fewest relations.
    case believed
  }

  let source: Source
  /// Relations with less belief are not walked.
  public var minimumBelief = 0.0
  public var preference = Preference.shortest
  /// Longer ways are not looked for.
  public var lengthLimit = 8

  public init(source: Source) { self.source = source }

  /// The `count` best ways without loops from one of the entities to one of the others, the best first.
  ///
  /// Yen's algorithm over Dijkstra's (J. Y. Yen, Finding the k shortest loopless paths in a network, 1971). Two ways differ
  /// in an entity; between two entities the best believed relation is walked. Complexity: O(*k* · *length* · *m* log *n*)
  /// at worst over the *m* relations within reach.
  public func paths(from starts: [EntityIndex], to ends: [EntityIndex], count: Int) throws -> [Trail] {
    var neighbors = NeighborCache(source: source, minimumBelief: minimumBelief)
    let targets = Set(ends)
    var found: [Trail] = []
    var candidates: [Trail] = []
    for start in starts where !targets.contains(start) {
      if let trail = try best(from: start, to: targets, avoiding: [], [], &neighbors) { candidates.append(trail) }
    }
    while found.count < count, let next = candidates.min(by: { order($0, &neighbors) < order($1, &neighbors) }) {
      candidates.removeAll { $0 == next }
      found.append(next)
      guard found.count < count else { break }
      for trail in try deviations(from: next, to: targets, found, &neighbors) where !candidates.contains(trail) {
        candidates.append(trail)
      }
    }
    return found
  }

  /// The best ways that leave a way at each of its entities and share no next step with a way found before.
  private func deviations(
    from trail: Trail, to targets: Set<EntityIndex>, _ found: [Trail], _ neighbors: inout NeighborCache<Source>
  ) throws -> [Trail] {
    var deviations: [Trail] = []
    for length in trail.hops.indices {
      let root = Trail(start: trail.start, hops: Array(trail.hops[..<length]))
      let used = found.filter { $0.hops.count > length && $0.entities[...length] == root.entities[...length] }
      let blocked = Set(used.map { $0.hops[length].end })
      let visited = Set(root.entities.dropLast())
      guard let rest = try best(from: root.end, to: targets, avoiding: visited, blocked, &neighbors) else { continue }
      let whole = Trail(start: root.start, hops: root.hops + rest.hops)
      if whole.hops.count <= lengthLimit { deviations.append(whole) }
    }
    return deviations
  }

  private func order(_ trail: Trail, _ neighbors: inout NeighborCache<Source>) -> Order {
    Order(cost: trail.hops.reduce(Cost()) { $0 + cost($1) }, ranks: trail.entities.map { neighbors.rank(of: $0) })
  }

  private struct Order {
    var cost: Cost
    var ranks: [Int]

    static func < (left: Order, right: Order) -> Bool {
      left.cost == right.cost ? left.ranks.lexicographicallyPrecedes(right.ranks) : left.cost < right.cost
    }
  }
}

/// What a way costs: compared by `first`, then by `second`.
struct Cost: Comparable {
  var first = 0.0
  var second = 0.0

  static func + (left: Cost, right: Cost) -> Cost {
    Cost(first: left.first + right.first, second: left.second + right.second)
  }

  static func < (left: Cost, right: Cost) -> Bool { (left.first, left.second) < (right.first, right.second) }
}

/// The best relation to each neighbor of the entities that a search has visited.
struct NeighborCache<Source: GraphSource> {
  let source: Source
  let minimumBelief: Double
  private var hops: [EntityIndex: [Hop]] = [:]
  private var ranks: [EntityIndex: Int] = [:]

  init(source: Source, minimumBelief: Double) {
    self.source = source
    self.minimumBelief = minimumBelief
  }

  /// When an entity was first seen; unlike its index it follows from the graph's content.
  mutating func rank(of entity: EntityIndex) -> Int {
    if let known = ranks[entity] { return known }
    ranks[entity] = ranks.count
    return ranks.count - 1
  }

  /// One hop to each neighbor, the best believed (the first in the order of the source among equals), in that order.
  mutating func hops(from entity: EntityIndex) throws -> [Hop] {
    if let known = hops[entity] { return known }
    var best: [EntityIndex: Hop] = [:]
    var order: [EntityIndex: Int] = [:]
    for relation in try source.relations(of: entity, .both)
    where relation.belief > 0 && relation.belief >= minimumBelief {
      let hop = Hop(relation: relation, isForward: relation.subject == entity)
      guard hop.end != entity else { continue }
      if order[hop.end] == nil { order[hop.end] = order.count }
      guard relation.belief > best[hop.end]?.relation.belief ?? 0 else { continue }
      best[hop.end] = hop
    }
    let sorted = best.values.sorted { order[$0.end, default: 0] < order[$1.end, default: 0] }
    hops[entity] = sorted
    return sorted
  }
}
