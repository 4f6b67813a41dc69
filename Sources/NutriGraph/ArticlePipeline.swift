public import Documents
public import Ingestion

/// The way from bytes to a cleaned article in one of its written forms. Pure and safe to share between threads.
public struct ArticlePipeline: Sendable {
  private let reader = DocumentReader()
  private let renderer: ArticleRenderer

  public init(format: ArticleRenderer.Format) {
    renderer = ArticleRenderer(format)
  }

  /// What became of one input.
  public enum Outcome: Sendable {
    /// The article as text, empty if the input holds none, with what was noticed while reading it.
    case article(String, [Diagnostic])
    case failure(Diagnostic)
  }

  /// The article that a record holds.
  public func article(of record: InputRecord) -> Outcome {
    do {
      let document = try reader.document(from: record)
      return .article(renderer.render(document), document.diagnostics)
    } catch {
      return .failure(Diagnostic(.error, input: record.source, message: "\(error)"))
    }
  }

  /// Reads all inputs and hands on what became of each, in the inputs' order whatever `jobs` is.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, http and https addresses, and `-` for the standard input.
  ///   - jobs: How many documents are worked on at a time.
  ///   - web: What may be fetched from the web.
  ///   - consume: Takes each outcome; what it throws ends the run.
  public func run(
    _ inputs: [String], jobs: Int, web: WebPolicy = WebPolicy(), isolation: isolated (any Actor)? = #isolation,
    consume: (Outcome) throws -> Void
  ) async throws {
    try await RecordRun(jobs: jobs, web: web).run(
      inputs,
      outcome: { item in
        switch item.readable() {
        case .success(let record): article(of: record)
        case .failure(let failure): .failure(failure.diagnostic)
        }
      },
      consume: { outcome, _ in try consume(outcome) })
  }
}
