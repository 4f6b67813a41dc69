import Foundation
import GraphExport
import GraphModel
import Ontology

/// A graph whose names hold what breaks writers.
enum Sample {
  static let names = [
    "vitamin \"D\"", "CHEBI:25107; <b>&amp; co</b>", "crème brûlée 🍮", "back\\slash\\", "two\nlines, 'and' a\ttab",
  ]
  static let plainNames = ["vitamin D", "egg", "salmon", "lard", "mushroom"]
  static let sentence = "He said: \"eggs & <milk>\",\nnot \\lard\\; naïve 🍳."

  static func graph(names: [String] = names) throws -> ExportGraph {
    let subject = EntityReference(name: names[0], type: .nutrient, aliases: ["cholecalciferol"], ids: ["CHEBI:28940"])
    func claim(_ name: String, _ polarity: Polarity, _ certainty: Certainty) -> Claim {
      Claim(
        subject: subject, relation: .foundIn, object: EntityReference(name: name, type: .food), polarity: polarity,
        certainty: certainty, evidence: [Evidence(text: sentence, start: 3, end: 50, section: "A > B", rule: "r")])
    }
    let source = KnowledgeGraph(
      [
        DocumentClaims(
          doc: "one", source: "folder/one <1>.txt", title: "Title \"one\"", published: "2024-05-01",
          claims: [
            claim(names[1], .positive, .asserted), claim(names[2], .positive, .hedged),
            claim(names[3], .negative, .asserted),
            claim(names[4], .positive, .asserted),
          ]),
        DocumentClaims(
          doc: "two", source: "two", title: "Two", claims: [claim(names[4], .negative, .asserted)]),
      ], symmetric: [])
    return try ExportGraph(of: source.allEntities(), in: source, schema: Schema.bundled()) { _ in true }
  }

  /// A file beside this one, as the test bundle has it.
  static func url(_ name: String) -> URL { Bundle.module.bundleURL.appending(path: "Readers/\(name)") }

  /// The same file in the sources.
  static func sourceURL(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Readers/\(name)")
  }

  /// Writes files into a new folder: "graph", or "graph-nodes" and the like.
  static func write(_ files: [ExportFile], as format: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(format)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files {
      let name = file.part.map { "graph-\($0)" } ?? "graph"
      try Data(file.text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }

  static func run(_ command: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
