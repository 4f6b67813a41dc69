import Documents
import Foundation
import GraphModel
import GraphStore
public import Ingestion

extension OpenGraph {
  /// How an ingest is done. The graph that results does not depend on it.
  public struct IngestOptions: Sendable {
    /// How many documents are worked on at a time; by default as many as there are processors.
    public var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// How many documents are written in one transaction at most.
    public var batch = 64
    /// What may be fetched from the web.
    public var web = WebPolicy()

    public init() {}
  }

  /// Reads articles into the graph: new ones are added, changed ones replace what they said before, unchanged ones cost a
  /// look at their bytes.
  ///
  /// Documents are written in batches, each whole or not at all, so that a process that is killed loses the batch under way
  /// and the next run goes on from there. Cancelling the task ends the run after the batch under way.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, http and https addresses, and `-` for the standard input.
  ///   - log: Takes a message for each input that could not be read or was read with reservations.
  ///   - progress: Called after each document.
  /// - Throws: `GraphStoreError` if the graph cannot be written; what was written before stays.
  public func ingest(
    _ inputs: [String], options: IngestOptions = IngestOptions(), log: MessageLog = MessageLog(),
    isolation: isolated (any Actor)? = #isolation, progress: (IngestProgress) -> Void = { _ in }
  ) async throws -> IngestSummary {
    var known: [String: String] = [:]
    for document in try store.sources() { known[document.document.source] = document.fingerprint }
    var run = IngestRun(store: store, log: log, batchSize: options.batch)
    // Loading the model takes longer than finding out that nothing has changed.
    let pipeline = Deferred { try ClaimPipeline() }
    let total = InputRecords.totalBytes(of: inputs)
    let start = ContinuousClock.now
    let records = RecordRun(
      jobs: options.jobs, web: options.web, validators: try store.validators().mapValues(WebValidators.init(text:)))
    try await records.run(
      inputs, outcome: { [known] item in IngestRun.step(item, pipeline: pipeline, known: known) },
      consume: { step, bytesRead in
        try run.take(step)
        progress(
          IngestProgress(
            summary: run.summary, bytesRead: bytesRead, bytesTotal: total,
            elapsed: (ContinuousClock.now - start) / .seconds(1)))
      })
    try run.flush()
    run.summary.isInterrupted = Task.isCancelled
    return run.summary
  }
}

/// The writing side of an ingest: gathers documents into batches and counts what became of them.
private struct IngestRun {
  /// What became of one input before it meets the store.
  enum Step: Sendable {
    case unchanged
    case document(IncomingDocument, [Diagnostic])
    case failure(Diagnostic)
    /// The pipeline itself cannot be had.
    case abort(any Error)
  }

  let store: GraphStore
  let log: MessageLog
  let batchSize: Int
  var summary = IngestSummary()
  private var batch: [IncomingDocument] = []
  private var lastWrite = ContinuousClock.now
  /// A batch is written when it is full or this old, so that an interruption loses little.
  private static let oldest = Duration.seconds(2)

  init(store: GraphStore, log: MessageLog, batchSize: Int) {
    self.store = store
    self.log = log
    self.batchSize = batchSize
  }

  /// Reads one input unless its bytes are as the store has them. Pure.
  static func step(_ item: InputRecords.Item, pipeline: Deferred<ClaimPipeline>, known: [String: String]) -> Step {
    switch item {
    case .failure(let diagnostic): return .failure(diagnostic)
    case .unchanged: return .unchanged
    case .record(let record):
      let fingerprint = ClaimPipeline.fingerprint(of: record)
      if known[record.source] == fingerprint { return .unchanged }
      do {
        switch try pipeline.value.claims(of: record) {
        case .claims(let claims, let diagnostics):
          return .document(
            IncomingDocument(claims: claims, fingerprint: fingerprint, validators: record.validators?.text), diagnostics
          )
        case .failure(let diagnostic): return .failure(diagnostic)
        }
      } catch {
        return .abort(error)
      }
    }
  }

  mutating func take(_ step: Step) throws {
    switch step {
    case .unchanged: summary.unchanged += 1
    case .document(let document, let diagnostics):
      diagnostics.forEach(log.report)
      batch.append(document)
      if batch.count >= batchSize || ContinuousClock.now - lastWrite >= Self.oldest { try flush() }
    case .failure(let diagnostic):
      log.report(diagnostic)
      summary.failed += 1
    case .abort(let error): throw error
    }
  }

  mutating func flush() throws {
    guard !batch.isEmpty else { return }
    for outcome in try store.write(batch) {
      switch outcome {
      case .new: summary.new += 1
      case .updated: summary.updated += 1
      case .unchanged: summary.unchanged += 1
      }
    }
    batch = []
    lastWrite = .now
  }
}
