internal import MarkupParsing

/// The text of one block while it is collected: white space folded, invisible characters gone, line breaks kept.
struct LineBuffer {
  private(set) var bytes: [UInt8] = []
  /// Whether white space is kept as it stands (`pre`).
  var isVerbatim = false
  private var pendingSpace = false

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    pendingSpace = false
  }

  /// A line break that the author set.
  mutating func addBreak() {
    if isVerbatim || !bytes.isEmpty && bytes.last != 0x0A { bytes.append(0x0A) }
    pendingSpace = false
  }

  mutating func add(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      // Runs of plain text go over in one piece.
      var end = position
      while end < range.upperBound, source[end] > 0x20, source[end] < 0xC2 || source[end] == 0xC3 { end += 1 }
      if end > position {
        flushSpace()
        bytes.append(contentsOf: source[position..<end])
        position = end
        continue
      }
      position += addSpecial(source, at: position, before: range.upperBound)
    }
  }

  /// Adds white space or a character beyond Latin-1 letters and returns its length.
  private mutating func addSpecial(_ source: UnsafeBufferPointer<UInt8>, at position: Int, before end: Int) -> Int {
    let byte = source[position]
    if byte <= 0x20 {
      addSpace(byte)
      return 1
    }
    let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, end - position)
    let second = length > 1 ? source[position + 1] : 0
    let third = length > 2 ? source[position + 2] : 0
    switch (byte, second, third) {
    // No-break space.
    case (0xC2, 0xA0, _): addSpace(0x20)
    // Soft hyphen, zero-width space, byte order mark.
    case (0xC2, 0xAD, _), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): break
    // Line and paragraph separator.
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): addBreak()
    case (0xC2, 0x80...0x9F, _):
      flushSpace()
      bytes += String(Windows1252.scalar(for: second)).utf8
    default:
      flushSpace()
      bytes.append(contentsOf: source[position..<position + length])
    }
    return length
  }

  private mutating func addSpace(_ byte: UInt8) {
    if isVerbatim {
      bytes.append(byte)
    } else if !bytes.isEmpty, bytes.last != 0x0A {
      pendingSpace = true
    }
  }

  private mutating func flushSpace() {
    if pendingSpace { bytes.append(0x20) }
    pendingSpace = false
  }
}
