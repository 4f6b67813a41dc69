/// JSON under construction, with members in the order in which they are added.
struct JSONText {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func object(_ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func array<Element>(_ key: String, _ elements: [Element], _ body: (inout JSONText, Element) -> Void) {
    name(key)
    bytes.append(UInt8(ascii: "["))
    for element in elements { body(&self, element) }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func member(_ key: String, _ value: String?) {
    name(key)
    if let value { quote(value) } else { bytes += "null".utf8 }
  }

  mutating func member(_ key: String, _ value: Int) {
    name(key)
    bytes += String(value).utf8
  }

  mutating func member(_ key: String, _ value: Bool) {
    name(key)
    bytes += (value ? "true" : "false").utf8
  }

  mutating func member(_ key: String, _ values: [String]) {
    array(key, values) { json, value in
      json.separate()
      json.quote(value)
    }
  }

  mutating func member(_ key: String, _ values: [Int]) {
    array(key, values) { json, value in
      json.separate()
      json.bytes += String(value).utf8
    }
  }

  private mutating func name(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func separate() {
    guard let last = bytes.last, !"{[:".utf8.contains(last) else { return }
    bytes.append(UInt8(ascii: ","))
  }

  private mutating func quote(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      var start = 0
      for index in text.indices where Self.isSpecial(text[index]) {
        bytes.append(contentsOf: text[start..<index])
        appendEscape(text[index])
        start = index + 1
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscape(_ byte: UInt8) {
    switch byte {
    case 0x0A: bytes += "\\n".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0..<0x20:
      let hex = String(byte, radix: 16)
      bytes += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
    default: bytes += [UInt8(ascii: "\\"), byte]
    }
  }
}
