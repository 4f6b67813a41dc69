/// A largest set of pairs between two sides in which each member has at most one partner.
///
/// Kuhn's algorithm by augmenting paths, O(vertices · edges): left members in ascending order, their candidates in the order
/// given, so that equal input gives equal pairs. H. W. Kuhn, The Hungarian method for the assignment problem, Naval
/// Research Logistics 2 (1955), doi:10.1002/nav.3800020109.
struct BipartiteMatching: Sendable {
  /// For each left member its partner on the right.
  private(set) var partners: [Int: Int] = [:]

  /// - Parameter candidates: For each left member the right members it may be paired with.
  init(candidates: [[Int]]) {
    var left: [Int: Int] = [:]
    for start in candidates.indices {
      for pair in Self.augmentingPath(from: start, candidates: candidates, left: left) { left[pair.right] = pair.left }
    }
    partners = Dictionary(uniqueKeysWithValues: left.map { ($1, $0) })
  }

  /// The pairs along a path that frees a partner for `start`; empty if there is none.
  ///
  /// A depth-first search with its own stack: `next` is the candidate that a member tries next.
  private static func augmentingPath(
    from start: Int, candidates: [[Int]], left: [Int: Int]
  ) -> [(left: Int, right: Int)] {
    var seen: Set<Int> = []
    var stack: [(member: Int, next: Int)] = [(start, 0)]
    while let top = stack.last {
      guard top.next < candidates[top.member].count else {
        stack.removeLast()
        continue
      }
      let right = candidates[top.member][top.next]
      stack[stack.count - 1].next += 1
      guard seen.insert(right).inserted else { continue }
      guard let holder = left[right] else {
        return stack.map { ($0.member, candidates[$0.member][$0.next - 1]) }
      }
      stack.append((holder, 0))
    }
    return []
  }
}
