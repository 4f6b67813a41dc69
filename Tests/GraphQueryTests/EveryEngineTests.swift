import Foundation
import GraphModel
import GraphQuery
import GraphStore
import Ontology
import Testing

/// The same questions over the graph in memory and in a file give the same answers.
@Suite struct EveryEngineTests {
  private static let questions = [
    "What does zinc do?", "Which foods contain iron?", "What prevents heart disease?", "How is tea related to anemia?",
    "Does coffee cause hypertension?", "tell me about vitamin A", "benefits of omega 3",
    "What does magnesuim regulate?",
  ]

  private static func write(_ claims: [DocumentClaims], to path: String) throws {
    _ = try GraphStore(writingAt: path).write(claims.map { IncomingDocument(claims: $0, fingerprint: $0.doc) })
  }

  @Test func memoryAndStoreAgree() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "pantry-\(UUID().uuidString).sqlite").path
    defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
    try Self.write(Pantry.claims, to: path)
    let store = try GraphStore(readingAt: path)
    let (schema, grammar) = try (Schema.bundled(), QuestionGrammar.bundled())
    let inMemory = QuestionAnswerer(source: Pantry.graph, schema: schema, grammar: grammar)
    let inFile = QuestionAnswerer(source: store, schema: schema, grammar: grammar)
    for question in Self.questions {
      let report = try inMemory.report(on: question)
      #expect(!report.isEmpty)
      #expect(try inFile.report(on: question) == report)
    }
    var traversal = Traversal()
    traversal.depth = 3
    let fromMemory = try TraversalReport(
      traversal, from: Pantry.graph.entities(named: "iron"), in: Pantry.graph, schema: schema)
    #expect(
      try TraversalReport(traversal, from: store.entities(named: "iron"), in: store, schema: schema) == fromMemory)
  }
}
