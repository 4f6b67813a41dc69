internal import Documents

/// Writes a document as Markdown (CommonMark with GitHub's tables).
struct MarkdownWriter {
  private let document: Document
  private let text: [UInt8]
  private var output = ""
  private var nextLink = 0

  static func write(_ document: Document) -> String {
    var writer = MarkdownWriter(document: document)
    writer.run()
    return writer.output
  }

  private init(document: Document) {
    self.document = document
    text = Array(document.text.utf8)
  }

  private mutating func run() {
    if let title = document.metadata.title { output += "# \(title)\n" }
    var index = 0
    while index < document.blocks.count {
      if index > 0 || !output.isEmpty, !continuesList(index) { output += "\n" }
      if case .tableCell(let cell) = document.blocks[index].kind {
        let end = document.blocks[index...].firstIndex { !$0.isCell(of: cell.table) } ?? document.blocks.count
        writeTable(index..<end)
        index = end
      } else {
        write(document.blocks[index])
        index += 1
      }
    }
  }

  private func continuesList(_ index: Int) -> Bool {
    guard index > 0, case .listItem = document.blocks[index].kind, case .listItem = document.blocks[index - 1].kind
    else { return false }
    return true
  }

  private mutating func write(_ block: Block) {
    let content = inline(block.range)
    switch block.kind {
    case .heading(let level): output += String(repeating: "#", count: min(max(level, 2), 6)) + " \(content)\n"
    case .question: output += "### \(content)\n"
    case .listItem(let depth, let ordinal):
      let mark = ordinal.map { "\($0)." } ?? "-"
      output += String(repeating: "  ", count: depth) + "\(mark) \(content)\n"
    case .quote: output += "> " + content.replacing("\n", with: "\n> ") + "\n"
    case .code: output += "```\n\(document.text(in: block.range))\n```\n"
    case .term: output += "**\(content)**\n"
    case .definition: output += ": \(content)\n"
    case .caption: output += "*\(content)*\n"
    case .paragraph, .answer, .footnote, .reference, .tableCell: output += content + "\n"
    }
  }

  private mutating func writeTable(_ cells: Range<Int>) {
    let places = cells.compactMap { index -> (index: Int, cell: TableCell)? in
      guard case .tableCell(let cell) = document.blocks[index].kind else { return nil }
      return (index, cell)
    }
    let columns = places.map { $0.cell.column }.max().map { $0 + 1 } ?? 0
    var rows: [(number: Int, cells: [String])] = []
    for place in places {
      if rows.last?.number != place.cell.row {
        rows.append((place.cell.row, Array(repeating: "", count: columns)))
      }
      rows[rows.count - 1].cells[place.cell.column] = inline(document.blocks[place.index].range)
        .replacing("|", with: "\\|").replacing("\n", with: "<br>")
    }
    // Markdown knows tables with a head only: one without gets an empty head.
    let hasHead = places.first?.cell.isHeader ?? false
    if !hasHead { rows.insert((-1, Array(repeating: "", count: columns)), at: 0) }
    for (number, row) in rows.enumerated() {
      output += "| " + row.cells.joined(separator: " | ") + " |\n"
      if number == 0 { output += "|" + String(repeating: " --- |", count: columns) + "\n" }
    }
  }

  /// A range of the text with its links written out.
  private mutating func inline(_ range: Range<Int>) -> String {
    var content = ""
    var position = range.lowerBound
    let links = document.links
    while nextLink < links.count, links[nextLink].range.lowerBound < range.lowerBound { nextLink += 1 }
    while nextLink < links.count, links[nextLink].range.upperBound <= range.upperBound {
      let link = links[nextLink]
      nextLink += 1
      guard link.range.lowerBound >= position else { continue }
      content += string(position..<link.range.lowerBound)
      content += "[\(string(link.range))](\(link.target.replacing(" ", with: "%20").replacing(")", with: "%29")))"
      position = link.range.upperBound
    }
    return content + string(position..<range.upperBound)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

extension Block {
  fileprivate func isCell(of table: Int) -> Bool {
    if case .tableCell(let cell) = kind { cell.table == table } else { false }
  }
}
