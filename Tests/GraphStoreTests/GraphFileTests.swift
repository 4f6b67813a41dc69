import Foundation
import GraphModel
import GraphStore
import GraphTestSupport
import Ontology
import Testing

@Suite struct GraphFileTests {
  private let documents = [
    DocumentClaims(
      doc: "a", source: "a.html", title: "A", published: "2026-01-31",
      claims: [
        Claim(
          subject: EntityReference(name: "vitamin D", type: .nutrient, ids: ["MESH:D014807"]),
          relation: .enhancesAbsorptionOf, object: EntityReference(name: "calcium", type: .nutrient), confidence: 0.9,
          evidence: [Evidence(text: "Vitamin D helps.", start: 3, end: 19, section: "Uses", rule: "r")])
      ])
  ]

  private func write(to path: String) throws {
    _ = try GraphStore(writingAt: path).write(documents.map { IncomingDocument(claims: $0, fingerprint: "1") })
  }

  @Test func aMissingFileIsNotMadeByReading() {
    let file = TemporaryFile()
    #expect(throws: GraphStoreError.missing(path: file.path)) { try GraphStore(readingAt: file.path) }
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test(arguments: ["no database at all, only a text that is long enough to hold a header of its own, and more", "x"])
  func aFileOfAnotherKindIsLeftAlone(content: String) throws {
    let file = TemporaryFile()
    try content.write(toFile: file.path, atomically: true, encoding: .utf8)
    #expect(throws: GraphStoreError.notAGraph(path: file.path)) { try GraphStore(writingAt: file.path) }
    #expect(throws: GraphStoreError.notAGraph(path: file.path)) { try GraphStore(readingAt: file.path) }
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == content)
  }

  @Test func aFolderIsNoGraph() {
    let file = TemporaryFile()
    #expect(throws: GraphStoreError.notAGraph(path: file.folder.path)) { try GraphStore(writingAt: file.folder.path) }
  }

  @Test func aMissingFolderIsNamed() {
    let path = TemporaryFile().path + "/nowhere/graph.sqlite"
    #expect(throws: GraphStoreError.folderMissing(path: path)) { try GraphStore(writingAt: path) }
  }

  @Test func damageIsNoticed() throws {
    let file = TemporaryFile()
    try write(to: file.path)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    for index in 4096..<bytes.count { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: file.path))
    let error = #expect(throws: GraphStoreError.self) { try GraphStore(readingAt: file.path).load() }
    guard case .corrupt(file.path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aStoreOpenedForReadingCannotWrite() throws {
    let file = TemporaryFile()
    try write(to: file.path)
    let store = try GraphStore(readingAt: file.path)
    #expect(throws: GraphStoreError.readOnly(path: file.path)) { try store.remove(sources: ["a.html"]) }
    #expect(try store.counts().documents == 1)
  }

  @Test func aReaderSeesTheGraphAsItOpenedIt() throws {
    let file = TemporaryFile()
    try write(to: file.path)
    let writer = try GraphStore(writingAt: file.path)
    let reader = try GraphStore(readingAt: file.path)
    try writer.remove(sources: ["a.html"])
    #expect(try reader.counts().relations == 1)
    #expect(try writer.counts().relations == 0)
    #expect(try GraphStore(readingAt: file.path).counts().relations == 0)
  }

  @Test func readersWorkWhileAWriterWrites() async throws {
    let file = TemporaryFile()
    let path = file.path
    let store = try GraphStore(writingAt: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var articles = RandomArticles(seed: 5)
        for step in 0..<10 {
          _ = try store.write(articles.articles(3).map { IncomingDocument(claims: $0, fingerprint: "\(step)") })
        }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<5 {
            // Every state that a reader sees is a whole graph.
            let reader = try GraphStore(readingAt: path)
            #expect(try difference(reader, reader.load()) == nil)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func documentsKeepWhatTheySaid() throws {
    let file = TemporaryFile()
    try write(to: file.path)
    let store = try GraphStore(readingAt: file.path)
    #expect(try store.digests() == documents.map { DocumentDigest($0) })
    #expect(try store.fingerprint(of: "a.html") == "1")
    #expect(try store.fingerprint(of: "b.html") == nil)
    #expect(try store.sources().map(\.document.published) == ["2026-01-31"])
  }

  @Test func aBatchIsWrittenWholeOrNotAtAll() throws {
    let file = TemporaryFile()
    let store = try GraphStore(writingAt: file.path)
    var wrong = documents[0]
    wrong.source = ""
    let batch = (documents + [wrong]).map { IncomingDocument(claims: $0, fingerprint: "1") }
    #expect(throws: GraphStoreError.self) { try store.write(batch) }
    #expect(try store.counts().documents == 0)
  }

  @Test func copiesCountAsOneSource() throws {
    let file = TemporaryFile()
    let store = try GraphStore(writingAt: file.path)
    func copy(_ source: String, _ words: String) -> IncomingDocument {
      var document = documents[0]
      document.source = source
      document.claims[0].evidence[0].text = words
      return IncomingDocument(claims: document, fingerprint: source)
    }
    let sentence = "Vitamin D helps the body take up calcium from food."
    _ = try store.write([
      copy("b", sentence), copy("a", sentence.uppercased()), copy("c", "Another article says so, too, here."),
    ])
    #expect(try store.allRelations().map(\.support.affirming) == [2])
    #expect(try store.sources().map(\.group) == ["a", "a", "c"])
    try store.remove(sources: ["a"])
    #expect(try store.sources().map(\.group) == ["b", "c"])
  }

  @Test func copiesWithoutClaimsAreFoundByWhatTheySay() throws {
    let file = TemporaryFile()
    let store = try GraphStore(writingAt: file.path)
    func document(_ source: String, words: Range<Int>) -> IncomingDocument {
      let text = words.map { "word\($0)" }.joined(separator: " ")
      return IncomingDocument(
        claims: DocumentClaims(
          doc: source, source: source, title: source, signature: ShingleSignature(of: text), claims: []),
        fingerprint: "\(words)")
    }
    _ = try store.write([document("b", words: 0..<100), document("c", words: 300..<400)])
    _ = try store.write([document("a", words: 10..<110)])
    #expect(try store.sources().map(\.group) == ["a", "a", "c"])
    _ = try store.write([document("a", words: 300..<410)])
    #expect(try store.sources().map(\.group) == ["a", "b", "a"])
    try store.remove(sources: ["a"])
    #expect(try store.sources().map(\.group) == ["b", "c"])
  }
}
