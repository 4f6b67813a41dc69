public import Foundation

extension Lexicon {
  /// Reads the bundled lexicons and those of a user's folders (`*.tsv`), whose meanings go before the bundled ones.
  ///
  /// Throws a ``DataFileError`` with everything that is wrong with the files, or the error of a file that cannot be read.
  public init(schema: Schema, userFolders: [URL] = []) throws {
    let resources = Bundle.module.bundleURL.appendingPathComponent("Resources")
    var builder = try LexiconBuilder(schema: schema, normalizer: WordNormalizer(.spelling))
    let bundled = ["curated", "derived"].map { resources.appendingPathComponent("lexicon/\($0)") }
    for (layer, folder) in (userFolders + bundled).enumerated() {
      for url in try Self.files(in: folder) { builder.add(try Self.file(at: url), layer: layer) }
    }
    if !builder.issues.isEmpty { throw DataFileError(issues: builder.issues) }
    storage = builder.storage
  }

  /// Reads lexicon files given as text, one layer each: for tests and for lexicons that are not files.
  public init(schema: Schema, texts: [(name: String, text: String)]) throws {
    var builder = try LexiconBuilder(schema: schema, normalizer: WordNormalizer(.spelling))
    for (layer, file) in texts.enumerated() {
      builder.add(DelimitedFile(name: file.name, bytes: Array(file.text.utf8)), layer: layer)
    }
    if !builder.issues.isEmpty { throw DataFileError(issues: builder.issues) }
    storage = builder.storage
  }

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private static func file(at url: URL) throws -> DelimitedFile {
    DelimitedFile(name: url.lastPathComponent, bytes: try [UInt8](Data(contentsOf: url)))
  }
}
