import Documents
import MarkupParsing

/// Walks the body of a word-processing document and builds blocks from it.
struct WordDrafter {
  let tree: MarkupTree
  let styles: WordStyles
  var builder = DocumentBuilder()
  private(set) var title: String?
  private var lead: Int?
  /// The block that introduces the list that is being read.
  private var listLead: Int?
  /// The latest item of each list depth.
  private var items: [Int] = []
  private var tables = 0

  init(tree: MarkupTree, styles: WordStyles) {
    self.tree = tree
    self.styles = styles
  }

  mutating func run() {
    guard let body = tree.first(named: "w:body") else { return }
    for node in tree.children(of: body) { read(node) }
  }

  private mutating func read(_ node: Int) {
    guard !tree.isText(node) else { return }
    switch tree.name(of: node) {
    case "w:p": paragraph(node)
    case "w:tbl": table(node)
    case "w:sdt":
      if let content = tree.first(named: "w:sdtContent", in: node) {
        for child in tree.children(of: content) where !tree.isText(child) && tree.name(of: child) != "w:sdt" {
          read(child)
        }
      }
    default: break
    }
  }

  private mutating func paragraph(_ node: Int) {
    let text = Self.text(of: node, in: tree)
    let style = property("w:pStyle", of: node) ?? ""
    if styles.isTitle(style), title == nil {
      title = String(decoding: text[...].trimmed, as: UTF8.self)
    } else if let level = styles.level(of: style) {
      items = []
      if level == 1, title == nil, builder.blocks.isEmpty {
        title = String(decoding: text[...].trimmed, as: UTF8.self)
      } else {
        lead = builder.append(.heading(level: max(level, 2)), text) ?? lead
      }
    } else if let depth = listDepth(of: node, style: style) {
      if items.isEmpty { listLead = builder.introduction(lead) }
      items.removeLast(max(0, items.count - depth))
      let item = builder.append(
        .listItem(depth: items.count, ordinal: nil), text, leadIn: items.last ?? listLead)
      if let item { items.append(item) }
    } else {
      items = []
      lead = builder.append(style.lowercased().contains("quote") ? .quote : .paragraph, text) ?? lead
    }
  }

  private func listDepth(of node: Int, style: String) -> Int? {
    guard tree.first(named: "w:numPr", in: node) != nil || style.hasPrefix("List") else { return nil }
    return min(property("w:ilvl", of: node).flatMap { Int($0) } ?? 0, 8)
  }

  private func property(_ name: String, of paragraph: Int) -> String? {
    tree.first(named: name, in: paragraph).flatMap { tree.value(ofAttributeNamed: "w:val", at: $0) }
  }

  private mutating func table(_ node: Int) {
    items = []
    var rows: [[TableGridCell]] = []
    for row in tree.children(of: node) where !tree.isText(row) && tree.name(of: row) == "w:tr" {
      rows.append(
        tree.children(of: row).filter { !tree.isText($0) && tree.name(of: $0) == "w:tc" }.map { cell in
          TableGridCell(
            text: Self.text(of: cell, in: tree), columnSpan: property("w:gridSpan", of: cell).flatMap { Int($0) } ?? 1,
            isHeader: tree.first(named: "w:tblHeader", in: row) != nil)
        })
    }
    builder.append(rows: rows, table: tables, leadIn: builder.introduction(lead))
    lead = nil
    tables += 1
  }

  /// The text of the runs below a node; tabs and breaks are spaces, deleted text and fields' codes are left out.
  private static func text(of node: Int, in tree: MarkupTree) -> [UInt8] {
    var text: [UInt8] = []
    var isText = false
    for child in tree.subtree(of: node) {
      if tree.isText(child) {
        if isText { text += tree.bytes[tree.textRange(of: child)] }
      } else {
        let name = tree.name(of: child)
        isText = name == "w:t"
        if name == "w:tab" || name == "w:br" || name == "w:cr" || name == "w:p" { text.append(0x20) }
      }
    }
    return text
  }
}
