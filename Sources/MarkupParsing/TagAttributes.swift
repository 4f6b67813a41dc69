/// The attributes of a start tag one after the other, as they stand in markup.
struct TagAttributes {
  private let input: MarkupBytes
  private let end: Int
  private var position: Int
  /// Whether a stroke right before the end, outside of a value, closes the element. Known once all attributes are read.
  private(set) var isSelfClosing = false

  init(_ input: MarkupBytes, of tag: TagExtent) {
    self.input = input
    position = tag.nameEnd
    end = tag.cut ?? (input[tag.end - 1] == UInt8(ascii: ">") ? tag.end - 1 : tag.end)
    if tag.cut != nil { isSelfClosing = input[tag.end - 2] == UInt8(ascii: "/") }
  }

  /// The place of the next name, and with it that of `=` and the value. Attributes whose quote never closes are left out.
  mutating func next() -> (name: Range<Int>, whole: Range<Int>)? {
    while position < end {
      let start = position
      if MarkupBytes.isSpace(input[start]) || input[start] == UInt8(ascii: "/") {
        if input[start] == UInt8(ascii: "/"), start + 1 == end { isSelfClosing = true }
        position += 1
        continue
      }
      repeat { position += 1 } while position < end && !Self.endsName(input[position])
      let name = start..<position
      guard let whole = valueEnd().map({ start..<$0 }) else { return nil }
      return (name, whole)
    }
    return nil
  }

  /// Steps over `=` and a value; nil if the value does not end in the tag.
  private mutating func valueEnd() -> Int? {
    let nameEnd = position
    var next = position
    while next < end, MarkupBytes.isSpace(input[next]) { next += 1 }
    guard next < end, input[next] == UInt8(ascii: "=") else { return nameEnd }
    next += 1
    while next < end, MarkupBytes.isSpace(input[next]) { next += 1 }
    let quote = input[next]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position = min(input.firstIndex(of: quote, from: next + 1) + 1, end + 1)
      return position <= end ? position : nil
    }
    while next < end, !MarkupBytes.isSpace(input[next]) { next += 1 }
    position = next
    return next
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    MarkupBytes.isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
  }

  /// Whether a name is that of an ``Attribute``, letter case aside.
  static func isKnown(_ input: MarkupBytes, _ name: Range<Int>) -> Bool {
    guard name.count < knownNames.count else { return false }
    return knownNames[name.count].contains { input.equal(name, toLowercase: $0) }
  }

  /// The names of all attributes by their length.
  private static let knownNames: [[[UInt8]]] = {
    var names: [[[UInt8]]] = Array(repeating: [], count: 16)
    for attribute in Attribute.allCases { names[attribute.name.utf8.count].append(Array(attribute.name.utf8)) }
    return names
  }()
}
