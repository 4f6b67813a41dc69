import ArgumentParser
import Ingestion
import NutriGraph

/// `nutrigraph article`: the cleaned article, without all that surrounds it.
struct ArticleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article",
    abstract: "Prints the articles that pages and texts hold, without all that surrounds them.",
    discussion: """
      Exits with 2 if an input could not be read and with 1 if no input holds an article.

      Example: nutrigraph article --format markdown page.html
      """)

  @Option(
    help: "text: the body alone; markdown: with title and structure; json: one object a line.",
    transform: { name in
      guard let format = ArticleRenderer.Format(rawValue: name) else {
        throw ValidationError("There is no format \(name): choose text, markdown or json.")
      }
      return format
    })
  var format = ArticleRenderer.Format.text

  @OptionGroup var inputs: InputOptions

  func run() async throws {
    let log = MessageLog()
    let output = StandardOutput()
    var failures = 0
    var articles = 0
    try await ArticlePipeline(format: format).run(inputs.inputs, jobs: inputs.jobs, web: inputs.web) { outcome in
      switch outcome {
      case .article(let article, let diagnostics):
        diagnostics.forEach(log.report)
        try output.write(article.utf8)
        articles += article.isEmpty ? 0 : 1
      case .failure(let diagnostic):
        log.report(diagnostic)
        failures += 1
      }
    }
    try output.flush()
    if failures > 0 { throw ExitCode.someInputsFailed }
    if articles == 0 { throw ExitCode.nothingFound }
  }
}
