/// A stretch of text without white space, decoded: its characters, their classes and where they lie.
package struct Chunk: Sendable {
  package var scalars: [UInt32] = []
  package var classes: [CharacterClass] = []
  /// Byte offsets of the scalars, and the end as the last element.
  package var offsets: [Int] = []
  /// The first character of the chunk that follows in the block, if any.
  package var next: CharacterClass?
  /// Whether every character is a letter, so that there is nothing to decide.
  var isWord = true

  package init() {}

  package var count: Int { classes.count }

  mutating func append(_ scalar: Unicode.Scalar, _ kind: CharacterClass, at offset: Int) {
    scalars.append(scalar.value)
    classes.append(kind)
    offsets.append(offset)
    if !kind.isLetter && kind != .mark { isWord = false }
  }

  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    next = nil
    isWord = true
  }

  /// Whether a token may end before this character: not inside a run of letters or of digits, nor before a mark.
  package func mayBreak(before index: Int) -> Bool {
    let (left, right) = (classes[index - 1], classes[index])
    if right == .mark { return false }
    if left.isLetter && right.isLetter { return false }
    return left != .digit || right != .digit
  }
}

/// Parts the bytes of a text into chunks.
package struct ChunkReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int
  private var lookahead: (scalar: Unicode.Scalar, kind: CharacterClass, length: Int)?

  /// - Parameter range: UTF-8 offsets on character boundaries.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    peek()
    skipSpace()
  }

  private mutating func peek() {
    guard position < end else {
      lookahead = nil
      return
    }
    let (scalar, length) = UTF8Decoding.scalar(bytes, at: position, end: end)
    lookahead = (scalar, CharacterClass(of: scalar), length)
  }

  private mutating func skipSpace() {
    while let current = lookahead, current.kind == .space {
      position += current.length
      peek()
    }
  }

  /// Reads the next chunk into `chunk`; false at the end.
  package mutating func next(into chunk: inout Chunk) -> Bool {
    chunk.removeAll()
    guard lookahead != nil else { return false }
    while let current = lookahead, current.kind != .space {
      chunk.append(current.scalar, current.kind, at: position)
      position += current.length
      peek()
    }
    chunk.offsets.append(position)
    skipSpace()
    chunk.next = lookahead?.kind
    return true
  }
}

/// Decoding of single characters.
enum UTF8Decoding {
  /// The character that starts at a byte and its length; U+FFFD of length 1 for bytes that are not UTF-8.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[start]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, start + length <= end else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      guard bytes[start + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(bytes[start + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
