import MarkupParsing

/// What a document's bytes hold, found by looking at them.
public enum ContentFormat: String, Sendable, Hashable, CaseIterable {
  case html, markdown, text, jats, word, binary, empty

  /// How many bytes at the start decide.
  private static let window = 4096

  /// Looks at the first kilobytes; the name, a path or an address, decides only where they leave a doubt. O(1).
  public init(detecting bytes: [UInt8], name: String = "") {
    let head = bytes.prefix(Self.window)
    guard head.contains(where: { !$0.isSpace }) else {
      self = bytes.allSatisfy(\.isSpace) ? .empty : .text
      return
    }
    if ZipArchive.begins(head) {
      self = .word
    } else if Self.isBinary(bytes) {
      self = .binary
    } else if JATSReader.begins(head) {
      self = .jats
    } else {
      self = Self.isHTML(head) ? .html : Self.isMarkdown(head, name: name) ? .markdown : .text
    }
  }

  /// Control characters that no text has, unless it is UTF-16.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(window))
    if TextDecoding.decode(head).encoding.hasPrefix("utf-16") { return false }
    let odd = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    return BinaryFormat.name(of: head) != nil || odd * 12 > head.count
  }

  /// Whether a tag of HTML opens the text, or several occur in it.
  private static func isHTML(_ head: ArraySlice<UInt8>) -> Bool {
    var tags = 0
    let text = head.drop { $0.isSpace }
    if opening.contains(where: { text.startsIgnoringCase(with: $0) }) { return true }
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

  /// Whether the name says so, or headings with number signs occur beside other marks of Markdown.
  private static func isMarkdown(_ head: ArraySlice<UInt8>, name: String) -> Bool {
    var name = name.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return true }
    let lines = head.split(separator: 0x0A)
    let headings = lines.count { line in
      let level = line.prefix { $0 == UInt8(ascii: "#") }.count
      return (1...6).contains(level) && line.dropFirst(level).first == 0x20
    }
    let text = String(decoding: head, as: UTF8.self)
    return headings >= 2 || (headings == 1 && ["](http", "**", "```", "\n- ", "\n* "].contains { text.contains($0) })
  }

  private static func isTag(_ name: StaticString, at rest: ArraySlice<UInt8>) -> Bool {
    guard rest.startsIgnoringCase(with: name), let end = rest.dropFirst(name.utf8CodeUnitCount).first else {
      return false
    }
    return end == UInt8(ascii: ">") || end == UInt8(ascii: "/") || end.isSpace
  }

  /// What no text begins with: a page whose style sheet comes before anything else.
  private static let opening: [StaticString] = ["<style", "<script", "<!--", "<meta ", "<title>", "<link "]
  private static let certain: [StaticString] = ["!doctype html", "html", "head>", "body>", "body "]
  private static let common: [StaticString] = [
    "p", "div", "a", "h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "td", "span", "script", "style", "title",
    "meta",
    "link", "article", "section", "main", "br", "img", "/p", "/div", "/a", "/h1", "/h2", "/li", "/ul", "/td", "/tr",
  ]
}
