import Documents
import MarkupParsing

/// Walks a journal article and builds blocks from it.
struct JATSDrafter {
  let tree: MarkupTree
  var builder = DocumentBuilder()
  private var lead: Int?
  private var tables = 0
  /// Elements nest as deep as the parser lets them; sections, lists and items below this depth are read as text.
  private static let deepest = 40

  init(tree: MarkupTree) {
    self.tree = tree
  }

  mutating func run() {
    if let abstract = tree.first(named: "abstract") {
      lead = builder.append(.heading(level: 2), "Abstract".utf8)
      readChildren(of: abstract, level: 3, depth: 0)
    }
    if let body = tree.first(named: "body") { readChildren(of: body, level: 2, depth: 0) }
    if let back = tree.first(named: "back") { readChildren(of: back, level: 2, depth: 0) }
  }

  private mutating func readChildren(of node: Int, level: Int, depth: Int) {
    for child in tree.children(of: node) where !tree.isText(child) { read(child, level: level, depth: depth) }
  }

  /// - Parameter level: The level that a title here has.
  private mutating func read(_ node: Int, level: Int, depth: Int) {
    guard depth < Self.deepest else {
      builder.append(.paragraph, text(of: node))
      return
    }
    switch tree.name(of: node) {
    case "sec", "app", "ack": readChildren(of: node, level: level + (depth == 0 ? 0 : 1), depth: depth + 1)
    case "title": lead = builder.append(.heading(level: min(level, 6)), text(of: node)) ?? lead
    case "p": paragraph(node, depth: depth)
    case "list": list(node, depth: 0, parent: builder.introduction(lead))
    case "def-list": definitions(node)
    case "disp-quote", "boxed-text": readChildren(of: node, level: level + 1, depth: depth + 1)
    case "table-wrap": table(node)
    case "fig": if let caption = tree.first(named: "caption", in: node) { builder.append(.caption, text(of: caption)) }
    case "ref-list": references(node, level: level)
    case "fn": builder.append(.footnote, text(of: node))
    case "fn-group", "app-group", "table-wrap-group", "fig-group":
      readChildren(of: node, level: level, depth: depth + 1)
    default: break
    }
  }

  /// Lists and tables may stand inside a paragraph: they end it.
  private mutating func paragraph(_ node: Int, depth: Int) {
    let inner = tree.children(of: node).filter { child in
      !tree.isText(child) && ["list", "table-wrap", "fig", "def-list", "disp-quote"].contains(tree.name(of: child))
    }
    var start = node + 1
    for block in inner {
      lead = builder.append(.paragraph, text(in: start..<block)) ?? lead
      read(block, level: 6, depth: depth + 1)
      start = tree.subtree(of: block).upperBound
    }
    lead = builder.append(.paragraph, text(in: start..<tree.subtree(of: node).upperBound)) ?? lead
  }

  private mutating func list(_ node: Int, depth: Int, parent: Int?) {
    for item in tree.children(of: node) where !tree.isText(item) && tree.name(of: item) == "list-item" {
      let nested = tree.first(named: "list", in: item)
      let end = nested ?? tree.subtree(of: item).upperBound
      let block = builder.append(.listItem(depth: depth, ordinal: nil), text(in: (item + 1)..<end), leadIn: parent)
      if let nested, depth < Self.deepest { list(nested, depth: depth + 1, parent: block ?? parent) }
    }
  }

  private mutating func definitions(_ node: Int) {
    for item in tree.children(of: node) where !tree.isText(item) && tree.name(of: item) == "def-item" {
      let term = tree.first(named: "term", in: item).flatMap { builder.append(.term, text(of: $0)) }
      if let meaning = tree.first(named: "def", in: item) {
        builder.append(.definition, text(of: meaning), leadIn: term)
      }
    }
  }

  private mutating func table(_ node: Int) {
    let caption = tree.first(named: "caption", in: node).flatMap { builder.append(.caption, text(of: $0)) }
    var rows: [[TableGridCell]] = []
    for row in tree.subtree(of: node) where tree.element(of: row) == .tr {
      rows.append(
        tree.children(of: row).filter { tree.element(of: $0) == .td || tree.element(of: $0) == .th }.map { cell in
          TableGridCell(
            text: text(of: cell), rowSpan: span("rowspan", cell), columnSpan: span("colspan", cell),
            isHeader: tree.element(of: cell) == .th || tree.parent(of: row).map { tree.element(of: $0) } == .thead)
        })
    }
    builder.append(rows: rows, table: tables, leadIn: caption ?? builder.introduction(lead))
    lead = nil
    tables += 1
  }

  private func span(_ name: String, _ cell: Int) -> Int {
    min(max(tree.value(ofAttributeNamed: name, at: cell).flatMap { Int($0) } ?? 1, 1), 1000)
  }

  private mutating func references(_ node: Int, level: Int) {
    if let title = tree.first(named: "title", in: node) {
      lead = builder.append(.heading(level: min(level, 6)), text(of: title)) ?? lead
    }
    for reference in tree.subtree(of: node) where !tree.isText(reference) && tree.name(of: reference) == "ref" {
      builder.append(.reference, text(of: reference))
    }
  }

  private func text(of node: Int) -> [UInt8] { text(in: (node + 1)..<tree.subtree(of: node).upperBound) }

  /// The text of nodes, with a space where blocks part it and without what only leads to another place.
  private func text(in nodes: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      if tree.isText(node) {
        text += tree.bytes[tree.textRange(of: node)]
      } else {
        let name = tree.name(of: node)
        if name == "xref" || name == "object-id" || name == "label" {
          node = tree.subtree(of: node).upperBound
          continue
        }
        if !Self.inline.contains(name) { text.append(0x20) }
      }
      node += 1
    }
    return text
  }

  private static let inline: Set<String> = [
    "bold", "italic", "sub", "sup", "sc", "monospace", "ext-link", "named-content", "styled-content", "underline", "a",
    "b",
    "i", "email", "uri", "surname", "given-names", "year", "volume", "fpage", "lpage", "source", "article-title",
  ]
}
