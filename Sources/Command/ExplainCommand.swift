import ArgumentParser
import Extraction
import Foundation
import GraphModel
import Ingestion
import NutriGraph

/// `nutrigraph explain`: why an article gives the claims it gives.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows per sentence the parse, the entities, the rules that fired and what was ruled out.",
    discussion: """
      Lines that begin with + became claims, those with - were weighed and left out; the number is the probability.

      Example: echo "Vitamin D helps the body absorb calcium." | nutrigraph explain -
      """)

  @Flag(help: "Leave out the parse.")
  var noParse = false

  @Flag(help: "Show the features that weighed most.")
  var reasons = false

  @Argument(help: "Files, or - for the standard input.")
  var inputs: [String]

  func run() throws {
    let log = MessageLog()
    let pipeline = try ClaimPipeline()
    let output = StandardOutput()
    var records = InputRecords(inputs)
    var failures = 0
    while let item = records.next() {
      switch item {
      case .record(let record):
        for sentence in try pipeline.explanations(of: record) { try output.write(Array(text(of: sentence).utf8)) }
      case .failure(let diagnostic):
        log.report(diagnostic)
        failures += 1
      case .unchanged:
        continue
      }
    }
    try output.flush()
    if failures > 0 { throw ExitCode.someInputsFailed }
  }

  private func text(of sentence: ExplainedSentence) -> String {
    let explanation = sentence.explanation
    var lines = [explanation.text]
    if !noParse { lines += sentence.parse.map { "    " + $0 } }
    lines.append(
      "  entities: " + explanation.mentions.map { "\($0.name) (\($0.type.rawValue))" }.joined(separator: ", "))
    for item in explanation.considered {
      lines.append(
        "  \(item.isChosen ? "+" : "-") \(String(format: "%.2f", item.probability)) \(item.subject.name) "
          + "\(item.relation.rawValue) \(item.object.name)  [\(item.rule)]")
      if reasons {
        lines += item.reasons.map { "        \(String(format: "%+.2f", $0.weight)) \($0.feature)" }
      }
    }
    for rejection in explanation.rejected {
      lines.append(
        "  x \(rejection.rule): the schema does not link \(rejection.subject.type.rawValue) \(rejection.subject.name) "
          + "and \(rejection.object.type.rawValue) \(rejection.object.name) so")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
