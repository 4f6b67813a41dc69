import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph path`: how two entities are connected.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Finds how two things are connected.",
    discussion: """
      nutrigraph path "vitamin D" osteoporosis --count 3

      Relations are walked in both directions. Exits with 1 if there is no way.
      """)

  @OptionGroup var options: GraphOptions

  @Option(help: "How many different ways.")
  var count = 1

  @Flag(help: "Prefer the best believed way to the shortest one.")
  var byBelief = false

  @Option(help: "Walk only relations believed at least this much, from 0 to 1.")
  var minBelief = 0.0

  @Option(help: "text for people, json for programs.")
  var format = OutputFormat.text

  @Argument(help: "A name or an id.")
  var from: String

  @Argument(help: "A name or an id.")
  var to: String

  func validate() throws {
    guard (1...100).contains(count) else { throw ValidationError("--count takes a number from 1 to 100.") }
    guard (0...1).contains(minBelief) else { throw ValidationError("--min-belief takes a number from 0 to 1.") }
  }

  func run() throws {
    let graph = try OpenGraph(readingAt: options.path)
    let report = try graph.paths(
      from: graph.found(from), to: graph.found(to), count: count, byBelief: byBelief, minimumBelief: minBelief)
    let output = StandardOutput()
    switch format {
    case .json: try output.writeLine(String(decoding: JSONEncoder.line.encode(report), as: UTF8.self))
    case .text where report.paths.isEmpty: try output.writeLine("There is no way from \(report.from) to \(report.to).")
    case .text: try output.writeLine(report.text)
    }
    try output.flush()
    if report.paths.isEmpty { throw ExitCode.nothingFound }
  }
}
