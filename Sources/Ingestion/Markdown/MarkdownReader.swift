public import Documents

/// Reads Markdown: headings, paragraphs, lists, tables, quotes, code and footnotes, with the inline marks taken off.
///
/// Reference: <https://spec.commonmark.org/0.31.2/> with the tables, task lists and footnotes of GitHub's dialect and a
/// front matter of plain `key: value` lines. What a line-based reading cannot tell apart is read as text.
public struct MarkdownReader: Sendable {
  public init() {}

  /// The document that a text holds. O(length of the text).
  ///
  /// - Parameter text: UTF-8, as ``TextDecoder`` gives it.
  public func document(from text: [UInt8], id: String, source: String, title: String? = nil) -> Document {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }[...]
    let metadata = FrontMatter.take(from: &lines)
    var scanner = MarkdownScanner(lines: lines)
    var assembly = TextAssembly(pieces: scanner.pieces(), title: title ?? metadata.title)
    assembly.run()
    let content = assembly.builder.content
    var document = Document(
      id: id, source: source, metadata: metadata, text: content.text, blocks: content.blocks, links: assembly.links)
    document.metadata.title = assembly.title
    return document
  }
}

/// The fields before a Markdown text, between lines of three dashes.
enum FrontMatter {
  private static let longest = 200

  /// Takes the front matter off the lines, if they begin with one.
  static func take(from lines: inout ArraySlice<ArraySlice<UInt8>>) -> Metadata {
    var metadata = Metadata()
    guard let first = lines.first, isFence(first) else { return metadata }
    guard let end = lines.dropFirst().prefix(longest).firstIndex(where: isFence) else { return metadata }
    for line in lines[(lines.startIndex + 1)..<end] {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = unquoted(line[(colon + 1)...].trimmed)
      guard !value.isEmpty else { continue }
      let key = line[..<colon].trimmed
      if key.equalsIgnoringCase("title") { metadata.title = value }
      if key.equalsIgnoringCase("author") { metadata.authors = [value] }
      if key.equalsIgnoringCase("description") { metadata.description = value }
      if key.equalsIgnoringCase("lang") || key.equalsIgnoringCase("language") { metadata.language = value.lowercased() }
      if key.equalsIgnoringCase("date"), let date = day(value) { metadata.published = date }
    }
    lines = lines[(end + 1)...]
    return metadata
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool { line.trimmed.elementsEqual("---".utf8) }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> String {
    var value = value
    if value.count >= 2, let quote = value.first, quote == value.last, quote == 0x22 || quote == 0x27 {
      value = value.dropFirst().dropLast()
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// The day at the start of an ISO 8601 date; nil for any other form.
  private static func day(_ value: String) -> String? {
    let day = Array(value.utf8.prefix(10))
    let isDate =
      day.count == 10
      && day.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : byte.isDigit
      }
    return isDate ? String(decoding: day, as: UTF8.self) : nil
  }
}
