public import Documents
public import MarkupParsing

/// Reads a web page: finds the article in it and gives it as a document.
///
/// A pure value, safe to share between threads: the same bytes give the same document. Never fails: a page without an
/// article gives a document without text and says so in a diagnostic.
public struct HTMLReader: Sendable {
  public init() {}

  /// Reads the article out of a page of HTML or XHTML. O(length of the page).
  ///
  /// - Parameters:
  ///   - bytes: The page as it was served, in any encoding.
  ///   - id: The document's name in output.
  ///   - source: Where the page came from, for people and for provenance; a URL here resolves relative links.
  ///   - charset: What the transport said about the encoding.
  public func document(from bytes: [UInt8], id: String, source: String, charset: String? = nil) -> Document {
    document(from: MarkupTree(html: bytes, charset: charset), id: id, source: source)
  }

  /// Reads the article out of a page that has been parsed, XHTML from a container for one.
  public func document(from tree: MarkupTree, id: String, source: String) -> Document {
    var document = Document(id: id, source: source)
    let page = PageMap(tree)
    let content = MainContent(of: page)
    let data = StructuredData(tree)
    document.metadata = MetadataReader.read(page, content: content, data: data)
    let drafts = BlockDrafter.draft(page, root: content.root, isExcluded: content.isExcluded)
    let article = ArticleTrimmer.trim(drafts, metadata: document.metadata)
    DocumentAssembler.assemble(PatternStructure.found(in: article, questions: data.questions), into: &document)
    document.diagnostics = tree.problems.map { Diagnostic($0, input: source) }
    if document.text.isEmpty {
      document.diagnostics.append(
        Diagnostic(
          .warning, input: source, message: "The page holds no article text: check that it is the page you mean."))
    }
    return document
  }
}
