internal import Documents
internal import MarkupParsing

/// A data table: its cells with their places, spans resolved, and the header cells of each.
///
/// Tables that only lay out a page (`role=presentation`, tables in tables, cells that hold long prose, one column) are
/// none. Spans are bounded by ``maximumColumns``, so that `colspan="10000"` costs no more than it says.
struct TableGrid {
  struct Cell {
    var place: TableCell
    var text: [UInt8]
    var node: Int
  }

  static let maximumColumns = 256

  let node: Int
  private(set) var caption: [UInt8]?
  /// Cells that hold text, row by row. Header indices in their places point into this array.
  private(set) var cells: [Cell] = []

  /// Nil when the table only lays out the page.
  init?(_ table: Int, in page: PageMap, isExcluded: [Bool]) {
    node = table
    let tree = page.tree
    let role = tree.value(of: .role, at: table)
    guard role != "presentation", role != "none" else { return nil }
    var rows: [Int] = []
    for inner in tree.subtree(of: table).dropFirst() where !isExcluded[inner] {
      switch tree.element(of: inner) {
      case .table: return nil
      case .tr: rows.append(inner)
      case .caption, .figcaption: caption = CellText(inner, in: page, isExcluded: isExcluded).bytes
      default: continue
      }
    }
    guard !rows.isEmpty else { return nil }
    lay(rows, in: page, isExcluded: isExcluded)
    guard looksLikeData(in: page) else { return nil }
    markHeaders(in: page)
    linkHeaders()
  }

  private mutating func lay(_ rows: [Int], in page: PageMap, isExcluded: [Bool]) {
    let tree = page.tree
    // For each column, how many further rows a cell from above reaches into.
    var covered: [Int] = []
    // A span wider than the widest row says nothing more than "all columns".
    let widest = rows.map { row in
      tree.children(of: row).count { tree.element(of: $0) == .td || tree.element(of: $0) == .th }
    }
    let bound = min(max(widest.max() ?? 1, 1), Self.maximumColumns)
    for (row, rowNode) in rows.enumerated() {
      var column = 0
      for cell in tree.children(of: rowNode) where !isExcluded[cell] {
        guard tree.element(of: cell) == .td || tree.element(of: cell) == .th else { continue }
        while column < covered.count, covered[column] > 0 { column += 1 }
        guard column < Self.maximumColumns else { break }
        let columnSpan = min(span(.colspan, of: cell, in: tree), bound, Self.maximumColumns - column)
        let rowSpan = min(span(.rowspan, of: cell, in: tree), rows.count - row)
        if covered.count < column + columnSpan {
          covered += Array(repeating: 0, count: column + columnSpan - covered.count)
        }
        for index in column..<column + columnSpan { covered[index] = rowSpan }
        let text = CellText(cell, in: page, isExcluded: isExcluded).bytes
        if !text.isEmpty {
          let place = TableCell(
            table: 0, row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan,
            isHeader: tree.element(of: cell) == .th || tree.element(of: tree.parent(of: rowNode) ?? 0) == .thead)
          cells.append(Cell(place: place, text: text, node: cell))
        }
        column += columnSpan
      }
      for index in covered.indices where covered[index] > 0 { covered[index] -= 1 }
    }
  }

  private func span(_ attribute: Attribute, of cell: Int, in tree: MarkupTree) -> Int {
    max(tree.value(of: attribute, at: cell).flatMap { Int($0.prefix(9)) } ?? 1, 1)
  }

  private func looksLikeData(in page: PageMap) -> Bool {
    guard !cells.isEmpty else { return false }
    if caption != nil || cells.contains(where: \.place.isHeader) { return true }
    let rows = Set(cells.map(\.place.row)).count
    let columns = Set(cells.map(\.place.column)).count
    let longest = cells.map(\.text.count).max() ?? 0
    return rows > 1 && columns > 1 && longest < 400
  }

  // MARK: Headers

