internal import CLibXML2
internal import Foundation

/// Finds a text's encoding and turns its bytes into valid UTF-8 without NUL.
///
/// In order of trust: byte order mark, the transport's charset, the declaration in the text itself, UTF-8 where the
/// bytes are valid UTF-8, windows-1252. Bytes beyond ASCII that are valid UTF-8 throughout overrule a declared
/// single-byte or East Asian encoding: such text happens by mistake only.
public struct TextDecoding: Sendable {
  /// Where a text of some kind declares its own encoding.
  public enum Declaration: Sendable { case none, html, xml }

  public let bytes: [UInt8]
  /// A lower-case WHATWG label.
  public let encoding: String
  /// How many places could not be decoded and are U+FFFD now.
  public let invalidBytes: Int
  public let nulBytes: Int

  /// O(length), whatever the bytes.
  public static func decode(_ input: [UInt8], charset: String? = nil, declaration: Declaration = .none) -> TextDecoding
  {
    if let marked = EncodingLabel.byteOrderMark(of: input) {
      return decode(Array(input.dropFirst(marked.length)), as: marked.label)
    }
    if let wide = EncodingLabel.wideEncoding(of: input) { return decode(input, as: wide) }
    let validity = UTF8Validity(of: input)
    let declared =
      charset.flatMap(EncodingLabel.canonical)
      ?? EncodingLabel.declared(in: input, as: declaration).flatMap(EncodingLabel.canonical)
    // Stateful seven-bit encodings are the one case in which ASCII bytes do not mean ASCII.
    if validity.isValid, declared != "iso-2022-jp" {
      return validity.hasNul ? repaired(input, as: "utf-8") : TextDecoding(input, as: "utf-8")
    }
    guard let declared else {
      return decode(input, as: validity.sequences > validity.errors ? "utf-8" : "windows-1252")
    }
    let isMislabelled = declared == "utf-8" && validity.sequences == 0
    return decode(input, as: isMislabelled ? "windows-1252" : declared)
  }

  private init(_ bytes: [UInt8], as encoding: String, invalidBytes: Int = 0, nulBytes: Int = 0) {
    self.bytes = bytes
    self.encoding = encoding
    self.invalidBytes = invalidBytes
    self.nulBytes = nulBytes
  }

  private static func decode(_ input: [UInt8], as encoding: String) -> TextDecoding {
    switch encoding {
    case "utf-8": return repaired(input, as: encoding)
    case "windows-1252": return fromWindows1252(input)
    default:
      guard let converter = CharacterConverter(from: encoding) else { return repaired(input, as: "utf-8") }
      let converted = converter.convert(input)
      let text = repaired(converted.bytes, as: encoding)
      return TextDecoding(
        text.bytes, as: encoding, invalidBytes: converted.invalid, nulBytes: text.nulBytes)
    }
  }

  private static func repaired(_ input: [UInt8], as encoding: String) -> TextDecoding {
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var invalid = 0
    var nul = 0
    var position = 0
    while position < input.count {
      let byte = input[position]
      if byte == 0 {
        nul += 1
        position += 1
      } else if byte < 0x80 {
        output.append(byte)
        position += 1
      } else if let length = UTF8Validity.sequenceLength(input, at: position) {
        output += input[position..<position + length]
        position += length
      } else {
        output += "\u{FFFD}".utf8
        invalid += 1
        position += 1
      }
    }
    return TextDecoding(output, as: encoding, invalidBytes: invalid, nulBytes: nul)
  }

  private static func fromWindows1252(_ input: [UInt8]) -> TextDecoding {
    var output: [UInt8] = []
    output.reserveCapacity(input.count + input.count / 8)
    var nul = 0
    for byte in input {
      switch byte {
      case 0: nul += 1
      case 1..<0x80: output.append(byte)
      default: output += String(Windows1252.scalar(for: byte)).utf8
      }
    }
    return TextDecoding(output, as: "windows-1252", nulBytes: nul)
  }
}

/// What bytes look like as UTF-8.
struct UTF8Validity {
  private(set) var sequences = 0
  private(set) var errors = 0
  private(set) var hasNul = false

  var isValid: Bool { errors == 0 }

  init(of input: [UInt8]) {
    input.withUnsafeBytes { raw in
      var position = 0
      while position < raw.count {
        // Eight ASCII bytes at a time; a NUL is looked for apart.
        while position + 8 <= raw.count,
          raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          position += 8
        }
        guard position < raw.count else { break }
        if raw[position] < 0x80 {
          position += 1
        } else if let length = Self.sequenceLength(raw, at: position) {
          sequences += 1
          position += length
        } else {
          errors += 1
          position += 1
        }
      }
      hasNul = raw.baseAddress.map { memchr($0, 0, raw.count) != nil } ?? false
    }
  }

  /// The length of the well-formed sequence of two to four bytes at a place (Unicode 15, table 3-7), or nil.
  static func sequenceLength(_ input: some RandomAccessCollection<UInt8>, at position: Int) -> Int? {
    func byte(_ offset: Int) -> UInt8 {
      let index = input.index(input.startIndex, offsetBy: position + offset)
      return position + offset < input.count ? input[index] : 0
    }
    func isTail(_ offset: Int) -> Bool { byte(offset) & 0xC0 == 0x80 }
    let second = byte(1)
    switch byte(0) {
    case 0xC2...0xDF: return isTail(1) ? 2 : nil
    case 0xE0: return (0xA0...0xBF).contains(second) && isTail(2) ? 3 : nil
    case 0xED: return (0x80...0x9F).contains(second) && isTail(2) ? 3 : nil
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
    case 0xF0: return (0x90...0xBF).contains(second) && isTail(2) && isTail(3) ? 4 : nil
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
    case 0xF4: return (0x80...0x8F).contains(second) && isTail(2) && isTail(3) ? 4 : nil
    default: return nil
    }
  }
}
