internal import Linguistics

/// The way through a dependency tree from one word to another.
struct DependencyPath: Sendable {
  /// Words from the start up to, not including, the top.
  var up: [Int]
  /// The lowest word above both ends; one of the ends where the other hangs on it.
  var top: Int
  /// Words from below the top down to the end, included.
  var down: [Int]

  var length: Int { up.count + down.count }
  /// The words between the two ends but for the top.
  var inner: [Int] { up.dropFirst() + down.dropLast() }
}

extension SyntaxGraph {
  static let maximumPathLength = 12

  /// The path between two words of one sentence; nil where it is longer than ``maximumPathLength`` or there is none.
  func path(from start: Int, to end: Int) -> DependencyPath? {
    var up = [start]
    while let last = up.last, head(of: last) >= 0, up.count <= Self.maximumPathLength { up.append(head(of: last)) }
    var down: [Int] = []
    var current = end
    for _ in 0...Self.maximumPathLength {
      if let meeting = up.firstIndex(of: current) {
        guard meeting + down.count <= Self.maximumPathLength else { return nil }
        up.removeSubrange(meeting...)
        down.reverse()
        return DependencyPath(up: up, top: current, down: down)
      }
      down.append(current)
      current = head(of: current)
      if current < 0 { return nil }
    }
    return nil
  }
}
