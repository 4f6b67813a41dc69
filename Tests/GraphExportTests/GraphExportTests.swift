import Foundation
import GraphExport
import GraphModel
import Ontology
import Testing

@Suite struct GraphExportTests {
  @Test(arguments: ExportFormat.allCases.filter { $0 != .svg })
  func sameGraphSameBytes(_ format: ExportFormat) throws {
    let first = try Sample.graph().files(format)
    #expect(try Sample.graph().files(format) == first)
    #expect(first.allSatisfy { $0.text.utf8.last == UInt8(ascii: "\n") })
  }

  @Test func dotIsAsAgreed() throws {
    let golden = try String(contentsOf: Sample.url("golden.dot"), encoding: .utf8)
    let written = try Sample.graph(names: Sample.plainNames).files(.dot)[0].text
    if ProcessInfo.processInfo.environment["NUTRIGRAPH_REWRITE_GOLDENS"] != nil {
      try written.write(to: Sample.sourceURL("golden.dot"), atomically: true, encoding: .utf8)
      Issue.record("The golden file was rewritten; look at the difference and run the tests again.")
    }
    #expect(written == golden)
  }

  @Test func pictureSaysWhatItDraws() throws {
    let text = try Sample.graph(names: Sample.plainNames).files(.dot)[0].text
    #expect(text.contains("label=\"not: is found in\""))
    #expect(text.contains("label=\"maybe: is found in\", "))
    #expect(text.contains("style=\"dashed\""))
    #expect(text.contains("arrowhead=\"tee\""))
    #expect(text.contains(">Food</td>"))
    #expect(!text.contains(">Organism</td>"))
  }

  @Test func anEmptyGraphIsAGraph() throws {
    let empty = ExportGraph(nodes: [], edges: [])
    for format in ExportFormat.allCases { #expect(try !empty.files(format).isEmpty) }
  }

  @Test func dropsWhatNoEdgeTouches() throws {
    var graph = try Sample.graph()
    let count = graph.nodes.count
    graph.nodes.append(Entity(type: .food, name: "island"))
    graph.dropIsolatedNodes()
    #expect(graph.nodes.count == count)
  }
}

/// Readers that are not ours: each must find the names, the number of edges and the sentences that were written.
@Suite struct ForeignReaderTests {
  @Test(arguments: [
    "json", "cytoscape", "graphml", "gexf", "csv", "turtle", "dot",
  ])
  func readsBackWhatWasWritten(_ name: String) throws {
    let format = try #require(ExportFormat(rawValue: name))
    let folder = try Sample.write(try Sample.graph().files(format), as: name)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Sample.run("/usr/bin/python3", [Sample.url("read_back.py").path, name, folder.path])
    try #require(result.status == 0, "\(result.output)\nScripts/setup installs the readers.")
    let read = try JSONDecoder().decode(ReadBack.self, from: Data(result.output.utf8))
    #expect(read.names.sorted() == Sample.names.sorted())
    #expect(read.edges == 4)
    #expect(read.sentences.contains(Sample.sentence))
  }

  private struct ReadBack: Decodable {
    var names: [String]
    var edges: Int
    var sentences: [String]
  }

  @Test(arguments: ["graphml", "gexf", "svg"])
  func isWellFormed(_ name: String) throws {
    let format = try #require(ExportFormat(rawValue: name))
    let folder = try Sample.write(try Sample.graph().files(format), as: name)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Sample.run(
      "/usr/bin/env", ["xmllint", "--noout", "--nonet", folder.appending(path: "graph").path])
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func mermaidHasNoBareMarkup() throws {
    let text = try Sample.graph().files(.mermaid)[0].text
    let labels = text.matches(of: #/\["(.*)"\]:::/#).map { String($0.1) }
    #expect(labels.count == Sample.names.count)
    #expect(labels.allSatisfy { !$0.replacing("<br/>", with: "").contains(#/["<>\[\]{}|]/#) })
  }
}
