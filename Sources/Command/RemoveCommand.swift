import ArgumentParser
import NutriGraph

/// `nutrigraph remove`: documents out of the graph.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Takes documents, and what only they said, out of the graph.",
    discussion: """
      Exits with 1 if the graph has none of them.

      Example: nutrigraph remove articles/iron.html
      """)

  @OptionGroup var graph: GraphOptions

  @Argument(help: "Sources as `nutrigraph sources` prints them; a folder or a container stands for all in it.")
  var sources: [String]

  func run() throws {
    let log = MessageLog()
    let result = try OpenGraph(writingAt: graph.path).remove(sources)
    for name in result.unknown {
      log.warn(name, "The graph has no document from there; `nutrigraph sources` lists what it has.")
    }
    let output = StandardOutput()
    try output.writeLine("\(result.removed.count) removed")
    try output.flush()
    if result.removed.isEmpty { throw ExitCode.nothingFound }
  }
}
