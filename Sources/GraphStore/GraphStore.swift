import Foundation
import GRDB
import GraphModel
public import Ontology

/// A graph in an SQLite file.
///
/// The file holds two layers. The first is what the documents say (document, sense, naming, statement, evidence), as
/// ``DocumentDigest`` has it. The second (entity, relation) follows from the first and is brought up to date in the same
/// transaction, for what a write touches only. So the file always holds exactly the graph of its documents, whatever was
/// added, changed and removed before; `Documentation/Graph.md` describes the tables and views.
///
/// The file is in write-ahead mode: readers see the last finished batch while a writer works.
public struct GraphStore: Sendable {
  /// The file's path as given.
  public let path: String
  let reader: any DatabaseReader
  /// Nil in a store opened for reading.
  let writer: (any DatabaseWriter)?
  /// Relations that read the same from both ends.
  let symmetric: Set<RelationType>

  private init(
    path: String, reader: any DatabaseReader, writer: (any DatabaseWriter)?, schema: Schema?
  ) throws {
    self.path = path
    symmetric = try (schema ?? .bundled()).symmetricRelations
    self.reader = reader
    self.writer = writer
  }

  /// Opens a graph file for writing, makes it where there is none, and brings an older schema up to date.
  ///
  /// - Parameter schema: Says which relations are symmetric; nil for the schema that the package brings along.
  /// - Throws: ``GraphStoreError``, or what is wrong with the schema's file.
  public init(writingAt path: String, schema: Schema? = nil) throws {
    let pool = try GraphStoreError.wrapping(path) {
      try Self.check(path: path)
      let pool = try DatabasePool(path: path, configuration: Self.configuration(readOnly: false))
      try Self.migrate(pool, path: path)
      return pool
    }
    try self.init(path: path, reader: pool, writer: pool, schema: schema)
  }

  /// Opens a graph file for reading, as it stands now: what others write later is not seen.
  ///
  /// - Parameter schema: As for writing.
  /// - Throws: ``GraphStoreError``, or what is wrong with the schema's file.
  public init(readingAt path: String, schema: Schema? = nil) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw GraphStoreError.missing(path: path) }
    let reader: any DatabaseReader = try GraphStoreError.wrapping(path) {
      try Self.check(path: path)
      guard FileManager.default.isWritableFile(atPath: path) else {
        return try Self.openUnwritable(path)
      }
      let pool = try DatabasePool(path: path, configuration: Self.configuration(readOnly: false))
      try Self.migrate(pool, path: path)
      return try pool.makeSnapshot()
    }
    try self.init(path: path, reader: reader, writer: nil, schema: schema)
  }

  /// Does `body` with the database, its errors in the words of ``GraphStoreError``.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try GraphStoreError.wrapping(path) { try reader.read(body) }
  }

  /// Does `body` in one transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let writer else { throw GraphStoreError.readOnly(path: path) }
    return try GraphStoreError.wrapping(path) { try writer.write(body) }
  }
}
