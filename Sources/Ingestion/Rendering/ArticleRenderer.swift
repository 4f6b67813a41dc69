public import Documents

/// Writes an article for people and programs: plain text, Markdown or one JSON object on a line.
public struct ArticleRenderer: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    /// The body alone, as offsets refer to it.
    case text
    /// Everything that the reader kept: title, headings, lists, tables, quotes, code.
    case markdown
    /// One line: `{"id", "source", "title", "authors", "published", "language", ..., "text", "blocks", "links"}`.
    case json
  }

  public let format: Format

  public init(_ format: Format) { self.format = format }

  /// The article with a line feed at its end; nothing for an article without text in plain text. O(size of the document).
  public func render(_ document: Document) -> String {
    switch format {
    case .text: document.text.isEmpty ? "" : document.text + "\n"
    case .markdown: MarkdownWriter.write(document)
    case .json: ArticleJSON.write(document) + "\n"
    }
  }
}
