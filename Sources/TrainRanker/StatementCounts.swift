import Extraction
import Foundation
import GraphModel
import Ontology

/// A claim by its names in lower case, as the extractor writes them.
struct Statement: Hashable {
  var subject: String
  var relation: RelationType
  var object: String
}

/// Which articles state which claims: annotated ones by their gold, others by what an earlier extractor read in them.
///
/// An article must not be told what it says itself: ``without(_:)`` leaves out the article and all copies of it.
struct StatementCounts {
  /// What one article states, each claim once.
  private struct Article {
    var signature: ShingleSignature
    var statements: [Statement]
  }

  private struct Pair: Hashable {
    var subject: String
    var object: String
  }

  /// The articles that state each relation of a pair.
  private typealias Table = [Pair: [RelationType: Int]]

  private let annotatedArticles: [Article]
  private let readArticles: [Article]
  private var annotated: Table = [:]
  private var read: Table = [:]

  /// The least confidence of a claim that counts as read.
  static let leastConfidence = 0.5

  /// - Parameters:
  ///   - corpus: the hypotheses of annotated articles.
  ///   - articles: the same articles.
  ///   - training: those of the articles that may be learned from. Of the others nothing is counted, nor of their copies.
  ///   - background: files of claims lines that an earlier extractor wrote.
  init(_ corpus: TrainingCorpus, _ articles: [GoldArticle], training: [Int], background: [URL]) throws {
    let trained = Set(training)
    let own = articles.indices.map { number in
      let statements =
        trained.contains(number)
        ? corpus.documents[number].examples.filter(\.isGold).map(\.statement) : []
      return Article(
        signature: ShingleSignature(of: articles[number].document.document.text), statements: Array(Set(statements)))
    }
    let heldOut = articles.indices.filter { !trained.contains($0) }.map { own[$0].signature }
    annotatedArticles = own
    readArticles = try background.flatMap(Self.articles).filter { article in
      !heldOut.contains { Self.areCopies($0, article.signature) }
    }
    for article in annotatedArticles { Self.count(article, by: 1, in: &annotated) }
    for article in readArticles { Self.count(article, by: 1, in: &read) }
  }

  private static func articles(in file: URL) throws -> [Article] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { line in
      let document = try decoder.decode(DocumentClaims.self, from: line)
      let claims = document.claims.filter { $0.confidence >= leastConfidence && $0.polarity == .positive }
      let statements = claims.map {
        Statement(subject: $0.subject.name.lowercased(), relation: $0.relation, object: $0.object.name.lowercased())
      }
      return Article(signature: document.signature ?? ShingleSignature(), statements: Array(Set(statements)))
    }
  }

  private static func areCopies(_ one: ShingleSignature, _ other: ShingleSignature) -> Bool {
    var (first, second, common) = (0, 0, 0)
    while first < one.hashes.count, second < other.hashes.count {
      let (left, right) = (one.hashes[first], other.hashes[second])
      if left == right { common += 1 }
      if left <= right { first += 1 }
      if right <= left { second += 1 }
    }
    return ShingleSignature.areCopies(common: common, one.hashes.count, other.hashes.count)
  }

  private static func count(_ article: Article, by step: Int, in table: inout Table) {
    for statement in article.statements {
      table[Pair(subject: statement.subject, object: statement.object), default: [:]][statement.relation, default: 0] +=
        step
    }
  }

  /// The counts without what an article and its copies state. O(articles).
  func without(_ article: Int) -> StatementCounts {
    var result = self
    let own = annotatedArticles[article]
    for other in annotatedArticles.indices
    where other == article || Self.areCopies(own.signature, annotatedArticles[other].signature) {
      Self.count(annotatedArticles[other], by: -1, in: &result.annotated)
    }
    for other in readArticles where Self.areCopies(own.signature, other.signature) {
      Self.count(other, by: -1, in: &result.read)
    }
    return result
  }

  func counts(of statement: Statement) -> KnownClaims.BySource {
    KnownClaims.BySource(annotated: counts(of: statement, in: annotated), read: counts(of: statement, in: read))
  }

  private func counts(of statement: Statement, in table: Table) -> KnownClaims.Counts {
    let forward = table[Pair(subject: statement.subject, object: statement.object)] ?? [:]
    let backward = table[Pair(subject: statement.object, object: statement.subject)] ?? [:]
    return KnownClaims.Counts(
      same: forward[statement.relation] ?? 0, any: forward.values.reduce(0, +),
      reverse: backward.values.reduce(0, +))
  }

  /// The file of known claims: "subject TAB relation TAB object TAB annotated articles TAB other articles", sorted.
  var tsv: String {
    var lines: [String] = []
    for pair in Set(annotated.keys).union(read.keys) {
      let (own, other) = (annotated[pair] ?? [:], read[pair] ?? [:])
      for relation in Set(own.keys).union(other.keys) {
        lines.append(
          "\(pair.subject)\t\(relation.rawValue)\t\(pair.object)\t\(own[relation] ?? 0)\t\(other[relation] ?? 0)")
      }
    }
    // The lines of a pair must stand together.
    let sorted = lines.map { ($0.split(separator: "\t"), $0) }
      .sorted { ($0.0[0], $0.0[2], $0.0[1]) < ($1.0[0], $1.0[2], $1.0[1]) }.map(\.1)
    return "# What articles state, written by TrainRanker: subject, relation, object, annotated articles, others.\n"
      + sorted.joined(separator: "\n") + "\n"
  }
}
