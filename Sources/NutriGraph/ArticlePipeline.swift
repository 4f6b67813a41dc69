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
  ///   - inputs: Files, folders and `-` for the standard input.
  ///   - jobs: How many documents are worked on at a time.
  ///   - consume: Takes each outcome; what it throws ends the run.
  public func run(
    _ inputs: [String], jobs: Int, isolation: isolated (any Actor)? = #isolation,
    consume: (Outcome) throws -> Void
  ) async throws {
    var records = InputRecords(inputs)
    let map = OrderedMap<InputRecords.Item, Outcome>(
      jobs: jobs, weight: 64 << 20,
      weigh: { item in
        if case .record(let record) = item { record.bytes.count } else { 0 }
      },
      transform: { item in
        switch item {
        case .record(let record): article(of: record)
        case .failure(let diagnostic): .failure(diagnostic)
        }
      })
    try await map.run(next: { records.next() }, consume: consume)
  }
}
