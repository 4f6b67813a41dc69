import ArgumentParser
import NutriGraph

/// `nutrigraph import`: claims back into a graph.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads claims that extract printed, here or elsewhere, into the graph.",
    discussion: """
      A document whose source is in the graph already is replaced if its line changed. Claims that the schema does not \
      know are left out. Exits with 2 if a line could not be read; the rest is in the graph all the same.

      Example: nutrigraph import claims.jsonl
      """)

  @OptionGroup var graph: GraphOptions
  @Argument(help: "Files of claims, one document a line, or - for the standard input.")
  var claims: [String]

  func run() throws {
    let open = try OpenGraph(writingAt: graph.path)
    var failed = 0
    let output = StandardOutput()
    for input in claims {
      let summary = try open.importClaims(input)
      failed += summary.failed
      try output.writeLine(claims.count == 1 ? summary.description : "\(input): \(summary)")
    }
    try output.flush()
    if failed > 0 { throw ExitCode.someInputsFailed }
  }
}
