public import GraphModel

/// The claims of a document on their way into the store.
public struct IncomingDocument: Sendable, Hashable {
  public var claims: DocumentClaims
  /// Changes when the source's content, or how it is read, changes; a hash, say. Equal fingerprints mean "unchanged".
  public var fingerprint: String
  /// What a later reading asks the source's server with, whether the content has changed; opaque to the store.
  public var validators: String?

  public init(claims: DocumentClaims, fingerprint: String, validators: String? = nil) {
    self.claims = claims
    self.fingerprint = fingerprint
    self.validators = validators
  }
}

/// What a write did with a document.
public enum WriteOutcome: String, Sendable, Hashable, Codable {
  case new, updated, unchanged
}

/// A document that the store holds.
public struct StoredDocument: Sendable, Hashable, Codable {
  public var document: GraphDocument
  public var fingerprint: String
  /// The smallest source among the copies of its article, itself included.
  public var group: String
  /// How many statements it makes.
  public var statements: Int

  public init(document: GraphDocument, fingerprint: String, group: String, statements: Int) {
    self.document = document
    self.fingerprint = fingerprint
    self.group = group
    self.statements = statements
  }
}
