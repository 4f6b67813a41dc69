import ArgumentParser
import Foundation

/// Which graph file a command works on.
struct GraphOptions: ParsableArguments {
  @Option(
    name: .customLong("graph"),
    help: ArgumentHelp(
      "The graph file. (default: $NUTRIGRAPH_GRAPH, or nutrigraph.sqlite in the working folder)", valueName: "file"))
  var file: String?

  var path: String {
    file ?? ProcessInfo.processInfo.environment["NUTRIGRAPH_GRAPH"].flatMap { $0.isEmpty ? nil : $0 }
      ?? "nutrigraph.sqlite"
  }
}
