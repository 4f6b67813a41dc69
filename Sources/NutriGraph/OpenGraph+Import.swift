import Documents
import Foundation
import GraphModel
import GraphStore
import Ingestion
import Ontology

extension OpenGraph {
  /// Reads a claims file (JSON Lines, one document a line, as `extract` prints them), or the standard input for `-`, into
  /// the graph.
  ///
  /// A line that is no document counts as failed. Claims whose types the schema does not know are left out with a message;
  /// the document's other claims count. A document that the graph holds is replaced if its line changed.
  ///
  /// - Parameter log: Takes what is wrong with a line; the others are read all the same.
  /// - Throws: `GraphStoreError` if the graph cannot be written; what was written before stays.
  public func importClaims(_ input: String, log: MessageLog = MessageLog()) throws -> IngestSummary {
    var run = ImportRun(store: store, log: log, schema: try Schema.bundled())
    do {
      let lines = try InputLines(input)
      while let bytes = try lines.next() { try run.take(bytes, of: input) }
    } catch let error as InputError {
      log.report(Diagnostic(.error, input: input, message: error.description))
      run.summary.failed += 1
    }
    try run.flush()
    return run.summary
  }
}

/// The way of lines into the store: decodes, checks against the schema, gathers into batches, counts.
private struct ImportRun {
  let store: GraphStore
  let log: MessageLog
  let schema: Schema
  var summary = IngestSummary()
  private let decoder = JSONDecoder()
  private var batch: [IncomingDocument] = []
  private var batchedClaims = 0
  private var line = 0
  /// How many claims go into one transaction, give or take a document.
  private static let batchSize = 100_000

  init(store: GraphStore, log: MessageLog, schema: Schema) {
    self.store = store
    self.log = log
    self.schema = schema
  }

  mutating func take(_ bytes: [UInt8], of input: String) throws {
    line += 1
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    guard let document = document(bytes, at: "\(input), line \(line)") else {
      summary.failed += 1
      return
    }
    batch.append(document)
    batchedClaims += document.claims.claims.count
    if batchedClaims >= Self.batchSize { try flush() }
  }

  mutating func flush() throws {
    for outcome in try store.write(batch) {
      switch outcome {
      case .new: summary.new += 1
      case .updated: summary.updated += 1
      case .unchanged: summary.unchanged += 1
      }
    }
    batch = []
    batchedClaims = 0
  }

  private func document(_ bytes: [UInt8], at place: String) -> IncomingDocument? {
    do {
      var claims = try decoder.decode(DocumentClaims.self, from: Data(bytes))
      let issues = Set(claims.claims.compactMap(issue))
      for issue in issues.sorted() { log.report(Diagnostic(.warning, input: place, message: issue)) }
      if !issues.isEmpty { claims.claims.removeAll { issue(with: $0) != nil } }
      return IncomingDocument(claims: claims, fingerprint: SHA256.hex(of: bytes))
    } catch {
      log.report(Diagnostic(.error, input: place, message: Self.sentence(for: error)))
      return nil
    }
  }

  /// Why the schema does not take a claim.
  private func issue(with claim: Claim) -> String? {
    for end in [claim.subject, claim.object] where !schema.entityTypes.contains(end.type) {
      return "The schema has no entity type \"\(end.type.rawValue)\"; the claims with it are left out."
    }
    guard schema[claim.relation] != nil else {
      return "The schema has no relation \"\(claim.relation.rawValue)\"; the claims with it are left out."
    }
    return nil
  }

  /// What is wrong with a line, and where in it.
  private static func sentence(for error: any Error) -> String {
    func place(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
      (context.codingPath + [last].compactMap { $0 }).map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        .joined(separator: ".").replacing(".[", with: "[")
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context): return "The field \(place(context, key)) is missing."
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "The field \(place(context)) is not of the kind that claims have there."
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "The field \(place(context)) is wrong: \(context.debugDescription)"
    default: return "The line is no JSON object; claims files have one document a line, as extract prints them."
    }
  }
}
