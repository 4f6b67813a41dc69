public import GraphModel
public import Linguistics

/// Reads the claims of an analysed document.
public struct ClaimExtractor: Sendable {
  public init() throws {}

  /// The document's claims, each distinct triple once with all its evidence, in order of first mention.
  public func claims(in document: AnalyzedDocument) -> DocumentClaims {
    DocumentClaims(
      doc: document.document.id, source: document.document.source, title: document.document.metadata.title ?? "",
      published: document.document.metadata.published, claims: [])
  }
}
