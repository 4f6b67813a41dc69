internal import Foundation

/// Bytes with the searches that scanning markup needs. Reading past the end gives 0, which no input holds.
struct MarkupBytes {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Borrows `bytes`: for use inside the closure that lends them only.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  subscript(index: Int) -> UInt8 { index < bytes.count && index >= 0 ? bytes[index] : 0 }

  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range.clamped(to: 0..<bytes.count)] }

  subscript(range: ClosedRange<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    self[range.lowerBound..<range.upperBound + 1]
  }

  /// The place of the next such byte, or ``count``.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The place right after the next occurrence of `mark`, or ``count``.
  func end(of mark: StaticString, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      position = firstIndex(of: mark.utf8Start[0], from: position)
      if has(mark, at: position) { return position + mark.utf8CodeUnitCount }
      position += 1
    }
    return bytes.count
  }

  func has(_ mark: StaticString, at position: Int) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard position + length <= bytes.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + position, mark.utf8Start, length) == 0
  }

  /// Whether a range spells an ASCII name, letter case aside.
  func equal(_ range: Range<Int>, toLowercase name: String) -> Bool {
    guard range.count == name.utf8.count else { return false }
    return zip(range, name.utf8).allSatisfy { self[$0] | 0x20 == $1 }
  }

  /// The same for a name as bytes.
  func equal(_ range: Range<Int>, toLowercase name: [UInt8]) -> Bool {
    guard range.count == name.count, range.upperBound <= count else { return false }
    for offset in name.indices where bytes[range.lowerBound + offset] | 0x20 != name[offset] { return false }
    return true
  }

  func contains(_ word: String, in range: Range<Int>) -> Bool {
    guard range.count >= word.utf8.count else { return false }
    return (range.lowerBound...range.upperBound - word.utf8.count).contains {
      equal($0..<$0 + word.utf8.count, toLowercase: word)
    }
  }

  /// Where the end tag of a raw text element begins, or ``count``.
  func endTag(of name: String, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      position = firstIndex(of: UInt8(ascii: "<"), from: position)
      if self[position + 1] == UInt8(ascii: "/"),
        equal(position + 2..<position + 2 + name.utf8.count, toLowercase: name)
      {
        return position
      }
      position += 1
    }
    return bytes.count
  }

  static func isNameStart(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}

/// Where a start tag's name and the tag itself end, and where its attributes pass the bound.
struct TagExtent {
  private(set) var nameEnd: Int
  private(set) var end: Int
  private(set) var cut: Int?

  init(_ input: MarkupBytes, at start: Int) {
    var position = start + 1
    while position < input.count, !MarkupBytes.isSpace(input[position]), input[position] != UInt8(ascii: ">"),
      input[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    nameEnd = position
    var attributes = 0
    while position < input.count {
      let byte = input[position]
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "="), let quoted = TagExtent.endOfQuote(input, after: position) {
        position = quoted
      } else if MarkupBytes.isSpace(byte), !MarkupBytes.isSpace(input[position + 1]) {
        attributes += 1
        if attributes > MarkupTree.Bound.attributes, cut == nil { cut = position }
      }
      position += 1
    }
    if position < input.count {
      end = position + 1
    } else {
      // A quote that never closes: the tag ends where it would without the quote.
      end = input.end(of: ">", from: start)
      cut = cut.map { min($0, end - 1) }
    }
  }

  /// For a quoted value after `=`, the place of the closing quote.
  private static func endOfQuote(_ input: MarkupBytes, after equals: Int) -> Int? {
    var position = equals + 1
    while MarkupBytes.isSpace(input[position]) { position += 1 }
    let quote = input[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    return input.firstIndex(of: quote, from: position + 1)
  }
}
