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
    /// Whether to learn from it: not where it claims what the gold has, but from another sentence.
    var isClear = true
    /// The triple claimed, to count each once: an index into the document's ``Document/matches``.
    var triple: Int
    /// The two things of the triple whatever the relation, for the rivalry between relations.
    var pair: String
    /// The names of the two as the extractor's knowledge of other articles has them.
    var statement: Statement
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
    /// For each gold claim, what the extractor lacks for it: see ``GoldMatcher/obstacle(to:entities:examples:)``.
    var obstacles: [String] = []
  }

  private(set) var documents: [Document] = []
  private var numbers = FeatureNumbers()

  var featureNames: [String] { numbers.names }

  var exampleCount: Int { documents.reduce(0) { $0 + $1.examples.count } }
  var positiveCount: Int { documents.reduce(0) { $0 + $1.examples.count { $0.isGold } } }
  var goldCount: Int { documents.reduce(0) { $0 + $1.gold.count } }

  func examples(of articles: [Int]) -> [LabelledExample] {
    articles.flatMap {
      documents[$0].examples.filter(\.isClear).map { LabelledExample(features: $0.features, isGold: $0.isGold) }
    }
  }

  /// How much of the gold any choice among the hypotheses could reach.
  var reachable: String {
    var byFolder: [String: (hit: Int, gold: Int)] = [:]
    for document in documents {
      byFolder[document.folder, default: (0, 0)].hit += Set(document.matches.joined()).count
      byFolder[document.folder, default: (0, 0)].gold += document.gold.count
    }
    return byFolder.sorted { $0.key < $1.key }
      .map { "reachable in \($0.key): \($0.value.hit) of \($0.value.gold) gold claims" }.joined(separator: "\n")
  }

  /// Adds what other articles than an example's own say of its pair.
  mutating func add(_ statements: StatementCounts) {
    for number in documents.indices {
      let others = statements.without(number)
      for index in documents[number].examples.indices {
        let statement = documents[number].examples[index].statement
        let names = KnownClaims.featureNames(of: others.counts(of: statement), relation: statement.relation)
        documents[number].examples[index].features += names.map { numbers[$0] }
      }
    }
  }

  /// - Parameters:
  ///   - articles: articles with their gold claims.
  ///   - extractor: for each article, the extractor to list its hypotheses with.
  init(_ articles: [GoldArticle], extractor: (Int) -> ClaimExtractor) {
    for (number, article) in articles.enumerated() {
      let extractor = extractor(number)
      append(
        extractor.trainingExamples(in: article.document), extractor.entities(in: article.document), article.gold,
        from: article.folder)
    }
  }

  private mutating func append(
    _ examples: [TrainingExample], _ entities: [EntityReference], _ gold: GoldDocument, from folder: String
  ) {
    let matcher = GoldMatcher(gold)
    var document = Document(id: gold.doc, folder: folder, gold: matcher.claims.map(\.show))
    var triples: [String: Int] = [:]
    var stated: Set<Int> = []
    var exact: [[Int]] = []
    for example in examples {
      let key = GoldMatcher.key(of: example)
      let triple = triples[key] ?? document.matches.count
      if triple == document.matches.count {
        triples[key] = triple
        document.matches.append(matcher.matches(of: example))
        exact.append(matcher.exact(document.matches[triple], of: example))
      }
      let matches = document.matches[triple]
      let isStated = matcher.isStated(matches, in: example.sentence)
      if isStated { stated.insert(triple) }
      document.examples.append(
        Example(
          features: example.features.map { numbers[$0] }, isGold: !matches.isEmpty,
          isClear: matches.isEmpty || isStated,
          triple: triple,
          pair: GoldMatcher.pairKey(of: example),
          statement: Statement(
            subject: example.subject.name.lowercased(), relation: example.relation,
            object: example.object.name.lowercased()),
          relation: example.relation,
          show: "\(example.subject.name) --\(example.relation.rawValue)--> \(example.object.name)\t"
            + "\(example.rule)\t\(example.sentence.prefix(160))"))
    }
    // "Soy is a food" is wrong beside "soy is a calcium-enriched food", which the gold has.
    let named = Set(exact.joined())
    for number in document.examples.indices {
      let triple = document.examples[number].triple
      let own = document.matches[triple]
      guard !own.isEmpty, exact[triple].isEmpty, own.allSatisfy(named.contains) else { continue }
      document.examples[number].isGold = false
      document.examples[number].isClear = true
    }
    // A claim that the gold places in no sentence of its hypotheses (a cell, a lead-in) is learned from all of them.
    for number in document.examples.indices where !stated.contains(document.examples[number].triple) {
      document.examples[number].isClear = true
    }
    let reached = Set(document.matches.joined())
    document.obstacles = matcher.obstacles(reached: reached, entities: entities, examples: examples)
    documents.append(document)
  }
}
