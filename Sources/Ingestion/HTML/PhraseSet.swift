/// A set of phrases that lines are compared with, sorted by their first bytes.
struct PhraseSet {
  private var byFirstByte: [[[UInt8]]] = Array(repeating: [], count: 256)

  init(_ phrases: [String]) {
    for phrase in phrases { if let first = phrase.utf8.first { byFirstByte[Int(first)].append(Array(phrase.utf8)) } }
  }

  /// Whether a line begins with one of the phrases.
  func begin(_ line: Line) -> Bool { occur(in: line.bytes, at: 0) }

  /// Whether one of the phrases stands anywhere in a line.
  func isIn(_ line: Line) -> Bool { line.bytes.indices.contains { occur(in: line.bytes, at: $0) } }

  /// Whether one of the phrases stands in a line at the beginning of a word.
  func isWord(in line: Line) -> Bool {
    line.bytes.indices.contains { ($0 == 0 || line.bytes[$0 - 1] == 0x20) && occur(in: line.bytes, at: $0) }
  }

  /// Whether one of the phrases is the whole line.
  func equal(_ line: Line) -> Bool { line.bytes.first.map { byFirstByte[Int($0)].contains(line.bytes) } ?? false }

  /// Whether one of the phrases is a word of `words`, which white space parts.
  func isAny(of words: ArraySlice<UInt8>) -> Bool {
    var start = words.startIndex
    while start < words.endIndex {
      let end = words[start...].firstIndex { $0 <= 0x20 } ?? words.endIndex
      if start < end {
        let word = words[start..<end]
        if byFirstByte[Int(words[start])].contains(where: { $0.count == word.count && $0.elementsEqual(word) }) {
          return true
        }
      }
      start = end + 1
    }
    return false
  }

  private func occur(in bytes: [UInt8], at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    return byFirstByte[Int(bytes[position])].contains { phrase in
      position + phrase.count <= bytes.count && bytes[position..<position + phrase.count].elementsEqual(phrase)
    }
  }
}
