import Foundation
import GraphModel
import GraphStore
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
  @Test(arguments: 0..<12) func sequencesOfWritesLeaveAFreshGraph(seed: UInt64) throws {
    let file = TemporaryFile()
    let store = try GraphStore(writingAt: file.path)
    var articles = RandomArticles(seed: seed)
    var held: [String: DocumentClaims] = [:]
    for step in 0..<12 {
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
}

/// The first things that two graphs answer differently; nil if there are none.
func difference(_ left: some GraphSource, _ right: some GraphSource) throws -> String? {
  let changes = try describe(left).difference(from: describe(right))
  return changes.isEmpty ? nil : changes.prefix(2).map { "\($0)" }.joined(separator: "\n")
}

/// Everything that a graph answers, in words.
func describe(_ graph: some GraphSource) throws -> [String] {
  var lines = ["\(try graph.counts())"]
  for index in try graph.allEntities() {
    let entity = try graph.entity(at: index)
    lines.append("\(entity)")
    #expect(try graph.entity(withID: entity.id) == index)
    for name in [entity.name] + entity.aliases {
      let named = try graph.entities(named: name).map { try graph.entity(at: $0).id }
      lines.append("  \(name): \(named)")
    }
    for direction in Direction.allCases {
      let relations = try graph.relations(of: index, direction)
      for relation in relations { lines.append("  \(direction) \(try describe(relation, in: graph))") }
    }
  }
  for relation in try graph.allRelations() {
    lines.append(try describe(relation, in: graph))
    lines += try graph.evidence(of: relation.index).map { "  \($0)" }
  }
  return lines
}

private func describe(_ relation: Relation, in graph: some GraphSource) throws -> String {
  let ends = try [relation.subject, relation.object].map { try graph.entity(at: $0).id }
  return "\(ends[0]) \(relation.type.rawValue) \(ends[1]) \(relation.belief) \(relation.denial) \(relation.support)"
}
