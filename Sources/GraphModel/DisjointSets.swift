/// A partition of 0..<n that grows coarser; the smallest member represents a set.
///
/// Union by least member with path halving: near-constant time an operation on the inputs at hand (Tarjan and van Leeuwen
/// 1984, doi:10.1145/62.2160).
struct DisjointSets: Sendable {
  private var parent: [Int32]

  init(count: Int) {
    parent = (0..<Int32(count)).map { $0 }
  }

  mutating func representative(of element: Int) -> Int {
    var current = element
    while Int(parent[current]) != current {
      parent[current] = parent[Int(parent[current])]
      current = Int(parent[current])
    }
    return current
  }

  /// Whether two elements are in one set. Leaves the forest as it is.
  func areJoined(_ left: Int, _ right: Int) -> Bool { root(of: left) == root(of: right) }

  private func root(of element: Int) -> Int {
    var current = element
    while Int(parent[current]) != current { current = Int(parent[current]) }
    return current
  }

  /// Makes two sets one; false if they were.
  @discardableResult mutating func join(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (representative(of: left), representative(of: right))
    guard one != other else { return false }
    parent[max(one, other)] = Int32(min(one, other))
    return true
  }
}
