import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph ingest`: articles into the graph.
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Reads articles into the graph; run again, it reads only what is new or changed.",
    discussion: """
      Prints how many documents are new, unchanged, updated and failed. Exits with 2 if some could not be read; the \
      others are in the graph all the same. Ctrl-C ends it after the documents under way; the next run goes on from there.

      Example: nutrigraph ingest articles/ crawl.jsonl.gz
      """)

  @OptionGroup var graph: GraphOptions
  @OptionGroup var inputs: InputOptions

  func run() async throws {
    let summary = try await Interrupt.cancelling {
      var line = ProgressLine()
      defer { line.clear() }
      var options = OpenGraph.IngestOptions()
      options.jobs = inputs.jobs
      options.web = inputs.web
      return try await OpenGraph(writingAt: graph.path).ingest(
        inputs.inputs, options: options, progress: { line.show($0) })
    }
    let output = StandardOutput()
    try output.writeLine(summary.description)
    try output.flush()
    if summary.isInterrupted { throw ExitCode.interrupted }
    if summary.failed > 0 { throw ExitCode.someInputsFailed }
  }
}
