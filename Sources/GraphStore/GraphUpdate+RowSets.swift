import GRDB

extension GraphUpdate {
  /// Runs a query whose one argument is a set of row numbers, as `json_each` reads them, and hands on its rows.
  ///
  /// One query over many rows costs a fraction of one for each. `CROSS JOIN` keeps SQLite from changing the order of the
  /// tables, so that each query starts at the set.
  func forEachRow(_ sql: String, of ids: some Sequence<Int64>, _ body: (Row) throws -> Void) throws {
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: [Self.json(ids)])
    while let row = try rows.next() { try body(row) }
  }

  /// Runs a statement whose one argument is a set of row numbers.
  func execute(_ sql: String, of ids: some Sequence<Int64>) throws {
    try db.cachedStatement(sql: sql).execute(arguments: [Self.json(ids)])
  }

  /// The first column of a query over a set of row numbers.
  func rowSet(_ sql: String, of ids: some Sequence<Int64>) throws -> Set<Int64> {
    var result: Set<Int64> = []
    try forEachRow(sql, of: ids) { result.insert($0[0]) }
    return result
  }

  static func json(_ ids: some Sequence<Int64>) -> String {
    var text = "["
    for id in ids {
      if text.utf8.count > 1 { text += "," }
      text += String(id)
    }
    return text + "]"
  }
}
