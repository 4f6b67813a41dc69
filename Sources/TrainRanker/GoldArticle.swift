import Extraction
import Foundation
import GraphModel
import Ingestion
import Linguistics

/// An analysed article with its gold claims.
struct GoldArticle {
  var gold: GoldDocument
  /// The folder it came from, as the command line names it.
  var folder: String
  var document: AnalyzedDocument

  /// All articles of a folder with files NAME.json of gold claims and a subfolder "articles", by name.
  static func all(in folder: URL, _ analyzer: Analyzer) throws -> [GoldArticle] {
    let reader = DocumentReader()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    return try names.sorted().map { name in
      let gold = try JSONDecoder().decode(
        GoldDocument.self, from: Data(contentsOf: folder.appendingPathComponent(name)))
      let path = try article(of: gold.doc, in: folder)
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let document = try reader.document(from: InputRecord(id: gold.doc, source: path, bytes: bytes))
      return GoldArticle(gold: gold, folder: folder.relativePath, document: analyzer.analyze(document))
    }
  }

  private static func article(of id: String, in folder: URL) throws -> String {
    let articles = folder.appendingPathComponent("articles")
    for name in try FileManager.default.contentsOfDirectory(atPath: articles.path)
    where (name as NSString).deletingPathExtension == id {
      return articles.appendingPathComponent(name).path
    }
    throw TrainingError.noArticle(id)
  }
}

enum TrainingError: Error, CustomStringConvertible {
  case noArticle(String)

  var description: String {
    switch self {
    case .noArticle(let id): "There is no article for the gold claims of \(id) in the folder \"articles\"."
    }
  }
}
