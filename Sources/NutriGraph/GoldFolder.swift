public import Documents
import Foundation
public import GraphModel
import Ingestion

/// A folder with articles (in `articles/`) and, beside that folder, the claims that a careful reader found in them, one
/// JSON file an article.
public struct GoldFolder: Sendable {
  /// Sorted by id.
  public let documents: [GoldDocument]
  /// The paths of the documents' articles, in the order of the documents.
  public let articles: [String]
  /// Documents without an article: they count as extracted empty.
  public let diagnostics: [Diagnostic]

  /// Reads the gold files and finds their articles.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - only: Ids of the documents to take; all of them if empty.
  /// - Throws: ``GoldFolderError`` if a file cannot be read or none is left.
  public init(path: String, only: Set<String> = []) throws(GoldFolderError) {
    let files = try Self.names(in: path).filter { $0.hasSuffix(".json") }
    var documents: [GoldDocument] = []
    for file in files where only.isEmpty || only.contains(String(file.dropLast(5))) {
      documents.append(try Self.gold(at: "\(path)/\(file)"))
    }
    guard !documents.isEmpty else { throw .noGold(path: path) }
    self.documents = documents.sorted { $0.doc < $1.doc }
    let articles = try Self.articles(in: "\(path)/articles")
    self.articles = self.documents.compactMap { articles[$0.doc] }
    diagnostics = self.documents.filter { articles[$0.doc] == nil }.map {
      Diagnostic(
        .warning, input: "\(path)/articles",
        message: "There is no article \($0.doc); add it, or its claims count as missed.")
    }
  }

  private static func names(in folder: String) throws(GoldFolderError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .unreadable(path: folder, reason: error.localizedDescription)
    }
  }

  private static func articles(in folder: String) throws(GoldFolderError) -> [String: String] {
    let paths = try names(in: folder).map { (DocumentID.ofFile($0), "\(folder)/\($0)") }
    return Dictionary(paths) { first, _ in first }
  }

  private static func gold(at path: String) throws(GoldFolderError) -> GoldDocument {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
    do {
      return try GoldDocument(jsonData: data)
    } catch {
      throw .invalid(path: path, error)
    }
  }
}

/// Why a folder of gold claims cannot be used.
public enum GoldFolderError: Error, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case noGold(path: String)
  case invalid(path: String, GoldError)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .noGold(let path):
      "\(path): The folder holds no gold files; name a folder with one JSON file an article, beside a folder articles."
    case .invalid(let path, let error): "\(path): \(error)"
    }
  }
}
