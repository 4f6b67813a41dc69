import Documents
import Foundation
import Testing

@testable import Linguistics

/// Sentences on nutrition, written and annotated for these tests by the guidelines of UD English, not by the parser.
///
/// The floors are what the bundled model reached when it was last chosen: they may rise, and fall only on purpose.
@Suite struct PinnedTreebankTests {
  private static let gold = Result {
    let url = try #require(
      Bundle.module.url(forResource: "nutrition", withExtension: "conllu", subdirectory: "Fixtures"))
    return try CoNLLUReader.sentences(of: String(contentsOf: url, encoding: .utf8))
  }

  /// The sentences as running text, those without a full stop in blocks of their own, and the spans of gold tokens and
  /// sentences.
  private struct RunningText {
    var document: Document
    var tokens: Set<Range<Int>> = []
    var sentences: Set<Range<Int>> = []

    init(_ sentences: [CoNLLUSentence]) throws {
      var text = ""
      var blocks: [Block] = []
      for sentence in sentences {
        let line = try #require(sentence.comments.first { $0.hasPrefix("# text = ") }?.dropFirst("# text = ".count))
        let endsOpen = line.last?.isPunctuation != true
        if blocks.isEmpty || endsOpen || text.hasSuffix("\n") {
          blocks.append(Block(kind: .paragraph, range: text.utf8.count..<text.utf8.count))
        }
        let start = text.utf8.count
        text += line
        self.sentences.insert(start..<text.utf8.count)
        tokens.formUnion(Self.spans(of: Self.surfaceForms(sentence), in: line, from: start))
        blocks[blocks.count - 1].range = blocks[blocks.count - 1].range.lowerBound..<text.utf8.count
        text += endsOpen ? "\n" : " "
      }
      document = Document(id: "pinned", source: "pinned", text: text, blocks: blocks)
    }

    private static func surfaceForms(_ sentence: CoNLLUSentence) -> [String] {
      var forms: [String] = []
      for (index, word) in sentence.words.enumerated() {
        if let token = sentence.multiwordTokens.first(where: { $0.words.contains(index) }) {
          if token.words.lowerBound == index { forms.append(token.form) }
        } else {
          forms.append(word.form)
        }
      }
      return forms
    }

    private static func spans(of forms: [String], in line: Substring, from start: Int) -> [Range<Int>] {
      var place = line.startIndex
      return forms.compactMap { form in
        guard let range = line.range(of: form, range: place..<line.endIndex) else { return nil }
        place = range.upperBound
        let lower = start + line.utf8.distance(from: line.startIndex, to: range.lowerBound)
        return lower..<lower + form.utf8.count
      }
    }
  }

  /// Percent: twice what is common of all that either has.
  private static func f1(_ found: Set<Range<Int>>, _ gold: Set<Range<Int>>) -> Double {
    200 * Double(found.intersection(gold).count) / Double(found.count + gold.count)
  }

  @Test func partsTokensAndSentences() throws {
    let text = try RunningText(Self.gold.get())
    let analyzed = try AnalyzerTests.analyzer.get().analyze(text.document)
    var tokens: [Range<Int>] = []
    for word in analyzed.words {
      if word.continuesToken {
        tokens[tokens.count - 1] = tokens[tokens.count - 1].lowerBound..<Int(word.end)
      } else {
        tokens.append(word.range)
      }
    }
    #expect(Self.f1(Set(tokens), text.tokens) >= 100)
    #expect(Self.f1(Set(analyzed.sentences.map(\.range)), text.sentences) >= 100)
  }

  @Test func tagsLemmatisesAndParses() throws {
    let gold = try Self.gold.get()
    let found = try AnalyzerTests.analyzer.get().annotate(gold)
    let pairs = zip(gold.flatMap(\.words), found.flatMap(\.words))
    func percent(_ isRight: (CoNLLUSentence.Row, CoNLLUSentence.Row) -> Bool) -> Double {
      let right = pairs.map(isRight)
      return (10_000 * Double(right.count { $0 }) / Double(right.count)).rounded() / 100
    }
    #expect(percent { $0.upos == $1.upos } >= 95.24)
    #expect(percent { $0.lemma == $1.lemma } >= 98.34)
    #expect(percent { $0.head == $1.head } >= 90.48)
    #expect(
      percent {
        $0.head == $1.head
          && DependencyRelation(name: $0.relation)?.universal == DependencyRelation(name: $1.relation)?.universal
      } >= 89.23)
  }
}
