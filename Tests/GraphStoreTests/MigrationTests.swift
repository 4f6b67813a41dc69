import Foundation
import GraphModel
import GraphStore
import GraphTestSupport
import Testing

/// Files as each earlier schema left them, with the claims that were written into them.
@Suite struct MigrationTests {
  private func fixture(_ name: String) throws -> URL {
    try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
  }

  private func documents() throws -> [DocumentClaims] {
    try String(contentsOf: fixture("claims.jsonl"), encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(DocumentClaims.self, from: Data($0.utf8))
    }
  }

  @Test(arguments: ["schema-1.db", "schema-2.db", "schema-3.db"]) func anEarlierFileIsBroughtUpToDate(name: String)
    throws
  {
    let file = TemporaryFile()
    try FileManager.default.copyItem(at: fixture(name), to: URL(fileURLWithPath: file.path))
    let documents = try documents()
    #expect(try difference(GraphStore(readingAt: file.path), KnowledgeGraph(documents)) == nil)
    let store = try GraphStore(writingAt: file.path)
    #expect(try store.corrections().isEmpty)
    try store.remove(sources: ["b12.html"])
    #expect(try difference(store, KnowledgeGraph(Array(documents.dropFirst()))) == nil)
  }

  @Test func aNewerFileIsRefused() throws {
    let file = TemporaryFile()
    _ = try GraphStore(writingAt: file.path)
    // The name of the last migration in the file, as a later version would have written it.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    let last = try #require(bytes.range(of: Data("4 signatures".utf8)))
    bytes.replaceSubrange(last, with: Data("9 signatures".utf8))
    try bytes.write(to: URL(fileURLWithPath: file.path))
    #expect(throws: GraphStoreError.newer(path: file.path)) { try GraphStore(writingAt: file.path) }
    #expect(throws: GraphStoreError.newer(path: file.path)) { try GraphStore(readingAt: file.path) }
  }
}
