/// How many slips of the pen lie between two words.
enum EditDistance {
  /// The optimal string alignment distance (Damerau-Levenshtein without edits inside an exchanged pair), nil where it is
  /// more than `limit`.
  ///
  /// Complexity: O(*n* · *m*) time, three rows of memory.
  static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let change = previous[j] + (left[i] == right[j] ? 0 : 1)
        var best = min(change, previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      (before, previous) = (previous, row)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
