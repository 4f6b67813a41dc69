/// Parts the names of a table's columns that stand in one line: "Nutrient Main Function Best Food Sources".
struct HeaderSplit {
  private let words: [ArraySlice<UInt8>]
  private let article: PhraseCounts

  /// Words that begin a column's name and do not end one.
  private static let modifiers: Set<String> = [
    "best", "common", "daily", "dietary", "good", "key", "main", "major", "other", "potential", "primary",
    "recommended",
    "rich", "top", "typical", "possible", "good", "food", "health", "average", "suggested", "notable", "approximate",
  ]
  /// Words that a column's name is often made of alone or begins with.
  private static let nouns: Set<String> = [
    "amount", "benefit", "benefits", "deficiency", "description", "effect", "effects", "example", "examples", "feature",
    "food", "form", "function", "functions", "impact", "importance", "mineral", "minerals", "note", "notes", "nutrient",
    "nutrients", "reason", "role", "source", "sources", "supplement", "symptoms", "synergy", "type", "vitamin",
    "vitamins", "why", "how", "what",
  ]

  init(_ words: [ArraySlice<UInt8>], article: PhraseCounts) {
    self.words = words
    self.article = article
  }

  /// The best places to begin the columns after the first; nil if there are too few words. O(words² · columns).
  func cuts(columns: Int) -> [Int]? {
    guard columns >= 2, words.count >= columns else { return nil }
    let mean = Double(words.count) / Double(columns)
    // best[c][i]: score of parting the first i words into c columns, and where the last of them begins.
    var best: [[(score: Double, start: Int)]] = [[]]
    best.append((0...words.count).map { (($0 == 0 ? -.infinity : -evenness($0, mean)), 0) })
    for column in 2...columns {
      best.append(
        (0...words.count).map { end in
          var choice = (score: -Double.infinity, start: 0)
          for start in stride(from: column - 1, to: end, by: 1) {
            let score = best[column - 1][start].score + boundary(before: start) - evenness(end - start, mean)
            if score > choice.score { choice = (score, start) }
          }
          return choice
        })
    }
    guard best[columns][words.count].score > -.infinity else { return nil }
    var cuts: [Int] = []
    var end = words.count
    for column in stride(from: columns, to: 1, by: -1) {
      end = best[column][end].start
      cuts.append(end)
    }
    return cuts.reversed()
  }

  private func evenness(_ length: Int, _ mean: Double) -> Double {
    let difference = Double(length) - mean
    return 0.05 * difference * difference
  }

  /// How well a new name begins at a word.
  private func boundary(before index: Int) -> Double {
    let word = PhraseCounts.plain(words[index])
    let before = PhraseCounts.plain(words[index - 1])
    if FunctionWords.contains(words[index - 1]) || FunctionWords.contains(words[index]) { return -.infinity }
    var score = 0.0
    if Self.modifiers.contains(word) { score += 1 } else if Self.nouns.contains(word) { score += 0.6 }
    if Self.modifiers.contains(before) { score -= 1.2 }
    if index == 1, Self.nouns.contains(before) { score += 0.8 }
    if article[words[(index - 1)...index]] > 1 { score -= 1.5 }
    return score
  }
}
