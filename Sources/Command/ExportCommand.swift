import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph export`: the graph, or a part of it, for other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the graph, or a part of it, in a format that other tools read.",
    discussion: """
      nutrigraph export --format svg --around "vitamin D" -o vitamin-d.svg
      nutrigraph export --format json --min-belief 0.9 > graph.json

      Formats: \(OpenGraph.ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")). Pictures (dot, mermaid, \
      svg) show at most \(OpenGraph.ExportFormat.pictureLimit) things, with the relations that matter most, unless \
      --limit says otherwise. csv makes two files, for nodes and for \
      relationships: with -o graph.csv they are graph-nodes.csv and graph-relationships.csv; without -o they follow \
      each other with an empty line between them.
      """)

  @OptionGroup var options: GraphOptions
  @OptionGroup var walk: TraversalOptions

  @Option(help: ArgumentHelp("The format. (default: json)", valueName: "format"), transform: Self.format)
  var format = OpenGraph.ExportFormat.json

  @Option(
    help: ArgumentHelp(
      "Only what lies around this thing (a name or an id; may be given several times).", valueName: "entity"))
  var around: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - or nothing for the standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let graph = try OpenGraph(readingAt: options.path)
    var traversal = try walk.traversal(depth: 1)
    if format.isPicture { traversal.limit = traversal.limit ?? OpenGraph.ExportFormat.pictureLimit }
    let (part, omitted) = try graph.part(
      around: around.map { try graph.found($0) }, traversal, isSparse: format.isPicture)
    let files = try part.files(format)
    if omitted > 0 {
      MessageLog().warn(
        options.path,
        "The \(format.rawValue) leaves out \(omitted) of the things within reach; raise --limit to have them.")
    }
    if let output, output != "-" {
      for file in files { try Data(file.text.utf8).write(to: URL(fileURLWithPath: path(of: file.part, output))) }
    } else {
      let stream = StandardOutput()
      for (index, file) in files.enumerated() {
        if index > 0 { try stream.writeLine("") }
        try stream.write(file.text.utf8)
      }
      try stream.flush()
    }
    if part.nodes.isEmpty { throw ExitCode.nothingFound }
  }

  @Sendable private static func format(_ name: String) throws -> OpenGraph.ExportFormat {
    guard let format = OpenGraph.ExportFormat(rawValue: name.lowercased()) else {
      throw ValidationError("There is no format named \(name).")
    }
    return format
  }

  /// "graph-nodes.csv" for the nodes of "graph.csv".
  private func path(of part: String?, _ output: String) -> String {
    guard let part else { return output }
    let url = URL(fileURLWithPath: output)
    let stem = url.deletingPathExtension().lastPathComponent
    let name = url.pathExtension.isEmpty ? "\(stem)-\(part)" : "\(stem)-\(part).\(url.pathExtension)"
    return url.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
