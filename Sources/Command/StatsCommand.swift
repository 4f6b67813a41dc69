import ArgumentParser
import Foundation
import GraphModel
import NutriGraph

/// `nutrigraph stats`: the graph in figures.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Prints how much the graph holds, of which kinds, and how it hangs together.",
    discussion: """
      Exits with 1 if the graph is empty or, with --ambiguous, no name is ambiguous.

      Example: nutrigraph stats --top 20
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var graph: GraphOptions
  @Option(help: "The form of the output; json is one object.") var format = Format.text
  @Option(help: "How many of the most connected entities to list.") var top = 10
  @Flag(help: "List the names that several entities bear, which the graph keeps apart.") var ambiguous = false

  func validate() throws {
    guard (0...1_000_000).contains(top) else { throw ValidationError("--top takes a number from 0 to 1000000.") }
  }

  func run() throws {
    let store = try OpenGraph(readingAt: graph.path).store
    let output = StandardOutput()
    let isEmpty = try ambiguous ? printNames(of: store, to: output) : printFigures(of: store, to: output)
    try output.flush()
    if isEmpty { throw ExitCode.nothingFound }
  }

  private func printFigures(of graph: some GraphSource, to output: StandardOutput) throws -> Bool {
    let statistics = try GraphStatistics(of: graph, hubs: top)
    switch format {
    case .json: try output.writeJSON(statistics)
    case .text: for line in Self.lines(of: statistics) { try output.writeLine(line) }
    }
    return statistics.counts.entities == 0
  }

  private func printNames(of graph: some GraphSource, to output: StandardOutput) throws -> Bool {
    let names = try AmbiguousName.all(in: graph)
    switch format {
    case .json: try output.writeJSON(names)
    case .text:
      for name in names {
        try output.writeLine("\(name.key.rawValue): \(name.bearers.map(\.id).joined(separator: ", "))")
      }
    }
    return names.isEmpty
  }

  private static func lines(of statistics: GraphStatistics) -> [String] {
    let counts = statistics.counts
    var lines = [
      "\(counts.documents) documents, \(counts.entities) entities, \(counts.relations) relations, \(counts.evidence) pieces "
        + "of evidence"
    ]
    guard counts.entities > 0 else { return lines }
    lines += ["", "Entities by type"] + table(statistics.entityTypes.map { ($0.count, $0.type) })
    lines += ["", "Relations by type"] + table(statistics.relationTypes.map { ($0.count, $0.type) })
    let sources = zip(statistics.relationsBySources, ["1 source", "2 sources", "3 or more"])
    lines += ["", "Relations by independent sources"] + table(sources.map { ($0, $1) })
    let mean = String(format: "%.2f", statistics.meanDegree)
    lines += [
      "", "Degree: mean \(mean), median \(statistics.medianDegree), highest \(statistics.maximumDegree)",
      "Components: \(statistics.components), the largest with \(statistics.largestComponent) entities",
    ]
    guard !statistics.mostConnected.isEmpty else { return lines }
    return lines + ["", "Most connected"]
      + table(
        statistics.mostConnected.map {
          ($0.degree, "\($0.name) (\($0.type.rawValue), \($0.outgoing) out, \($0.incoming) in)")
        })
  }

  private static func table(_ rows: [(Int, String)]) -> [String] {
    let width = rows.map { "\($0.0)".count }.max() ?? 0
    return rows.map { count, text in
      let digits = "\(count)"
      return "  " + String(repeating: " ", count: width - digits.count) + digits + "  " + text
    }
  }
}
