import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph ask`: questions in plain English.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answers questions in plain English, with the sentences the answers rest on.",
    discussion: """
      nutrigraph ask "what does magnesium affect?"
      nutrigraph ask --format json < questions.txt

      Without questions they are read from the standard input, one a line. Exits with 1 if nothing was found for any of \
      them.
      """)

  @OptionGroup var options: GraphOptions

  @Option(help: "text for people, json for programs (one line a question).")
  var format = OutputFormat.text

  @Option(help: "How many answers of each kind the text shows.")
  var limit = 20

  @Argument(help: "Questions, each in quotation marks.")
  var questions: [String] = []

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1 up.") }
  }

  func run() throws {
    let graph = try OpenGraph(readingAt: options.path).answerer()
    let output = StandardOutput()
    var found = false
    var isFirst = true
    func answer(_ question: String) throws {
      let report = try graph.report(on: question)
      found = found || !report.isEmpty
      switch format {
      case .json: try output.writeLine(String(decoding: JSONEncoder.line.encode(report), as: UTF8.self))
      case .text:
        try output.writeLine((isFirst ? "" : "\n") + report.text(limit: limit, examples: graph.exampleQuestions))
      }
      isFirst = false
      try output.flush()
    }
    for question in questions { try answer(question) }
    if questions.isEmpty {
      while let line = readLine() {
        if !line.allSatisfy(\.isWhitespace) { try answer(line) }
      }
    }
    guard found else { throw ExitCode.nothingFound }
  }
}
