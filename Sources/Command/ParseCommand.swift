import ArgumentParser
import Foundation
import NutriGraph

/// `nutrigraph parse`: syntactic analysis as CoNLL-U.
struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Prints sentences, words, tags, lemmas and dependency trees of a text as CoNLL-U.",
    discussion: """
      Paragraphs of raw text are parted by empty lines.

      Example: echo "Iron carries oxygen." | nutrigraph parse
      """)

  @Flag(help: "The input is CoNLL-U whose sentences and words are kept.")
  var pretokenized = false

  @Argument(help: "A file, or - for the standard input.")
  var input = "-"

  func run() async throws {
    let text = String(decoding: try bytes(), as: UTF8.self)
    let printer = try SyntaxPrinter()
    let output = StandardOutput()
    do {
      try output.write(
        pretokenized ? printer.conllu(ofPretokenized: text) : printer.conllu(of: text))
    } catch let error as ExitCode {
      throw error
    } catch {
      throw ValidationError("\(input): \(error)")
    }
    try output.flush()
  }

  private func bytes() throws -> Data {
    if input == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: input))
    } catch {
      throw ValidationError("\(input) could not be read: \(error.localizedDescription) Give a file or - for stdin.")
    }
  }
}
