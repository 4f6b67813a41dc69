import Documents

/// A run of Markdown text with its inline marks taken off: emphasis, links, images, code, HTML tags, footnote signs.
struct MarkdownInline {
  /// The text with white space collapsed.
  private(set) var text: [UInt8] = []
  /// Links, by their range in ``text``.
  private(set) var links: [Link] = []

  private let source: ArraySlice<UInt8>

  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    var index = source.startIndex
    while index < source.endIndex { index = scan(index) }
    while text.last == 0x20 { text.removeLast() }
  }

  /// Reads what begins at an index; gives the index after it.
  private mutating func scan(_ index: Int) -> Int {
    let byte = source[index]
    let next = index + 1 < source.endIndex ? source[index + 1] : 0
    switch byte {
    case UInt8(ascii: "\\") where !next.isLetter && !next.isDigit && next != 0:
      append(next)
      return index + 2
    case UInt8(ascii: "`"):
      return index + 1
    case UInt8(ascii: "*"), UInt8(ascii: "~"):
      // A sign between spaces, "2 * 3", is itself.
      if !(next.isSpace && (text.last ?? 0x20).isSpace) { return index + 1 }
    case UInt8(ascii: "_"):
      let before = index > source.startIndex ? source[index - 1] : 0x20
      let isInsideWord = (before.isLetter || before.isDigit) && (next.isLetter || next.isDigit)
      if !isInsideWord { return index + 1 }
    case UInt8(ascii: "!") where next == UInt8(ascii: "["):
      if let (_, _, end) = bracketed(index + 1) { return end }
    case UInt8(ascii: "["):
      if next == UInt8(ascii: "^"), let close = source[index...].firstIndex(of: UInt8(ascii: "]")) { return close + 1 }
      if let (label, target, end) = bracketed(index) {
        appendLink(label, target: target)
        return end
      }
    case UInt8(ascii: "<"):
      if let end = tag(index) {
        if source[(index + 1)...].startsIgnoringCase(with: "br") { append(0x20) }
        return end
      }
    default: break
    }
    append(byte)
    return index + 1
  }

  private mutating func append(_ byte: UInt8) {
    guard byte.isSpace else {
      if byte >= 0x20, byte != 0x7F { text.append(byte) }
      return
    }
    if !text.isEmpty, text.last != 0x20 { text.append(0x20) }
  }

  private mutating func appendLink(_ label: ArraySlice<UInt8>, target: String) {
    let start = text.count
    let inner = MarkdownInline(label)
    text += inner.text
    if !target.isEmpty, text.count > start { links.append(Link(range: start..<text.count, target: target)) }
  }

  private static let longestLink = 4096

  /// "[label](target "title")" or "[label][name]" from the opening bracket on. Labels do not nest.
  private func bracketed(_ open: Int) -> (label: ArraySlice<UInt8>, target: String, end: Int)? {
    let window = source[open...].prefix(Self.longestLink)
    guard let close = window.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let label = source[(open + 1)..<close]
    guard !label.dropFirst().contains(UInt8(ascii: "[")) || label.first == UInt8(ascii: "!") else { return nil }
    let rest = window[(close + 1)...]
    if rest.first == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) {
      let target = source[(close + 2)..<end].prefix { !$0.isSpace }
      return (label, String(decoding: target, as: UTF8.self), end + 1)
    }
    if rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) { return (label, "", end + 1) }
    return nil
  }

  /// The end of an HTML tag or of an address in angle brackets, which is dropped.
  private func tag(_ open: Int) -> Int? {
    guard let first = source[(open + 1)...].first,
      first.isLetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!"),
      let close = source[open...].prefix(Self.longestLink).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return close + 1
  }
}

extension TextPiece {
  /// The piece with its text as it is shown and its links.
  func withoutInlineMarks() -> TextPiece {
    switch form {
    case .code, .table: return self
    default:
      let inline = MarkdownInline(text[...])
      var piece = self
      piece.text = inline.text
      piece.links = inline.links
      return piece
    }
  }
}

extension TextTable {
  func mapCells(_ transform: ([UInt8]) -> [UInt8]) -> TextTable {
    TextTable(rows: rows.map { $0.map(transform) }, hasHeader: hasHeader)
  }
}
