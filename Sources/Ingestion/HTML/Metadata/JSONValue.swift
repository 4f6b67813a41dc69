/// A JSON value as pages embed it, read with patience: raw line feeds in strings, trailing commas and a cut end are let pass.
enum JSONValue {
  case string(String)
  case number(String)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Nil when not even the beginning is JSON. O(length); nesting past 64 levels reads as null.
  init?(_ text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string, trimmed; nil for anything else and for an empty one.
  var string: String? {
    guard case .string(let string) = self else { return nil }
    return string.trimmed.nonEmpty
  }

  /// The elements of an array, or the value itself as the only one.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [self] }
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private static let maximumDepth = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return depth < Self.maximumDepth ? object(depth: depth) : nil
    case UInt8(ascii: "["): return depth < Self.maximumDepth ? array(depth: depth) : nil
    case UInt8(ascii: "\""): return .string(string())
    default: return scalar()
    }
  }

  private mutating func object(depth: Int) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    position += 1
    while position < bytes.count {
      skipSpace()
      switch current {
      case UInt8(ascii: "}"):
        position += 1
        return .object(members)
      case UInt8(ascii: "\""):
        let key = string()
        skipSpace()
        if current == UInt8(ascii: ":") { position += 1 }
        guard let member = value(depth: depth + 1) else { return .object(members) }
        members.append((key, member))
      default: position += 1
      }
    }
    return .object(members)
  }

  private mutating func array(depth: Int) -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    while position < bytes.count {
      skipSpace()
      switch current {
      case UInt8(ascii: "]"):
        position += 1
        return .array(elements)
      case UInt8(ascii: ","): position += 1
      default:
        guard let element = value(depth: depth + 1) else { return .array(elements) }
        elements.append(element)
      }
    }
    return .array(elements)
  }

  private mutating func string() -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count, current != UInt8(ascii: "\"") {
      if current == UInt8(ascii: "\\") { appendEscape(to: &text) } else { text.append(current) }
      position += 1
    }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func appendEscape(to text: inout [UInt8]) {
    position += 1
    switch current {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"): appendUnicode(to: &text)
    default: text.append(current)
    }
  }

  private mutating func appendUnicode(to text: inout [UInt8]) {
    guard let first = hexadecimal() else { return }
    position += 4
    var scalar = Unicode.Scalar(first)
    if first & 0xFC00 == 0xD800, position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "\\"),
      bytes[position + 2] == UInt8(ascii: "u")
    {
      position += 2
      if let second = hexadecimal(), second & 0xFC00 == 0xDC00 {
        scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        position += 4
      }
    }
    text += String(scalar ?? "\u{FFFD}").utf8
  }

  /// The four digits after the current byte.
  private func hexadecimal() -> UInt32? {
    guard position + 4 < bytes.count else { return nil }
    return UInt32(String(decoding: bytes[position + 1...position + 4], as: UTF8.self), radix: 16)
  }

  private mutating func scalar() -> JSONValue? {
    let start = position
    while position < bytes.count, current > 0x20, !",]}:\"".utf8.contains(current) { position += 1 }
    guard position > start else { return nil }
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let number: return .number(number)
    }
  }
}
