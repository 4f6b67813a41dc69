import ArgumentParser
import Foundation
import GraphModel
import NutriGraph
import Ontology

/// `nutrigraph conflicts`: where the sources disagree.
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Lists relations that some sources state and others deny, and pairs that contradict each other.",
    discussion: """
      The most serious first: where the weaker side is believed most. Exits with 1 if there are none.

      Example: nutrigraph conflicts --graph bones.sqlite
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var graph: GraphOptions
  @Option(help: "The form of the output; json is one object a line.") var format = Format.text

  func run() throws {
    let reports = try OpenGraph(readingAt: graph.path).conflicts()
    let output = StandardOutput()
    for (index, report) in reports.enumerated() {
      switch format {
      case .json: try output.writeJSON(report)
      case .text:
        if index > 0 { try output.writeLine("") }
        for line in Self.lines(of: report) { try output.writeLine(line) }
      }
    }
    try output.flush()
    if reports.isEmpty { throw ExitCode.nothingFound }
  }

  private static func lines(of report: ConflictReport) -> [String] {
    let title =
      switch report.kind {
      case .contested: "The sources disagree on one relation:"
      case .contrary: "Two relations contradict each other:"
      }
    return [title]
      + report.sides.flatMap { side in
        let belief = String(format: "%.2f", side.belief)
        let evidence = side.evidence.map { "    \"\($0.text)\" (\($0.source))" }
        return ["  \(side.statement): \(side.support), believed \(belief)"] + evidence
      }
  }
}
