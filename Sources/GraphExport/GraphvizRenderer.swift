internal import Foundation

/// Why a graph could not be drawn.
public enum GraphvizError: Error, Sendable, Hashable, CustomStringConvertible {
  case missing
  case failed(engine: String, message: String)

  public var description: String {
    switch self {
    case .missing:
      "Graphviz is not installed: install it (Debian: apt-get install graphviz) or export another format, such as dot."
    case .failed(let engine, let message):
      "Graphviz (\(engine)) could not draw the graph: \(message) Try fewer entities with --limit."
    }
  }
}

/// Draws DOT with the Graphviz command.
struct GraphvizRenderer {
  /// Up to this many nodes layers are drawn, which read best; beyond it their layout takes minutes.
  static let layeredLimit = 150

  /// The picture as SVG. Throws a ``GraphvizError``.
  func svg(_ dot: String, nodes: Int) throws -> String {
    let engine = nodes <= Self.layeredLimit ? "dot" : "sfdp"
    let (status, output, message) = try run(["-K\(engine)", "-Tsvg"], input: dot)
    // The shell's code for a command that it cannot find.
    guard status != 127 else { throw GraphvizError.missing }
    guard status == 0 else { throw GraphvizError.failed(engine: engine, message: message) }
    return output
  }

  /// Input and output go through files: pipes to a process that reads and writes at once can block both.
  private func run(_ arguments: [String], input: String) throws -> (status: Int32, output: String, message: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nutrigraph-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, picture, log) = (
      folder.appendingPathComponent("graph.dot"), folder.appendingPathComponent("graph.svg"),
      folder.appendingPathComponent("log")
    )
    try Data(input.utf8).write(to: source)
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["dot"] + arguments + ["-o", picture.path, source.path]
    process.standardInput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    process.waitUntilExit()
    let message = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    guard process.terminationStatus == 0 else { return (process.terminationStatus, "", message) }
    return (0, try String(contentsOf: picture, encoding: .utf8), message)
  }
}
