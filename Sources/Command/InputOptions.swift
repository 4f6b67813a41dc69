import ArgumentParser
import Foundation

/// What the commands that read articles have in common.
struct InputOptions: ParsableArguments {
  @Option(help: "How many documents to work on at a time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Argument(help: "Files, folders (all files below them), or - for the standard input.")
  var inputs: [String]

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 1024.") }
  }
}

extension ExitCode {
  /// Some inputs could not be read; the others were.
  static let someInputsFailed = ExitCode(2)
  /// The graph file, or another that the command cannot do without, gives no result (EX_IOERR of sysexits.h).
  static let fileUnusable = ExitCode(74)
  /// The question, entity or source has nothing in the graph.
  static let nothingFound = ExitCode(1)
}
