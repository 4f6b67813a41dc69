import Foundation
import Testing

/// Runs the built command as a user does.
struct Shell {
  /// The working folder, which holds the graph file by default; removed when the value goes.
  let folder: Folder

  final class Folder: Sendable {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("nutrigraph-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  init() throws {
    folder = try Folder()
  }

  #if DEBUG
    static let isOptimised = false
  #else
    static let isOptimised = true
  #endif

  /// The command lies beside the test bundle.
  static var command: String {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("nutrigraph").path
  }

  func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let file = path(name)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

  /// Starts the command with its outputs in files, so that no pipe can fill up.
  func start(_ arguments: [String], input: String = "") throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.command)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["NUTRIGRAPH_GRAPH"] = nil
    process.environment = environment
    try write(".in", input)
    process.standardInput = FileHandle(forReadingAtPath: path(".in"))
    for name in [".out", ".err"] { try write(name, "") }
    process.standardOutput = FileHandle(forWritingAtPath: path(".out"))
    process.standardError = FileHandle(forWritingAtPath: path(".err"))
    try process.run()
    return process
  }

  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> Result {
    let process = try start(arguments, input: input)
    process.waitUntilExit()
    func contents(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    return Result(status: process.terminationStatus, output: try contents(".out"), messages: try contents(".err"))
  }
}
