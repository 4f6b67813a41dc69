import Documents
import Ingestion

/// Does the same with every document of a list of inputs, several at a time, and hands the outcomes on in their order.
struct RecordRun: Sendable {
  var jobs: Int
  var web = WebPolicy()
  /// By address, what servers said about pages that are at hand already.
  var validators: [String: WebValidators] = [:]

  /// The most bytes of documents that may be under way; one document may have more by itself.
  private static let weight = 64 << 20

  /// - Parameters:
  ///   - outcome: Pure; called from several threads.
  ///   - consume: Takes each outcome with the bytes of input read so far; what it throws ends the run.
  func run<Outcome: Sendable>(
    _ inputs: [String], isolation: isolated (any Actor)? = #isolation,
    outcome: @escaping @Sendable (InputRecords.Item) -> Outcome, consume: (Outcome, Int) throws -> Void
  ) async throws {
    var records = InputRecords(inputs, web: web, validators: validators)
    let map = OrderedMap<InputRecords.Item, Outcome>(
      jobs: jobs, weight: Self.weight,
      weigh: { item in
        if case .record(let record) = item { record.bytes.count } else { 0 }
      },
      transform: outcome)
    try await map.run(next: { records.next() }, consume: { try consume($0, records.bytesRead) })
  }
}

extension InputRecords.Item {
  /// The record, or why there is none.
  func readable() -> Result<InputRecord, ReadFailure> {
    switch self {
    case .record(let record): .success(record)
    case .failure(let diagnostic): .failure(ReadFailure(diagnostic: diagnostic))
    case .unchanged(let source):
      .failure(ReadFailure(diagnostic: Diagnostic(.note, input: source, message: "It has not changed.")))
    }
  }
}

/// A diagnostic in the place of a document.
struct ReadFailure: Error {
  var diagnostic: Diagnostic
}
