import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph sources`: the documents in the graph.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists the documents in the graph, how much each says, and which are copies of one article.",
    discussion: """
      Exits with 1 if there are none.

      Example: nutrigraph sources --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var graph: GraphOptions
  @Option(help: "The form of the output; json is one object a line.") var format = Format.text

  func run() throws {
    let documents = try OpenGraph(readingAt: graph.path).sources()
    let output = StandardOutput()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for document in documents {
      let source = document.document.source
      switch format {
      case .json: try output.writeLine(String(decoding: encoder.encode(document), as: UTF8.self))
      case .text:
        let copy = document.group == source ? "" : "  (copy of \(document.group))"
        try output.writeLine("\(source)  \(document.statements) statements\(copy)")
      }
    }
    try output.flush()
    if documents.isEmpty { throw ExitCode.nothingFound }
  }
}
