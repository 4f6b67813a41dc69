import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph extract`: claims without a graph.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints the claims of articles, one JSON object a document on a line.",
    discussion: """
      Exits with 2 if an input could not be read; the claims of the others are printed all the same.

      Example: nutrigraph extract articles/ > claims.jsonl
      """)

  @OptionGroup var inputs: InputOptions

  func run() async throws {
    let log = MessageLog()
    let output = StandardOutput()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var failures = 0
    try await ClaimPipeline().run(inputs.inputs, jobs: inputs.jobs, web: inputs.web) { outcome in
      switch outcome {
      case .claims(let claims, let diagnostics):
        diagnostics.forEach(log.report)
        try output.write(encoder.encode(claims))
        try output.write([0x0A])
      case .failure(let diagnostic):
        log.report(diagnostic)
        failures += 1
      }
    }
    try output.flush()
    if failures > 0 { throw ExitCode.someInputsFailed }
  }
}
