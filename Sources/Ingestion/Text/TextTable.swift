/// A table drawn in plain text: rows of cells, each cell its text.
struct TextTable: Equatable {
  var rows: [[[UInt8]]]
  /// Whether the first row names the columns.
  var hasHeader: Bool
}

extension TextTable {
  /// The table that starts at a line, with the number of lines it takes: cells between pipes, after tabs, or in columns.
  static func table(at line: Int, of lines: ArraySlice<ArraySlice<UInt8>>) -> (TextTable, length: Int)? {
    piped(lines[line...]) ?? spaced(lines[line...])
  }

  /// "| a | b |" or "a | b", with or without a rule under the header.
  private static func piped(_ lines: ArraySlice<ArraySlice<UInt8>>) -> (TextTable, length: Int)? {
    let pipe = UInt8(ascii: "|")
    let candidates = lines.prefix { $0.contains(pipe) || isRule($0) }
    guard candidates.count >= 2 else { return nil }
    var rows: [[[UInt8]]] = []
    var hasHeader = false
    for line in candidates {
      if isRule(line) {
        if rows.count == 1 { hasHeader = true }
        continue
      }
      var inner = line.trimmed
      if inner.first == pipe { inner.removeFirst() }
      if inner.last == pipe { inner.removeLast() }
      rows.append(inner.split(separator: pipe, omittingEmptySubsequences: false).map { Array($0.trimmed) })
    }
    return table(rows, hasHeader: hasHeader, length: candidates.count, fewestRows: 2)
  }

  /// "|---|:--:|", "-----+-----", "=====".
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    let signs: [UInt8] = Array("|-+=: \t".utf8)
    return line.allSatisfy(signs.contains) && line.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
  }

  /// Cells after tabs or after two spaces and more, the same number in each row.
  private static func spaced(_ lines: ArraySlice<ArraySlice<UInt8>>) -> (TextTable, length: Int)? {
    var rows: [[[UInt8]]] = []
    for line in lines {
      guard ListMarker(at: line.trimmed) == nil else { break }
      let cells = gapCells(of: line)
      guard cells.count >= 2, rows.isEmpty || cells.count == rows[0].count, cells.allSatisfy(isCell) else { break }
      rows.append(cells)
    }
    return table(rows, hasHeader: false, length: rows.count, fewestRows: 2)
  }

  /// A cell is short and no run of sentences.
  private static func isCell(_ cell: [UInt8]) -> Bool {
    cell.count <= 160 && ListMarker(at: cell[...]) == nil
  }

  private static func gapCells(of line: ArraySlice<UInt8>) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    let line = line.trimmed
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      guard line[index].isSpace else {
        index += 1
        continue
      }
      let gap = index
      while line[index].isSpace { index += 1 }
      if index - gap >= 2 || line[gap] == 0x09 {
        // Two spaces after a full stop are a typist's habit, not a column.
        if index - gap == 2, line[gap] != 0x09, line[start..<gap].endsSentence { continue }
        cells.append(Array(line[start..<gap]))
        start = index
      }
    }
    cells.append(Array(line[start...]))
    return cells
  }

  private static func table(
    _ rows: [[[UInt8]]], hasHeader: Bool, length: Int, fewestRows: Int
  ) -> (TextTable, length: Int)? {
    let columns = rows.map(\.count).max() ?? 0
    guard rows.count >= fewestRows, columns >= 2 else { return nil }
    let isHeader = hasHeader || (columns > 1 && rows[0].allSatisfy { isHeaderCell($0) })
    return (TextTable(rows: rows, hasHeader: isHeader), length)
  }

  /// Column names are words: short, without figures in front and without a full stop.
  private static func isHeaderCell(_ cell: [UInt8]) -> Bool {
    cell.count <= 60 && !(cell.first?.isDigit ?? false) && !cell[...].endsSentence
  }
}
