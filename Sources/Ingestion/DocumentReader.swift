public import Documents

/// Reads a document from its bytes, whatever their format.
public struct DocumentReader: Sendable {
  public init() {}

  /// The document that a record holds. Pure: the same record gives the same document.
  ///
  /// - Throws: ``InputError`` if the bytes hold no article.
  public func document(from record: InputRecord) throws -> Document {
    guard record.bytes.contains(where: { !$0.isSpace }) else { throw InputError.empty }
    var document: Document
    switch record.format ?? ContentFormat(detecting: record.bytes, name: record.source) {
    case .empty: throw InputError.empty
    case .binary: throw InputError.binary(format: BinaryFormat.name(of: record.bytes))
    case .html: document = Self.page(record)
    case .jats: document = JATSReader().document(from: record.bytes, id: record.id, source: record.source)
    case .word: document = try WordReader().document(from: record.bytes, id: record.id, source: record.source)
    case .markdown:
      document = MarkdownReader().document(
        from: Self.text(record), id: record.id, source: record.source, title: record.title)
    case .text:
      document = TextReader().document(
        from: Self.text(record), id: record.id, source: record.source, title: record.title)
    }
    document.metadata.title = document.metadata.title ?? record.title
    document.metadata.canonicalURL = document.metadata.canonicalURL ?? record.url
    return document
  }

  private static func text(_ record: InputRecord) -> [UInt8] {
    TextDecoder().decode(record.bytes, charset: record.charset).text
  }

  /// A page's relative links are resolved against its address, which is not where its bytes were read from.
  private static func page(_ record: InputRecord) -> Document {
    let address = record.url ?? record.source
    var document = HTMLReader().document(
      from: record.bytes, id: record.id, source: address, charset: record.charset)
    document.source = record.source
    for index in document.diagnostics.indices { document.diagnostics[index].input = record.source }
    return document
  }
}

/// Names of well-known formats that are not read, for messages.
enum BinaryFormat {
  private static let magic: [(prefix: [UInt8], name: String)] = [
    (Array("%PDF".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "a database"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file"), (Array("PK".utf8), "a ZIP archive"),
  ]

  static func name(of bytes: [UInt8]) -> String? {
    magic.first { bytes.starts(with: $0.prefix) }?.name
  }
}
