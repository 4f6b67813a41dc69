/// A tab-separated data file, kept as bytes; rows are found once and fields are read where they are needed.
///
/// Lines that are empty or begin with `#` carry no data. A carriage return before a line feed is ignored.
struct DelimitedFile: Sendable {
  /// A line that carries data.
  struct Row: Sendable {
    /// Byte offsets into the file.
    var start: Int
    var end: Int
    /// Counts from 1.
    var line: Int
  }

  let name: String
  let bytes: [UInt8]
  let rows: [Row]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    rows = Self.rows(of: bytes)
  }

  /// The columns of a row.
  func fields(of row: Row) -> [String] {
    bytes[row.start..<row.end].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// An issue about a column of a row.
  func issue(_ message: String, at row: Row, field: Int = 0) -> DataFileIssue {
    var column = 1
    for text in fields(of: row).prefix(field) { column += text.count + 1 }
    return DataFileIssue(
      file: name, line: row.line, column: column, message: message,
      source: String(decoding: bytes[row.start..<row.end], as: UTF8.self))
  }

  private static func rows(of bytes: [UInt8]) -> [Row] {
    var rows: [Row] = []
    var (start, line) = (0, 1)
    while start < bytes.count {
      let next = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let end = next > start && bytes[next - 1] == UInt8(ascii: "\r") ? next - 1 : next
      if end > start, bytes[start] != UInt8(ascii: "#") { rows.append(Row(start: start, end: end, line: line)) }
      start = next + 1
      line += 1
    }
    return rows
  }
}
