/// Splits UTF-8 text into atoms, folding case and diacritics on the way.
///
/// A possessive "'s" and hyphens inside a word part atoms without a trace; other punctuation is a barrier.
/// Each call takes the same text again, so that the scanner holds no borrowed memory.
struct AtomScanner {
  /// What a piece of text is.
  enum Piece {
    case word, barrier
  }

  private let limit: Int
  private var position: Int
  /// Where the piece found last begins and ends.
  private(set) var start: Int
  private(set) var end: Int
  /// The folded bytes of the word found last.
  private(set) var folded: [UInt8] = []

  init(range: Range<Int>) {
    limit = range.upperBound
    position = range.lowerBound
    start = range.lowerBound
    end = range.lowerBound
    folded.reserveCapacity(32)
  }

  /// Moves on to the next piece, nil at the end of the range.
  mutating func next(in text: Span<UInt8>) -> Piece? {
    while position < limit {
      let byte = text[position]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        position += 1
        continue
      }
      if Self.isDigit(byte) || Self.isLetter(byte) || (byte >= 0x80 && !isMark(in: text)) {
        start = position
        return Self.isDigit(byte) ? digits(in: text) : letters(in: text)
      }
      if isInnerHyphen(in: text) {
        position += width(in: text)
        continue
      }
      if isPartOfWordBefore(in: text) {
        position += 1
        continue
      }
      start = position
      position += width(in: text)
      end = position
      folded.removeAll(keepingCapacity: true)
      return .barrier
    }
    return nil
  }

  private mutating func digits(in text: Span<UInt8>) -> Piece {
    folded.removeAll(keepingCapacity: true)
    while position < limit {
      let byte = text[position]
      if Self.isDigit(byte) {
        folded.append(byte)
      } else if !(byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")) || position + 1 >= limit
        || !Self.isDigit(text[position + 1])
      {
        break
      } else {
        folded.append(byte)
      }
      position += 1
    }
    end = position
    // The plural of a number belongs to it: "omega-3s".
    if position < limit, text[position] == UInt8(ascii: "s"),
      position + 1 >= limit || !Self.isWordByte(text[position + 1])
    {
      position += 1
      end = position
    }
    return .word
  }

  private mutating func letters(in text: Span<UInt8>) -> Piece {
    folded.removeAll(keepingCapacity: true)
    while position < limit {
      let byte = text[position]
      if Self.isLetter(byte) {
        folded.append(byte | 0x20)
        position += 1
      } else if byte >= 0x80, !isMark(in: text) {
        appendFolded(in: text)
      } else if let width = apostrophe(in: text) {
        guard position + width < limit, Self.isLetter(text[position + width]) else { break }
        end = position
        position += width
        if isPossessive(in: text) {
          position += 1
          return .word
        }
      } else {
        break
      }
    }
    end = position
    return .word
  }

  /// Whether the mark here belongs to the word before it: "H. pylori", "St. John's wort", "2% milk", "Fe2+".
  private func isPartOfWordBefore(in text: Span<UInt8>) -> Bool {
    guard position == end, !folded.isEmpty else { return false }
    let byte = text[position]
    return byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+") || (byte == UInt8(ascii: ".") && folded.count < 3)
  }

  /// Whether the text goes on with a lone "s".
  private func isPossessive(in text: Span<UInt8>) -> Bool {
    guard text[position] | 0x20 == UInt8(ascii: "s") else { return false }
    return position + 1 >= limit || !Self.isLetter(text[position + 1])
  }

  /// The width of an apostrophe that stands here, straight or curly.
  private func apostrophe(in text: Span<UInt8>) -> Int? {
    if text[position] == UInt8(ascii: "'") { return 1 }
    guard position + 2 < limit, text[position] == 0xe2, text[position + 1] == 0x80 else { return nil }
    return text[position + 2] == 0x98 || text[position + 2] == 0x99 ? 3 : nil
  }

  /// Whether a hyphen or dash stands here between two word characters.
  private func isInnerHyphen(in text: Span<UInt8>) -> Bool {
    let width = width(in: text)
    if width == 3 {
      guard text[position] == 0xe2, text[position + 1] == 0x80, 0x90...0x93 ~= text[position + 2] else { return false }
    } else if text[position] != UInt8(ascii: "-") {
      return false
    }
    guard position > 0, position + width < limit else { return false }
    return Self.isWordByte(text[position - 1]) && Self.isWordByte(text[position + width])
  }

  /// Whether the character here is general punctuation or a symbol (U+2000 to U+2BFF) or Latin-1 punctuation.
  private func isMark(in text: Span<UInt8>) -> Bool {
    let byte = text[position]
    return byte == 0xe2 || (byte == 0xc2 && position + 1 < limit && text[position + 1] != 0xb5)
  }

  /// The number of bytes of the character here.
  private func width(in text: Span<UInt8>) -> Int {
    let width =
      switch text[position] {
      case 0xf0...: 4
      case 0xe0...: 3
      case 0xc0...: 2
      default: 1
      }
    return min(width, limit - position)
  }

  /// Appends a character beyond ASCII: Latin letters without their diacritics, Greek letters by name, others as they are.
  private mutating func appendFolded(in text: Span<UInt8>) {
    let width = width(in: text)
    let scalar = width == 2 ? Int(text[position] & 0x1f) << 6 | Int(text[position + 1] & 0x3f) : 0
    switch scalar {
    case 0xc0..<0x180: folded += Self.latin[scalar - 0xc0]
    case 0x3b1: folded += Array("alpha".utf8)
    case 0x3b2: folded += Array("beta".utf8)
    case 0x3b3: folded += Array("gamma".utf8)
    case 0x3b4: folded += Array("delta".utf8)
    case 0x3c9: folded += Array("omega".utf8)
    default: for offset in 0..<width { folded.append(text[position + offset]) }
    }
    position += width
  }

  /// U+00C0 to U+017F without diacritics, in lower case.
  private static let latin: [[UInt8]] = [
    "a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o o o",
    "o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i",
    "i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t",
    "u u u u u u u u u u u u w w y y y z z z z z z s",
  ].joined(separator: " ").split(separator: " ").map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7a ~= byte | 0x20 }
  private static func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte >= 0x80 }
}
