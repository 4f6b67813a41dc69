import Foundation
import GraphModel
import GraphStore
import GraphTestSupport
import Ontology
import Testing

@Suite struct GraphStoreTests {
  @Test func holdsTheGraphOfItsDocuments() throws {
    let file = TemporaryFile()
    let store = try GraphStore(writingAt: file.path)
    var articles = RandomArticles(seed: 1)
    let documents = Array(Dictionary(articles.articles(12).map { ($0.source, $0) }) { $1 }.values)
    let outcomes = try store.write(documents.map { IncomingDocument(claims: $0, fingerprint: "1") })
    #expect(outcomes.allSatisfy { $0 == .new })
    #expect(try difference(store.load(), KnowledgeGraph(documents)) == nil)
    #expect(try difference(store, KnowledgeGraph(documents)) == nil)
    #expect(try store.write([IncomingDocument(claims: documents[0], fingerprint: "1")]) == [.unchanged])
  }

  /// Whatever is added, changed and removed in whatever batches, the file holds the graph of what is left.
  @Test(arguments: 0..<8) func sequencesOfWritesLeaveAFreshGraph(seed: UInt64) throws {
    let file = TemporaryFile()
    let store = try GraphStore(writingAt: file.path)
    var articles = RandomArticles(seed: seed)
    var held: [String: DocumentClaims] = [:]
    for step in 0..<10 {
      if articles.random.next(3) == 0, !held.isEmpty {
        let sources = held.keys.sorted().filter { _ in articles.random.next(3) == 0 }
        #expect(try store.remove(sources: sources) == sources)
        for source in sources { held[source] = nil }
      } else {
        let batch = articles.articles(1 + articles.random.next(4))
        _ = try store.write(batch.map { IncomingDocument(claims: $0, fingerprint: "\(articles.random.next())") })
        for article in batch { held[article.source] = article }
      }
      let difference = try difference(store, KnowledgeGraph(Array(held.values)))
      try #require(difference == nil, "step \(step)")
    }
  }

  /// Corrections hold for documents written before and after them, and can be taken back.
  @Test(arguments: 100..<108) func correctionsGiveTheGraphOfCorrectedDocuments(seed: UInt64) throws {
    let file = TemporaryFile()
    let store = try GraphStore(writingAt: file.path)
    var articles = RandomArticles(seed: seed)
    var held: [String: DocumentClaims] = [:]
    for step in 0..<5 {
      let corrections = step == 4 ? Corrections() : articles.corrections()
      try store.setCorrections(corrections)
      let batch = articles.articles(4)
      _ = try store.write(batch.map { IncomingDocument(claims: $0, fingerprint: "\(articles.random.next())") })
      for article in batch { held[article.source] = article }
      if let source = held.keys.sorted().first {
        try store.remove(sources: [source])
        held[source] = nil
      }
      let difference = try difference(store, KnowledgeGraph(Array(held.values), corrections: corrections))
      try #require(difference == nil, "step \(step)")
    }
  }
}
