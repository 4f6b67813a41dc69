import Foundation
import GRDB

extension GraphStore {
  /// Marks SQLite files that are graphs ("NGRF" in ASCII).
  static let applicationID = 0x4E47_5246

  static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      // The default cache of 2 MB makes a large import write and read again the same pages; SQLite fills what it needs.
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824;
          PRAGMA cache_size = -262144;
          """)
    }
    return configuration
  }

  /// Refuses what is no graph before anything is written to it.
  static func check(path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard !isFolder.boolValue else { throw GraphStoreError.notAGraph(path: path) }
    guard let file = FileHandle(forReadingAtPath: path) else { throw GraphStoreError.readOnly(path: path) }
    defer { try? file.close() }
    let header = try file.read(upToCount: 72) ?? Data()
    if header.isEmpty { return }
    guard header.count == 72, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw GraphStoreError.notAGraph(path: path)
    }
    // Big-endian numbers of the header (https://www.sqlite.org/fileformat.html): pages at 28, application id at 68.
    func number(at offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard number(at: 68) != applicationID else { return }
    // While a new file is written, its mark may still be in the write-ahead log; a file of one page is empty.
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    guard number(at: 68) == 0, (log ?? 0) > 0 || number(at: 28) <= 1 else {
      throw GraphStoreError.notAGraph(path: path)
    }
  }

  /// Brings an older schema up to date, and makes a new file's.
  static func migrate(_ writer: any DatabaseWriter, path: String) throws {
    let isForeign = try writer.read { db in
      try Int.fetchOne(db, sql: "PRAGMA application_id") != applicationID
        && Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master)") ?? false
    }
    guard !isForeign else { throw GraphStoreError.notAGraph(path: path) }
    let migrator = GraphSchema.migrator
    guard try !writer.read(migrator.hasBeenSuperseded) else { throw GraphStoreError.newer(path: path) }
    guard try !writer.read(migrator.hasCompletedMigrations) else { return }
    try migrator.migrate(writer)
  }

  /// Opens a file that may not be written. In write-ahead mode SQLite wants to make side files, so it is told that nobody
  /// else can change the file either.
  static func openUnwritable(_ path: String) throws -> DatabaseQueue {
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    let queue = try DatabaseQueue(
      path: "file:\(escaped)?immutable=1", configuration: configuration(readOnly: true))
    guard try queue.read(GraphSchema.migrator.hasCompletedMigrations) else {
      throw GraphStoreError.readOnly(path: path)
    }
    return queue
  }
}
