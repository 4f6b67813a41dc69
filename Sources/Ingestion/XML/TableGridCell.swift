import Documents

/// A cell of a table that states its spans, in the row it begins in.
struct TableGridCell {
  var text: [UInt8]
  var rowSpan = 1
  var columnSpan = 1
  var isHeader = false
}

extension DocumentBuilder {
  /// The most columns that a span may reach over.
  private static let widest = 1000

  /// Appends the cells of a table row by row, each with the header cells that govern it.
  ///
  /// Cells move right past those that reach down from rows above, as in HTML. If no cell says that it is a header, the
  /// first row is taken for one where there are more rows.
  mutating func append(rows: [[TableGridCell]], table: Int, leadIn: Int?) {
    let hasHeaders = rows.joined().contains(where: \.isHeader)
    var columnHeaders: [Int: [Int]] = [:]
    var reach: [Int: Int] = [:]
    for (row, cells) in rows.enumerated() {
      var column = 0
      var rowHeader: Int?
      for cell in cells {
        while reach[column, default: 0] > row { column += 1 }
        guard column < Self.widest else { break }
        let columns = column..<min(column + max(cell.columnSpan, 1), Self.widest)
        let isHeader = cell.isHeader || (!hasHeaders && row == 0 && rows.count > 1)
        let place = TableCell(
          table: table, row: row, column: column, rowSpan: max(cell.rowSpan, 1), columnSpan: columns.count,
          isHeader: isHeader, columnHeaders: isHeader && row == 0 ? [] : columnHeaders[column] ?? [],
          rowHeaders: rowHeader.map { [$0] } ?? [])
        let block = append(.tableCell(place), cell.text, leadIn: leadIn)
        for covered in columns {
          reach[covered] = row + max(cell.rowSpan, 1)
          if isHeader, let block { columnHeaders[covered, default: []].append(block) }
        }
        if column == 0, !isHeader || row > 0 { rowHeader = block }
        column = columns.upperBound
      }
    }
  }

  /// A block, if it introduces what follows it: a heading, a question, or a paragraph that points ahead.
  func introduction(_ block: Int?) -> Int? {
    guard let block else { return nil }
    switch blocks[block].kind {
    case .heading, .question, .caption: return block
    default: return LeadInPhrase.introduces(text[blocks[block].range]) ? block : nil
    }
  }
}
