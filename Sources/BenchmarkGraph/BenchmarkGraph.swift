import ArgumentParser
import Foundation
import GraphModel
import GraphStore

/// Times opening a graph file, look-ups and neighbourhoods: `Scripts/bench-graph` runs it beside other graph libraries.
@main struct BenchmarkGraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "BenchmarkGraph", abstract: "Times look-ups in a graph file; prints one JSON object.")

  @Argument(help: "The graph file.") var graph: String
  @Argument(help: "A file with one entity name a line.") var names: String
  @Flag(help: "Time the graph loaded into memory as well.") var memory = false

  struct Figures: Encodable {
    var engine: String
    /// Seconds.
    var open: Double
    /// Milliseconds: median and 95th percentile over the names, second round.
    var lookup: [Double]
    var twoHops: [Double]
    /// Entities within two hops in all, for comparison between engines.
    var reached: Int
    /// Resident memory at the end, megabytes.
    var memory: Int
  }

  func run() throws {
    let names = try String(contentsOfFile: names, encoding: .utf8).split(separator: "\n").map(String.init)
    let clock = ContinuousClock()
    var start = clock.now
    let store = try GraphStore(readingAt: graph)
    _ = try store.entities(named: names[0])
    try Self.report("nutrigraph, file", store, names, open: (clock.now - start) / .seconds(1))
    guard memory else { return }
    start = clock.now
    let loaded = try store.load()
    try Self.report("nutrigraph, memory", loaded, names, open: (clock.now - start) / .seconds(1))
  }

  private static func report(_ engine: String, _ graph: some GraphSource, _ names: [String], open: Double) throws {
    var figures = Figures(engine: engine, open: open, lookup: [], twoHops: [], reached: 0, memory: 0)
    for _ in 0..<2 {
      figures.reached = 0
      figures.lookup = try summary(names) { _ = try graph.entity(at: graph.entities(named: $0)[0]) }
      figures.twoHops = try summary(names) { figures.reached += try neighbourhood(of: $0, in: graph) }
    }
    figures.memory = residentMegabytes()
    print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
  }

  /// The number of entities within two relations of a name, in either direction.
  private static func neighbourhood(of name: String, in graph: some GraphSource) throws -> Int {
    let centre = try graph.entities(named: name)[0]
    var reached: Set<EntityIndex> = [centre]
    var frontier = [centre]
    for _ in 0..<2 {
      var next: [EntityIndex] = []
      for entity in frontier {
        for relation in try graph.relations(of: entity, .both) {
          let end = relation.end(across: entity)
          if reached.insert(end).inserted { next.append(end) }
        }
      }
      frontier = next
    }
    return reached.count
  }

  /// Median and 95th percentile in milliseconds.
  private static func summary(_ names: [String], _ body: (String) throws -> Void) rethrows -> [Double] {
    let clock = ContinuousClock()
    let times = try names.map { name in try clock.measure { try body(name) } / .milliseconds(1) }.sorted()
    return [times[times.count / 2], times[times.count * 95 / 100]]
  }

  private static func residentMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }
}
