public import Documents
import MarkupParsing

/// Reads a DOCX file: headings by their styles, paragraphs, lists by their numbering, tables with spans.
///
/// Reference: ECMA-376, part 1, section 17 (WordprocessingML).
public struct WordReader: Sendable {
  private let limits: InputLimits

  public init(limits: InputLimits = InputLimits()) {
    self.limits = limits
  }

  static let mainEntry = "word/document.xml"

  /// - Throws: ``InputError`` if the file is broken or holds no text document.
  public func document(from bytes: [UInt8], id: String, source: String) throws -> Document {
    let archive = try ZipArchive(bytes, limits: limits)
    guard let body = try archive.contents(of: Self.mainEntry) else { throw InputError.binary(format: "a ZIP archive") }
    let styles = try archive.contents(of: "word/styles.xml").map { WordStyles(MarkupTree(xml: $0)) }
    var drafter = WordDrafter(tree: MarkupTree(xml: body), styles: styles ?? WordStyles())
    drafter.run()
    let content = drafter.builder.content
    var document = Document(
      id: id, source: source, metadata: Metadata(title: drafter.title), text: content.text, blocks: content.blocks)
    if let core = try archive.contents(of: "docProps/core.xml") { describe(&document, MarkupTree(xml: core)) }
    return document
  }

  /// Title and author from the file's properties (Dublin Core), where the text does not have a title itself.
  private func describe(_ document: inout Document, _ core: MarkupTree) {
    func value(_ name: String) -> String? {
      let text = core.first(named: name).map { core.text(of: $0) } ?? ""
      return text.contains { !$0.isWhitespace } ? text : nil
    }
    document.metadata.title = document.metadata.title ?? value("dc:title")
    document.metadata.authors = value("dc:creator").map { [$0] } ?? []
    document.metadata.language = value("dc:language")?.lowercased()
  }
}

/// What a document's styles say about headings: names differ from language to language, outline levels do not.
struct WordStyles {
  /// Outline levels from 1 by style id.
  private var levels: [String: Int] = [:]
  private var titles: Set<String> = ["Title"]

  init() {}

  init(_ tree: MarkupTree) {
    for node in tree.nodes where !tree.isText(node) && tree.name(of: node) == "w:style" {
      guard let id = tree.value(ofAttributeNamed: "w:styleId", at: node) else { continue }
      let name = tree.first(named: "w:name", in: node).flatMap { tree.value(ofAttributeNamed: "w:val", at: $0) }
      if name?.lowercased() == "title" { titles.insert(id) }
      let outline = tree.first(named: "w:outlineLvl", in: node).flatMap {
        tree.value(ofAttributeNamed: "w:val", at: $0)
      }
      if let level = outline.flatMap({ Int($0) }), level < 6 { levels[id] = level + 1 }
    }
  }

  func isTitle(_ style: String) -> Bool { titles.contains(style) }

  func level(of style: String) -> Int? {
    if let level = levels[style] { return level }
    guard style.lowercased().hasPrefix("heading"), let digit = style.last?.wholeNumberValue else { return nil }
    return (1...6).contains(digit) ? digit : nil
  }
}
