/// Parts the surface tokens that are two or more syntactic words: "don't", "body's", "cannot".
///
/// Endings with an apostrophe are split off wherever they occur; fused forms without one come from a table.
package struct CliticSplitter: Sendable {
  /// Endings, each with the characters that are split off; the apostrophe is ' or ’.
  private static let endings = ["n't", "'s", "'m", "'re", "'ve", "'ll", "'d"].map { Array($0.utf8) }
  /// Fused forms by the number of bytes of their first word.
  private static let fused: [[UInt8]: Int] = [
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "dont": 2, "doesnt": 4, "didnt": 3,
    "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "havent": 4,
    "hasnt": 3, "hadnt": 3, "cant": 2, "wont": 2, "im": 1, "ive": 1, "youre": 3, "theyre": 4, "thats": 4, "whats": 4,
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = $1.value }
  private static let longestFused = 8

  package init() {}

  /// Appends the byte ranges of a token's words.
  package func words(of token: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, into words: inout [Range<Int>]) {
    guard token.count >= 2 else {
      words.append(token)
      return
    }
    if token.count <= Self.longestFused, bytes[token.lowerBound] >= 0x41,
      let length = fusedLength(bytes, token)
    {
      words.append(token.lowerBound..<token.lowerBound + length)
      words.append(token.lowerBound + length..<token.upperBound)
      return
    }
    var end = token.upperBound
    var endings: [Range<Int>] = []
    while endings.count < 3, let start = endingStart(bytes, token.lowerBound..<end) {
      endings.append(start..<end)
      end = start
    }
    words.append(token.lowerBound..<end)
    words.append(contentsOf: endings.reversed())
  }

  private func fusedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Range<Int>) -> Int? {
    let last = bytes[token.upperBound - 1] | 0x20
    guard
      last == UInt8(ascii: "t") || last == UInt8(ascii: "a") || last == UInt8(ascii: "e")
        || last == UInt8(ascii: "s") || last == UInt8(ascii: "m")
    else { return nil }
    // "IM" and "WONT" in capitals are as likely abbreviations: only the first letter may be large.
    let rest = bytes[token.dropFirst()]
    guard rest.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
    return Self.fused[bytes[token].map { $0 | 0x20 }]
  }

  /// Where an ending starts that leaves at least one byte before it.
  private func endingStart(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let last = bytes[range.upperBound - 1]
    // The possessive of a plural: the apostrophe alone, as ' or as the three bytes of ’.
    if let length = apostrophe(bytes, endingAt: range.upperBound, from: range.lowerBound) {
      let start = range.upperBound - length
      guard start > range.lowerBound, bytes[start - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
      return start
    }
    guard last >= 0x41 else { return nil }
    for ending in Self.endings {
      if let start = match(bytes, range, ending) { return start }
    }
    return nil
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ ending: [UInt8]) -> Int? {
    var place = range.upperBound
    for byte in ending.reversed() {
      if byte == UInt8(ascii: "'") {
        guard let length = apostrophe(bytes, endingAt: place, from: range.lowerBound) else { return nil }
        place -= length
      } else {
        guard place > range.lowerBound, bytes[place - 1] | 0x20 == byte else { return nil }
        place -= 1
      }
    }
    return place > range.lowerBound ? place : nil
  }

  private func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from start: Int) -> Int? {
    if end > start, bytes[end - 1] == UInt8(ascii: "'") { return 1 }
    if end - 3 >= start, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x99 { return 3 }
    return nil
  }
}
