import MarkupParsing

/// Turns the bytes of a text of unknown encoding into clean UTF-8.
public struct TextDecoder: Sendable {
  public init() {}

  /// The text as UTF-8 without NUL, byte order mark, zero-width signs and soft hyphens, no-break spaces as plain ones.
  ///
  /// How the encoding is found: `TextDecoding` of MarkupParsing. O(n).
  ///
  /// - Parameter charset: What the transport said about the encoding.
  /// - Returns: The text, the encoding as a WHATWG label and how many places had to be replaced by U+FFFD.
  public func decode(
    _ bytes: [UInt8], charset: String? = nil
  ) -> (text: [UInt8], encoding: String, invalidBytes: Int) {
    let decoded = TextDecoding.decode(bytes, charset: charset)
    return (Self.cleaned(decoded.bytes), decoded.encoding, decoded.invalidBytes)
  }

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
