import Documents
import Testing

@testable import Linguistics

@Suite struct AnalyzerTests {
  @Test func findsTheRelationsOfAPlainSentence() throws {
    let text = "Vitamin D helps the intestines absorb calcium."
    let analyzed = try Analyzer().analyze(
      Document(
        id: "a", source: "a", text: text, blocks: [Block(kind: .paragraph, range: 0..<text.utf8.count)]))
    let lemmas = analyzed.words.indices.map { analyzed.lemma(of: $0) }
    #expect(analyzed.sentences.count == 1)
    #expect(lemmas.suffix(6) == ["help", "the", "intestine", "absorb", "calcium", "."])
    let root = try #require(analyzed.words.firstIndex { $0.head < 0 })
    #expect(analyzed.form(of: root) == "helps")
    let object = try #require(
      analyzed.words.firstIndex { $0.relation == .obj && analyzed.words[Int($0.head)].upos == .verb })
    #expect(!analyzed.form(of: object).isEmpty)
  }
}
