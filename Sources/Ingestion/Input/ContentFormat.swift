/// What a document's bytes hold, found by looking at them.
public enum ContentFormat: String, Sendable, Hashable, CaseIterable {
  case html, text, binary, empty

  /// How many bytes at the start decide.
  private static let window = 4096

  /// Looks at the first kilobytes. O(1).
  public init(detecting bytes: [UInt8]) {
    let head = bytes.prefix(Self.window)
    guard head.contains(where: { !$0.isSpace }) else {
      self = bytes.allSatisfy(\.isSpace) ? .empty : .text
      return
    }
    if Self.isBinary(bytes) {
      self = .binary
    } else {
      self = Self.isHTML(head) ? .html : .text
    }
  }

  /// Control characters that no text has, unless it is UTF-16.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(window))
    let encoding = TextDecoder().encoding(of: head)
    if encoding == .utf16LittleEndian || encoding == .utf16BigEndian { return false }
    let odd = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    return odd * 20 > head.count
  }

  /// Whether a tag of HTML opens the text, or several occur in it.
  private static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
    var tags = 0
    var index = head.startIndex
    while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      let rest = head[index...]
      if certain.contains(where: { rest.startsIgnoringCase(with: $0) }) { return true }
      if common.contains(where: { isTag($0, at: rest) }) { tags += 1 }
      if tags >= 3 { return true }
    }
    return false
  }

  private static func isTag(_ name: StaticString, at rest: ArraySlice<UInt8>) -> Bool {
    guard rest.startsIgnoringCase(with: name), let end = rest.dropFirst(name.utf8CodeUnitCount).first else {
      return false
    }
    return end == UInt8(ascii: ">") || end == UInt8(ascii: "/") || end.isSpace
  }

  private static let certain: [StaticString] = ["!doctype html", "html", "head>", "body>", "body "]
  private static let common: [StaticString] = [
    "p", "div", "a", "h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "td", "span", "script", "style", "title",
    "meta",
    "link", "article", "section", "main", "br", "img", "/p", "/div", "/a", "/h1", "/h2", "/li", "/ul", "/td", "/tr",
  ]
}
