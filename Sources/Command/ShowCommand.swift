import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph show`: one entity with its relations.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a thing with its names, its relations and a sentence for each.",
    discussion: """
      nutrigraph show "vitamin D"

      Exits with 1 if the graph has no thing of that name.
      """)

  @OptionGroup var options: GraphOptions

  @Option(help: "text for people, json for programs (one line a thing).")
  var format = OutputFormat.text

  @Option(help: "How many relations of each type the text shows.")
  var limit = 10

  @Argument(help: "A name or an id.")
  var entity: String

  func run() throws {
    let graph = try OpenGraph(readingAt: options.path)
    let output = StandardOutput()
    let cards = try graph.cards(of: graph.found(entity))
    switch format {
    case .json:
      for card in cards { try output.writeLine(String(decoding: JSONEncoder.line.encode(card), as: UTF8.self)) }
    case .text: try output.writeLine(cards.map { $0.text(limit: max(1, limit)) }.joined(separator: "\n\n"))
    }
    try output.flush()
  }
}
