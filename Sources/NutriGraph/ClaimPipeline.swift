public import Documents
import Extraction
public import GraphModel
public import Ingestion
import Linguistics

/// The way from bytes to claims: read, analyse, extract. Pure and safe to share between threads.
public struct ClaimPipeline: Sendable {
  let reader = DocumentReader()
  let analyzer: Analyzer
  let extractor: ClaimExtractor

  /// Loads the model, the lexicons and the rules.
  public init() throws {
    analyzer = try Analyzer()
    extractor = try ClaimExtractor()
  }

  /// Raised with each change that makes the same bytes give other claims, so that they are read again.
  private static let revision = 2

  /// Changes when the record's content does, or the way it is read.
  public static func fingerprint(of record: InputRecord) -> String {
    var hash = SHA256()
    hash.update("\(revision) \(record.id) \(record.title ?? "") \(record.url ?? "")\n".utf8)
    hash.update(record.bytes)
    return hash.finish()
  }

  /// What became of one input.
  public enum Outcome: Sendable {
    /// The document's claims, with what was noticed while reading it.
    case claims(DocumentClaims, [Diagnostic])
    case failure(Diagnostic)
  }

  /// The claims of a document.
  public func claims(of record: InputRecord) -> Outcome {
    do {
      let document = try reader.document(from: record)
      var claims = extractor.claims(in: analyzer.analyze(document))
      claims.signature = ShingleSignature(of: document.text)
      return .claims(claims, document.diagnostics)
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
        case .success(let record): claims(of: record)
        case .failure(let failure): .failure(failure.diagnostic)
        }
      },
      consume: { outcome, _ in try consume(outcome) })
  }
}
