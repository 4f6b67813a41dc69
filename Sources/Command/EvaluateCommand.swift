import ArgumentParser
import Foundation
import GraphModel
import NutriGraph
import Ontology

/// `nutrigraph evaluate`: how extraction fares beside a careful reader.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures the extracted claims against gold claims: precision, recall and F1.",
    discussion: """
      GOLD-FOLDER holds one JSON file of claims an article, and the articles in its folder articles. Claims are compared \
      article by article and one to one, at five levels: claims (relation equal, names close), strict (names and types \
      equal), family (a relation of the same family), pair (any relation) and entities.

      Example: nutrigraph evaluate Corpus --errors 20
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How many documents to work on at a time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("Score these claims instead of extracting them: what extract prints.", valueName: "file"))
  var claims: String?

  @Option(help: ArgumentHelp("Measure these documents only.", valueName: "id,id"))
  var only: String = ""

  @Option(help: ArgumentHelp("Show so many of the missed and the wrong claims.", valueName: "count"))
  var errors = 0

  @Option(help: "The form of the report.")
  var format = Format.text

  @Argument(help: "The folder with gold claims and articles.")
  var goldFolder: String

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 1024.") }
    guard errors >= 0 else { throw ValidationError("--errors takes a number from 0.") }
  }

  func run() async throws {
    let log = MessageLog()
    let gold = try GoldFolder(path: goldFolder, only: Set(only.split(separator: ",").map(String.init)))
    gold.diagnostics.forEach(log.report)
    var failures = 0
    var extracted: [DocumentClaims] = []
    if let claims {
      extracted = try Self.claims(inFile: claims)
    } else {
      try await ClaimPipeline().run(gold.articles, jobs: jobs) { outcome in
        switch outcome {
        case .claims(let claims, let diagnostics):
          diagnostics.forEach(log.report)
          extracted.append(claims)
        case .failure(let diagnostic):
          log.report(diagnostic)
          failures += 1
        }
      }
    }
    let report = EvaluationReport(
      Evaluation(
        gold: gold.documents, extracted: extracted, symmetric: try Schema.bundled().symmetricRelations))
    let output = StandardOutput()
    try output.writeLine(format == .json ? report.json() : report.text(errors: errors))
    try output.flush()
    if failures > 0 { throw ExitCode.someInputsFailed }
  }

  private static func claims(inFile path: String) throws -> [DocumentClaims] {
    let decoder = JSONDecoder()
    let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
    return try lines.enumerated().map { index, line in
      do {
        return try decoder.decode(DocumentClaims.self, from: line)
      } catch {
        throw ValidationError("\(path):\(index + 1): The line is not in the form of extracted claims: \(error)")
      }
    }
  }
}
