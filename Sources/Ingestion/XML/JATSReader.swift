public import Documents
import MarkupParsing

/// Reads a journal article in JATS or its predecessor NLM (the form of PubMed Central).
///
/// Reference: ANSI/NISO Z39.96 (JATS 1.3), <https://jats.nlm.nih.gov/archiving/>
public struct JATSReader: Sendable {
  public init() {}

  /// Whether bytes that begin so are such an article.
  static func begins(_ head: ArraySlice<UInt8>) -> Bool {
    let head = Array(head)
    guard let article = head.firstPlace(of: "<article") else { return false }
    let rest = Array(head[(article + 8)...])
    return head.firstPlace(of: "//NLM//DTD") != nil || head.firstPlace(of: "JATS") != nil
      || rest.firstPlace(of: "<front") != nil || Array(rest.prefix(400)).firstPlace(of: "article-type") != nil
  }

  /// The article's abstract, body, figures' captions, tables and references. O(size).
  public func document(from bytes: [UInt8], id: String, source: String) -> Document {
    let tree = MarkupTree(xml: bytes)
    var drafter = JATSDrafter(tree: tree)
    drafter.run()
    let content = drafter.builder.content
    return Document(
      id: id, source: source, metadata: Self.metadata(of: tree), text: content.text, blocks: content.blocks,
      diagnostics: tree.problems.map { Diagnostic($0, input: source) })
  }

  private static func metadata(of tree: MarkupTree) -> Metadata {
    func text(_ name: String, in node: Int = 0) -> String? {
      tree.first(named: name, in: node).map { collapsed(tree.text(of: $0)) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let front = tree.first(named: "article-meta") else { return Metadata(title: text("article-title")) }
    let authors = tree.subtree(of: front).filter { !tree.isText($0) && tree.name(of: $0) == "name" }.compactMap {
      name in
      [text("given-names", in: name), text("surname", in: name)].compactMap(\.self).joined(separator: " ")
    }
    let date = tree.first(named: "pub-date", in: front).flatMap { date in
      text("year", in: date).map { year in
        ([year] + ["month", "day"].compactMap { text($0, in: date) }.map { $0.count == 1 ? "0" + $0 : $0 })
          .joined(separator: "-")
      }
    }
    let language = tree.first(named: "article").flatMap { tree.value(ofAttributeNamed: "xml:lang", at: $0) }
    return Metadata(
      title: text("article-title", in: front), authors: authors.filter { !$0.isEmpty },
      published: date.flatMap { $0.allSatisfy { $0.isNumber || $0 == "-" } ? $0 : nil },
      language: language?.lowercased(),
      site: text("journal-title"),
      keywords: tree.subtree(of: front).filter { !tree.isText($0) && tree.name(of: $0) == "kwd" }
        .map { collapsed(tree.text(of: $0)) },
      license: text("license-p", in: front))
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
