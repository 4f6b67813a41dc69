/// Something wrong at one place of a data file.
public struct DataFileIssue: Sendable, Hashable, CustomStringConvertible {
  public var file: String
  /// Both count from 1; columns count characters.
  public var line: Int
  public var column: Int
  /// A full sentence.
  public var message: String
  /// The line of the file, for the caret to stand under.
  public var source: String

  public init(file: String, line: Int, column: Int, message: String, source: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.source = source
  }

  /// `file:line:column: error: message`, then the line and a caret under the column.
  public var description: String {
    // Tabs stay tabs under the line, so that the caret stands right whatever a tab's width.
    let indent = String(
      source.prefix(max(0, column - 1)).map { character -> Character in
        character == "\t" ? "\t" : " "
      })
    return "\(file):\(line):\(column): error: \(message)\n\(source)\n\(indent)^"
  }
}

/// Everything that is wrong with one or more data files, sorted by file and place.
public struct DataFileError: Error, Sendable, Hashable, CustomStringConvertible {
  public var issues: [DataFileIssue]

  public init(issues: [DataFileIssue]) {
    self.issues = issues.sorted {
      ($0.file, $0.line, $0.column, $0.message) < ($1.file, $1.line, $1.column, $1.message)
    }
  }

  public var description: String { issues.map(\.description).joined(separator: "\n") }
}
