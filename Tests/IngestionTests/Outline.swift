import Documents

/// One line a block: kind, indices of heading and lead-in, text. Kept short so that a case reads as input and result.
func outline(_ document: Document) -> [String] {
  document.blocks.map { block in
    let kind =
      switch block.kind {
      case .heading(let level): "h\(level)"
      case .listItem(let depth, let ordinal): "item\(depth)" + (ordinal.map { "#\($0)" } ?? "")
      case .tableCell(let cell):
        "cell\(cell.row),\(cell.column)" + (cell.isHeader ? "!" : "")
          + (cell.columnHeaders + cell.rowHeaders).map { "^\($0)" }.joined()
      default: "\(block.kind)"
      }
    let links = [block.heading.map { "h=\($0)" }, block.leadIn.map { "lead=\($0)" }].compactMap(\.self)
    return ([kind] + links + [String(document.text(in: block.range))]).joined(separator: " ")
  }
}
