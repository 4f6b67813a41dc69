/// A table whose columns were lost: each row one line, its cells parted by single spaces.
///
/// Text extractors leave tables like this: "Zinc Supports immunity Meat, nuts". A row's cells begin with capitals, so a
/// capital after a lower-case word that asks for no continuation starts a cell; the rows agree on how many there are. The
/// first column names things that the article speaks of elsewhere, which parts it from the second.
struct CollapsedTable {
  private let header: [ArraySlice<UInt8>]
  private let rows: [[ArraySlice<UInt8>]]
  /// Phrases of the whole text and of the table alone.
  private let article: PhraseCounts
  private let own: PhraseCounts

  /// Whether a run of lines may be such a table at all: a test that costs little.
  static func isCandidate(_ lines: [ArraySlice<UInt8>]) -> Bool {
    guard lines.count >= 3, lines.count <= 200, lines[0].trimmed.isTitleCased, lines[0].words.count >= 2 else {
      return false
    }
    return lines.allSatisfy { line in
      let line = line.trimmed
      guard let first = line.first, let last = line.last else { return false }
      return !first.isLowercase && !line.endsSentence && last != UInt8(ascii: ":") && last != UInt8(ascii: ",")
        && line.count <= 400 && ListMarker(at: line) == nil
    }
  }

  init(_ lines: [ArraySlice<UInt8>], article: PhraseCounts) {
    header = lines[0].words
    rows = lines.dropFirst().map(\.words)
    self.article = article
    own = PhraseCounts(lines)
  }

  /// The table, or nil if the rows do not agree on their columns.
  var table: TextTable? {
    var starts = rows.map { row in row.indices.filter { $0 > 0 && startsCell($0, of: row) } }
    guard let count = starts.map(\.count).mode, count >= 1 else { return nil }
    let agreeing = starts.count { $0.count == count }
    guard agreeing >= 2, agreeing * 3 >= rows.count * 2 else { return nil }
    for index in rows.indices where starts[index].count < count {
      starts[index] = (starts[index] + startsAfterCodes(rows[index])).sorted()
    }
    let keys = zip(rows, starts).map { row, starts in keyLength(of: row[..<(starts.first ?? row.endIndex)]) }
    let hasKeys = keys.count { $0 != nil } * 2 > rows.count
    var cells: [[[UInt8]]] = []
    for (row, (starts, key)) in zip(rows, zip(starts, keys)) {
      guard starts.count >= count else { return nil }
      var cuts = Array(starts.suffix(count))
      if hasKeys { cuts.insert(key ?? 1, at: 0) }
      guard zip(cuts, cuts.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
      cells.append(Self.cells(row, cuts: cuts))
    }
    let columns = count + (hasKeys ? 2 : 1)
    guard let names = HeaderSplit(header, article: article).cuts(columns: columns) else { return nil }
    return TextTable(rows: [Self.cells(header, cuts: names)] + cells, hasHeader: true)
  }

  private func startsCell(_ index: Int, of row: [ArraySlice<UInt8>]) -> Bool {
    let word = row[index]
    let before = row[index - 1]
    guard let first = word.first, first.isUppercase, let end = before.last, let start = before.first else {
      return false
    }
    guard end.isLetter || end.isDigit || end == UInt8(ascii: ")") || end == UInt8(ascii: "%") else { return false }
    guard !start.isUppercase || end == UInt8(ascii: ")"), !FunctionWords.contains(before) else { return false }
    return !isName(word) || end == UInt8(ascii: ")")
  }

  /// Words with a capital after a short code, "Vitamin D *Nuts*": cells if the row lacks some, else parts of a name.
  private func startsAfterCodes(_ row: [ArraySlice<UInt8>]) -> [Int] {
    row.indices.dropFirst(2).filter { index in
      let before = row[index - 1]
      return row[index].first?.isUppercase == true && before.count <= 3 && !isName(row[index])
        && before.allSatisfy { $0.isUppercase || $0.isDigit } && !FunctionWords.contains(row[index - 2])
    }
  }

  /// Whether the article writes the word with a capital outside the table too.
  private func isName(_ word: ArraySlice<UInt8>) -> Bool {
    let plain = PhraseCounts.plain(word)
    return article.names[plain, default: 0] > own.names[plain, default: 0]
  }

  /// How many words name the row: the longest that the article has elsewhere and that a capital follows.
  private func keyLength(of words: ArraySlice<ArraySlice<UInt8>>) -> Int? {
    (1...PhraseCounts.longest).reversed().first { length in
      guard length < words.count, let next = words[words.startIndex + length].first, next.isUppercase else {
        return false
      }
      let key = words.prefix(length)
      return article[key] > own[key]
    }
  }

  private static func cells(_ words: [ArraySlice<UInt8>], cuts: [Int]) -> [[UInt8]] {
    zip([0] + cuts, cuts + [words.count]).map { Array(words[$0..<$1].joined(separator: [0x20])) }
  }
}

extension [Int] {
  /// The most frequent element, the smaller of equals.
  fileprivate var mode: Int? {
    var counts: [Int: Int] = [:]
    for element in self { counts[element, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}

/// Words that cannot end a cell or a heading's phrase.
enum FunctionWords {
  private static let words: [[UInt8]] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "per", "than",
    "the",
    "to", "via", "vs", "vs.", "with", "without", "&", "/",
  ].map { Array($0.utf8) }

  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    words.contains { word.count == $0.count && zip(word, $0).allSatisfy { $0.lowercased == $1 } }
  }
}
