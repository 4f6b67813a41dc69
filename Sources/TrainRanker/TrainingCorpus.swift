import Extraction
import Foundation
import GraphModel
import Ingestion
import Linguistics
import Ontology

/// The hypotheses of all articles with their features as integers and whether the gold has them.
struct TrainingCorpus {
  struct Example {
    /// Indices into ``TrainingCorpus/featureNames``.
    var features: [Int32]
    var isGold: Bool
    /// The triple claimed, to count each once: an index into the document's ``Document/matches``.
    var triple: Int
    /// The two things of the triple whatever the relation, for the rivalry between relations.
    var pair: String
    var relation: RelationType
    var show: String
  }

  struct Document {
    var id: String
    /// The folder it came from, as the command line names it.
    var folder: String
    var examples: [Example] = []
    /// For each distinct triple, the gold claims it matches.
    var matches: [[Int]] = []
    var gold: [String]
  }

  private(set) var documents: [Document] = []
  private(set) var featureNames: [String] = []
  private var featureNumbers: [String: Int32] = [:]

  var exampleCount: Int { documents.reduce(0) { $0 + $1.examples.count } }
  var positiveCount: Int { documents.reduce(0) { $0 + $1.examples.count { $0.isGold } } }
  var goldCount: Int { documents.reduce(0) { $0 + $1.gold.count } }

  /// How much of the gold any choice among the hypotheses could reach.
  var reachable: String {
    let hit = documents.reduce(0) { $0 + Set($1.matches.joined()).count }
    return "reachable: \(hit) of \(goldCount) gold claims"
  }

  init(folders: [URL]) throws {
    let reader = DocumentReader()
    let analyzer = try Analyzer()
    let extractor = try ClaimExtractor()
    for folder in folders {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
      for name in names.sorted() {
        let gold = try JSONDecoder().decode(
          GoldDocument.self, from: Data(contentsOf: folder.appendingPathComponent(name)))
        let path = try Self.article(of: gold.doc, in: folder)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let document = try reader.document(from: InputRecord(id: gold.doc, source: path, bytes: bytes))
        append(extractor.trainingExamples(in: analyzer.analyze(document)), gold, from: folder.relativePath)
      }
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

  private mutating func append(_ examples: [TrainingExample], _ gold: GoldDocument, from folder: String) {
    let matcher = GoldMatcher(gold)
    var document = Document(id: gold.doc, folder: folder, gold: matcher.claims.map(\.show))
    var triples: [String: Int] = [:]
    for example in examples {
      let key = GoldMatcher.key(of: example)
      let triple = triples[key] ?? document.matches.count
      if triple == document.matches.count {
        triples[key] = triple
        document.matches.append(matcher.matches(of: example))
      }
      document.examples.append(
        Example(
          features: example.features.map { number(of: $0) }, isGold: !document.matches[triple].isEmpty, triple: triple,
          pair: GoldMatcher.pairKey(of: example),
          relation: example.relation,
          show: "\(example.subject.name) --\(example.relation.rawValue)--> \(example.object.name)\t"
            + "\(example.rule)\t\(example.sentence.prefix(160))"))
    }
    documents.append(document)
  }

  private mutating func number(of feature: String) -> Int32 {
    if let known = featureNumbers[feature] { return known }
    let number = Int32(featureNames.count)
    featureNames.append(feature)
    featureNumbers[feature] = number
    return number
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
