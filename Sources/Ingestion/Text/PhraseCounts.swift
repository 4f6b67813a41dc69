/// How often phrases of up to three words occur in a text, whatever their case.
struct PhraseCounts {
  private var counts: [String: Int] = [:]
  /// How often words, in lower case here, stand with a capital in the midst of a sentence, as names do.
  private(set) var names: [String: Int] = [:]
  static let longest = 3

  init(_ lines: some Sequence<ArraySlice<UInt8>>) {
    for line in lines {
      let words = line.words
      let plain = words.map(Self.plain)
      for index in words.indices {
        for length in 1...Self.longest where index + length <= words.count {
          counts[plain[index..<(index + length)].joined(separator: " "), default: 0] += 1
        }
        if index > 0, words[index][words[index].startIndex].isUppercase, words[index - 1].allSatisfy(\.isLowercase) {
          names[plain[index], default: 0] += 1
        }
      }
    }
  }

  subscript(words: some Sequence<ArraySlice<UInt8>>) -> Int {
    counts[words.map(Self.plain).joined(separator: " ")] ?? 0
  }

  /// A word in lower case without punctuation at its ends.
  static func plain(_ word: ArraySlice<UInt8>) -> String {
    var slice = word
    while let first = slice.first, !first.isLetter, !first.isDigit { slice.removeFirst() }
    while let last = slice.last, !last.isLetter, !last.isDigit { slice.removeLast() }
    return String(decoding: slice.map(\.lowercased), as: UTF8.self)
  }
}
