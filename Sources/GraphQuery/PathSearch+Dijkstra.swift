internal import Foundation
internal import GraphModel

extension PathSearch {
  func cost(_ hop: Hop) -> Cost {
    let doubt = -log(hop.relation.belief)
    return preference == .shortest ? Cost(first: 1, second: doubt) : Cost(first: doubt, second: 1)
  }

  /// The best way to one of the targets that passes none of the entities in `avoiding` and does not begin with a step to one
  /// in `blocked`; nil where there is none within ``lengthLimit``.
  ///
  /// Dijkstra's algorithm with a binary heap; equal costs are settled in the order of first sight, so that the outcome
  /// follows from the graph's content.
  func best(
    from start: EntityIndex, to targets: Set<EntityIndex>, avoiding: Set<EntityIndex>, _ blocked: Set<EntityIndex>,
    _ neighbors: inout NeighborCache<Source>
  ) throws -> Trail? {
    var arrival: [EntityIndex: (cost: Cost, hop: Hop, length: Int)] = [:]
    var settled: Set<EntityIndex> = avoiding
    var heap = Heap()
    heap.push(Heap.Entry(cost: Cost(), rank: neighbors.rank(of: start), entity: start, length: 0))
    while let entry = heap.pop() {
      guard settled.insert(entry.entity).inserted else { continue }
      if entry.entity != start, targets.contains(entry.entity) { return trail(from: start, to: entry.entity, arrival) }
      guard entry.length < lengthLimit else { continue }
      for hop in try neighbors.hops(from: entry.entity) where !settled.contains(hop.end) {
        if entry.entity == start, blocked.contains(hop.end) { continue }
        let total = entry.cost + cost(hop)
        if let known = arrival[hop.end]?.cost, known <= total { continue }
        arrival[hop.end] = (total, hop, entry.length + 1)
        heap.push(
          Heap.Entry(cost: total, rank: neighbors.rank(of: hop.end), entity: hop.end, length: entry.length + 1))
      }
    }
    return nil
  }

  private func trail(
    from start: EntityIndex, to end: EntityIndex, _ arrival: [EntityIndex: (cost: Cost, hop: Hop, length: Int)]
  ) -> Trail {
    var hops: [Hop] = []
    var current = end
    while current != start, let step = arrival[current] {
      hops.append(step.hop)
      current = step.hop.start
    }
    return Trail(start: start, hops: hops.reversed())
  }
}

/// A binary heap of the entities to visit, the cheapest first.
private struct Heap {
  struct Entry {
    var cost: Cost
    var rank: Int
    var entity: EntityIndex
    var length: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.cost == right.cost ? left.rank < right.rank : left.cost < right.cost
    }
  }

  private var entries: [Entry] = []

  mutating func push(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, entries[child] < entries[(child - 1) / 2] {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && entries[child] < entries[least] {
        least = child
      }
      guard least != parent else { return first }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}
