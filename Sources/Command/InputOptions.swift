import ArgumentParser
import Foundation
import Ingestion

/// What the commands that read articles have in common.
struct InputOptions: ParsableArguments {
  @Option(help: "How many documents to work on at a time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Fetch pages from this machine and from private networks too.")
  var allowPrivateHosts = false

  @Argument(help: "Files, folders (all files below them), http and https addresses, or - for the standard input.")
  var inputs: [String]

  /// What may be fetched from the web.
  var web: WebPolicy {
    var policy = WebPolicy()
    policy.allowsPrivateHosts = allowPrivateHosts
    return policy
  }

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
