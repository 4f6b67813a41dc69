import Foundation

/// A path for a file of a test's own, removed with its side files.
final class TemporaryFile {
  let folder: URL
  var path: String { folder.appendingPathComponent("graph.sqlite").path }

  init() {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("nutrigraph-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