  /// Where no cell is marked as header, a first row of bold or of words over figures is one.
  private mutating func markHeaders(in page: PageMap) {
    guard !cells.contains(where: \.place.isHeader), let firstRow = cells.first?.place.row else { return }
    let head = cells.indices.prefix { cells[$0].place.row == firstRow }
    let rest = cells.indices.dropFirst(head.count)
    guard head.count > 1, !rest.isEmpty else { return }
    let isBoldHead =
      head.allSatisfy { isBold(cells[$0].node, in: page) } && !rest.allSatisfy { isBold(cells[$0].node, in: page) }
    let isOverFigures =
      head.allSatisfy { !cells[$0].hasDigit }
      && rest.filter { cells[$0].place.column > 0 }.count(where: { cells[$0].hasDigit }) * 2 > rest.count / 2
    if isBoldHead || isOverFigures { for index in head { cells[index].place.isHeader = true } }
  }

  private func isBold(_ cell: Int, in page: PageMap) -> Bool {
    let tree = page.tree
    let bold = tree.subtree(of: cell).first { tree.element(of: $0) == .b || tree.element(of: $0) == .strong }
    return bold.map { page.textLengths[$0] == page.textLengths[cell] } ?? false
  }

  private mutating func linkHeaders() {
    var above: [[Int]] = []
    var group: Int?
    var start = 0
    var previousRowIsHead = false
    let columns = cells.map { $0.place.column + $0.place.columnSpan }.max() ?? 0
    above = Array(repeating: [], count: columns)
    while start < cells.count {
      let row = cells[start].place.row
      let end = cells[start...].firstIndex { $0.place.row != row } ?? cells.count
      let isHead = cells[start..<end].allSatisfy(\.place.isHeader)
      if isHead, end - start == 1, columns > 1, cells[start].place.columnSpan == columns {
        group = start
      } else if isHead {
        if !previousRowIsHead { above = Array(repeating: [], count: columns) }
        for index in start..<end { addHeader(index, to: &above) }
      } else {
        linkRow(start..<end, above: above, group: group)
      }
      previousRowIsHead = isHead
      start = end
    }
  }

  private func addHeader(_ index: Int, to above: inout [[Int]]) {
    let place = cells[index].place
    for column in place.column..<place.column + place.columnSpan { above[column].append(index) }
  }

  private mutating func linkRow(_ row: Range<Int>, above: [[Int]], group: Int?) {
    var rowHeaders = row.filter { cells[$0].place.isHeader }
    if rowHeaders.isEmpty, let first = row.first, row.count > 1, cells[first].place.column == 0 {
      rowHeaders = [first]
    }
    for index in row {
      let place = cells[index].place
      var headers = above[place.column]
      for column in place.column..<place.column + place.columnSpan {
        headers += above[column].filter { !headers.contains($0) }
      }
      cells[index].place.columnHeaders = (group.map { [$0] } ?? []) + headers
      cells[index].place.rowHeaders = rowHeaders.filter { $0 < index }
    }
  }
}

extension TableGrid.Cell {
  var hasDigit: Bool { text.contains { $0 >= 0x30 && $0 <= 0x39 } }
}

/// The text of a table's cell, with a line feed where blocks or breaks part it.
struct CellText {
  let bytes: [UInt8]

  init(_ cell: Int, in page: PageMap, isExcluded: [Bool]) {
    let tree = page.tree
    var line = LineBuffer()
    var node = cell + 1
    let end = tree.subtree(of: cell).upperBound
    var block = Int(page.blocks[cell])
    while node < end {
      if isExcluded[node] {
        node = tree.subtree(of: node).upperBound
        continue
      }
      if tree.isText(node) {
        if Int(page.blocks[node]) != block { line.addBreak() }
        block = Int(page.blocks[node])
        tree.bytes.withUnsafeBufferPointer { line.add($0, tree.textRange(of: node)) }
      } else if tree.element(of: node) == .br {
        line.addBreak()
      }
      node += 1
    }
    var text = line.bytes[...]
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    bytes = Array(text)
  }
}
