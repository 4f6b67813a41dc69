/// The beginning of a block's text in lower case, for comparison with phrases.
struct Line {
  /// Longer texts are told by their beginnings.
  static let maximumLength = 400

  let bytes: [UInt8]

  init(_ text: ArraySlice<UInt8>) {
    var start = text.prefix(Self.maximumLength)[...]
    while start.count < text.count, let last = start.last, last >= 0x80 { start = start.dropLast() }
    bytes = Self.lowercased(start)
  }

  init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// Lower case for the letters of the web's larger languages (Latin, Greek, Cyrillic), spaces for line feeds.
  private static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(text)
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      switch (previous, byte) {
      case (_, 0x0A): bytes[index] = 0x20
      case (_, 0x41...0x5A): bytes[index] = byte | 0x20
      case (..<0xC3, _): break
      case (0xC3, 0x80...0x96), (0xC3, 0x98...0x9E): bytes[index] = byte + 0x20
      // Capitals are the even ones of pairs, and the odd ones from U+0139 to U+0148 and from U+0179 on.
      case (0xC4, 0x80...0xB7) where byte % 2 == 0, (0xC4, 0xB9...0xBE) where byte % 2 == 1,
        (0xC5, 0x81...0x87) where byte % 2 == 1, (0xC5, 0x8A...0xB6) where byte % 2 == 0,
        (0xC5, 0xB9...0xBD) where byte % 2 == 1:
        bytes[index] = byte + 1
      case (0xCE, 0x91...0x9F), (0xD0, 0x90...0x9F): bytes[index] = byte + 0x20
      case (0xCE, 0xA0...0xAB), (0xD0, 0xA0...0xAF):
        bytes[index - 1] = previous + 1
        bytes[index] = byte - 0x20
      case (0xD0, 0x80...0x8F):
        bytes[index - 1] = previous + 1
        bytes[index] = byte + 0x10
      default: break
      }
      previous = byte
    }
    return bytes
  }

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
    return bytes.withUnsafeBufferPointer { CalendarDate(in: $0) } != nil
  }

  var hasLetter: Bool { bytes.contains { $0 >= 0x80 || $0 >= 0x61 && $0 <= 0x7A } }
}

extension [UInt8] {
  /// Where the bytes of `part` stand first.
  func firstPlace(of part: StaticString) -> Int? {
    let part = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    guard let first = part.first, part.count <= count else { return nil }
    return withUnsafeBufferPointer { bytes in
      (0...bytes.count - part.count).first {
        bytes[$0] == first && bytes[$0..<$0 + part.count].elementsEqual(part)
      }
    }
  }

  /// Whether the bytes of `part` stand somewhere in these.
  func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return false }
    return indices.dropLast(part.count - 1).contains {
      self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
