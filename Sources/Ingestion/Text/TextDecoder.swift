/// Turns the bytes of a text of unknown encoding into clean UTF-8.
///
/// The encoding is what a byte order mark says, else UTF-16 if every other byte is zero, else UTF-8 if the bytes are
/// valid, else windows-1252, as the WHATWG Encoding Standard takes unlabelled text of the West.
public struct TextDecoder: Sendable {
  public enum Encoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "windows-1252"
  }

  public init() {}

  /// The text as UTF-8, without byte order mark, zero-width signs and soft hyphens, no-break spaces as plain ones.
  ///
  /// Ill-formed sequences become U+FFFD. O(n).
  public func decode(_ bytes: [UInt8]) -> (text: [UInt8], encoding: Encoding) {
    let encoding = encoding(of: bytes)
    let text: [UInt8]
    switch encoding {
    case .utf8: text = bytes
    case .windows1252: text = Self.decodeWindows1252(bytes)
    case .utf16LittleEndian: text = Self.decodeUTF16(bytes, high: 1)
    case .utf16BigEndian: text = Self.decodeUTF16(bytes, high: 0)
    }
    return (Self.cleaned(text), encoding)
  }

  /// The encoding that ``decode(_:)`` would take.
  public func encoding(of bytes: [UInt8]) -> Encoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let head = bytes.prefix(256)
    if head.count >= 4, head.count % 2 == 0 || head.count == 256 {
      let even = head.indices.filter { $0 % 2 == 0 && head[$0] == 0 }.count
      let odd = head.indices.filter { $0 % 2 == 1 && head[$0] == 0 }.count
      if odd * 10 > head.count * 4, even == 0 { return .utf16LittleEndian }
      if even * 10 > head.count * 4, odd == 0 { return .utf16BigEndian }
    }
    return String(validating: bytes, as: UTF8.self) != nil ? .utf8 : .windows1252
  }

  private static func decodeUTF16(_ bytes: [UInt8], high: Int) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func decodeWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text.append(contentsOf: Unicode.UTF8.encode(scalar)!)
      }
    }
    return text
  }

  /// Code points of the bytes 0x80 to 0x9F. Reference: <https://encoding.spec.whatwg.org/#windows-1252>
  private static let windows1252: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}",
    "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}",
    "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}",
    "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
  ]

  private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      switch (byte, next, third) {
      case (0xC2, 0xA0, _):
        text.append(0x20)
        index += 2
      case (0xC2, 0xAD, _):
        index += 2
      case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF):
        text.append(0x20)
        index += 3
      case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):
        text.append(0x0A)
        index += 3
      case (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF), (0xE2, 0x81, 0xA0):
        index += 3
      default:
        text.append(byte)
        index += 1
      }
    }
    return text
  }
}
