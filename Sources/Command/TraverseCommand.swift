import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph traverse`: what lies around an entity.
struct TraverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "traverse",
    abstract: "Walks outwards from a thing.",
    discussion: """
      nutrigraph traverse magnesium --depth 2 --direction out --relation activates --relation supports

      Exits with 1 if the graph has no thing of that name.
      """)

  @OptionGroup var options: GraphOptions
  @OptionGroup var walk: TraversalOptions

  @Option(help: "text for people, json for programs.")
  var format = OutputFormat.text

  @Argument(help: "A name or an id.")
  var entity: String

  func run() throws {
    let graph = try OpenGraph(readingAt: options.path)
    let report = try graph.traverse(walk.traversal(depth: 1), from: graph.found(entity))
    let output = StandardOutput()
    switch format {
    case .json: try output.writeLine(String(decoding: JSONEncoder.line.encode(report), as: UTF8.self))
    case .text: try output.writeLine(report.text)
    }
    try output.flush()
  }
}
