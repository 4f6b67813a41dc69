/// The beginning of a block's text in lower case, for comparison with phrases.
struct Line {
  /// Longer texts are told by their beginnings.
  static let maximumLength = 400

  let bytes: [UInt8]

  init(_ text: ArraySlice<UInt8>) {
    var start = text.prefix(Self.maximumLength)[...]
    while start.count < text.count, let last = start.last, last >= 0x80 { start = start.dropLast() }
    bytes =
      start.allSatisfy { $0 < 0x80 }
      ? start.map { $0 == 0x0A ? 0x20 : $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      : Array(String(decoding: start, as: UTF8.self).lowercased().utf8.map { $0 == 0x0A ? 0x20 : $0 })
  }

  init(_ text: String) { self.init(Array(text.utf8)[...]) }

  var count: Int { bytes.count }
  var last: UInt8? { bytes.last }

  /// Letters and digits alone: what two spellings of one headline have in common.
  var key: [UInt8] {
    // In UTF-8, E2 80 begins the typographic quotes and dashes.
    var key: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        index += 3
        continue
      }
      if bytes[index] >= 0x80 || bytes[index].isDigit || bytes[index] >= 0x61 && bytes[index] <= 0x7A {
        key.append(bytes[index])
      }
      index += 1
    }
    return key
  }

  func begins(with text: StaticString) -> Bool {
    bytes.starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether a full date is written out in the line.
  var holdsDate: Bool {
    guard bytes.contains(where: \.isDigit) else { return false }
    return CalendarDate(in: String(decoding: bytes, as: UTF8.self)) != nil
  }

  var hasLetter: Bool { bytes.contains { $0 >= 0x80 || $0 >= 0x61 && $0 <= 0x7A } }
}

extension [UInt8] {
  /// Whether the bytes of `part` stand somewhere in these.
  func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return false }
    return indices.dropLast(part.count - 1).contains {
      self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
