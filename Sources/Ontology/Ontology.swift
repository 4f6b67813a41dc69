public import Foundation

/// What the program knows before it reads: the schema and the lexicons.
public struct Ontology: Sendable {
  public let schema: Schema
  public let lexicon: Lexicon

  public init(schema: Schema, lexicon: Lexicon) {
    self.schema = schema
    self.lexicon = lexicon
  }

  /// Loads the bundled schema and lexicons, with a user's own lexicon folders on top.
  public init(userFolders: [URL] = []) throws {
    schema = try Schema.bundled()
    lexicon = try Lexicon(schema: schema, userFolders: userFolders)
  }
}
