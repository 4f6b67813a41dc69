import GRDB

/// Why a graph file gave no result.
public enum GraphStoreError: Error, Sendable, Hashable {
  case missing(path: String)
  case folderMissing(path: String)
  case notAGraph(path: String)
  case corrupt(path: String, detail: String)
  case readOnly(path: String)
  case newer(path: String)
  case busy(path: String)
  case noSuchRow(Int)
  case other(path: String, detail: String)
}

extension GraphStoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no graph file at \(path): make one with ingest or import, or name another with --graph."
    case .folderMissing(let path):
      "The graph file \(path) cannot be made because its folder does not exist or cannot be written: make the folder first."
    case .notAGraph(let path):
      "The file \(path) is no graph file of this program and was left as it is: name another with --graph."
    case .corrupt(let path, let detail):
      "The graph file \(path) is damaged (\(detail)): restore it from a copy, or delete it and ingest the sources again."
    case .readOnly(let path):
      "The graph file \(path) cannot be written: change its permissions or those of its folder, or name another with --graph."
    case .newer(let path):
      "The graph file \(path) was written by a newer version of this program: update the program to read it."
    case .busy(let path):
      "The graph file \(path) is being written by another process: try again when that has finished."
    case .noSuchRow(let row):
      "The graph has no row \(row): it changed after the row was looked up; ask again."
    case .other(let path, let detail):
      "The graph file \(path) could not be used: \(detail)."
    }
  }
}

extension GraphStoreError {
  /// Puts an error of the database layer into the words of this one; others pass unchanged.
  static func wrapping<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw GraphStoreError(error, path: path) }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAGraph(path: path)
    case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: error.message ?? "malformed")
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN: self = .folderMissing(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    default: self = .other(path: path, detail: error.message ?? "error \(error.resultCode.rawValue)")
    }
  }
}
