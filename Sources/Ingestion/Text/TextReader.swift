public import Documents

/// Reads plain text: finds headings, paragraphs, lists with their lead-ins, tables and FAQ questions by their looks.
///
/// Plain text is often a page that lost its markup, so the reader also knows what such pages look like: items run
/// together in one line after wide gaps, and lines of navigation left in.
public struct TextReader: Sendable {
  public init() {}

  /// The document that a text holds. O(length of the text).
  ///
  /// - Parameters:
  ///   - text: UTF-8, as ``TextDecoder`` gives it.
  ///   - title: The title where it is known from outside; else the text's first line is taken if it is a heading.
  public func document(from text: [UInt8], id: String, source: String, title: String? = nil) -> Document {
    let pieces = TextPiece.pieces(of: text).filter { !Boilerplate.matches($0) }
    var assembly = TextAssembly(pieces: pieces, title: title)
    assembly.run()
    let content = assembly.builder.content
    return Document(
      id: id, source: source, metadata: Metadata(title: assembly.title), text: content.text, blocks: content.blocks)
  }
}
