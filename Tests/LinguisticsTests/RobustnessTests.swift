import Documents
import Testing

@testable import Linguistics

/// Sebastiano Vigna's SplitMix64, so that a failure comes back on each run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct RobustnessTests {
  private static let pieces = [
    "iron", "Vitamin", "B-12", "don't", "400IU", "1,000", " ", "  ", "\n", ".", "...", "!?", "(", ")", "“", "”", "’s",
    "'",
    "-", "—", "•", "\u{0}", "\u{7}", "\u{1B}", "\u{200B}", "\u{FEFF}", "\u{A0}", "👩‍🍳", "🥦", "é", "e\u{301}", "维生素",
    "витамин", "فيتامين",
    "http://a.b/c?d=e", "a@b.org", "µg", "½", "²", "$5", "%", "#", "\t", "\r\n", "ß", "İ", "ﬁ", "𝒜",
  ]

  /// What must hold of any analysis: spans in order that cover everything but white space, and one tree a sentence.
  private static func check(_ analyzed: AnalyzedDocument, _ comment: Comment) {
    let bytes = Array(analyzed.document.text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    var end = 0
    for word in analyzed.words {
      #expect(word.start >= end && word.end > word.start && word.end <= bytes.count, comment)
      end = Int(word.end)
      for place in word.range { covered[place] = true }
      let text = String(decoding: bytes[word.range], as: UTF8.self)
      #expect(Array(text.utf8) == Array(bytes[word.range]), comment)
    }
    let rest = String(decoding: bytes.indices.filter { !covered[$0] }.map { bytes[$0] }, as: UTF8.self)
    #expect(rest.unicodeScalars.allSatisfy { CharacterClass(of: $0) == .space }, comment)
    var next = 0
    for sentence in analyzed.sentences {
      #expect(sentence.words.lowerBound == next && !sentence.words.isEmpty, comment)
      next = sentence.words.upperBound
      #expect(sentence.range.lowerBound == analyzed.words[sentence.words.lowerBound].range.lowerBound, comment)
      #expect(sentence.range.upperBound == analyzed.words[sentence.words.upperBound - 1].range.upperBound, comment)
      #expect(isTree(analyzed.words, sentence.words), comment)
    }
    #expect(next == analyzed.words.count, comment)
  }

  private static func isTree(_ words: [Word], _ sentence: Range<Int>) -> Bool {
    guard sentence.count(where: { words[$0].head < 0 }) == 1 else { return false }
    // A word is safe once it is known to lead to the root.
    var isSafe = [Bool](repeating: false, count: sentence.count)
    for start in sentence {
      var path: [Int] = []
      var word = start
      while !isSafe[word - sentence.lowerBound] {
        path.append(word)
        guard path.count <= sentence.count else { return false }
        let head = Int(words[word].head)
        if head < 0 { break }
        guard sentence.contains(head) else { return false }
        word = head
      }
      for word in path { isSafe[word - sentence.lowerBound] = true }
    }
    return sentence.allSatisfy { (words[$0].head < 0) == (words[$0].relation == .root) }
  }

  @Test(arguments: 0..<40)
  func holdsForRandomText(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let text = (0..<Int.random(in: 0...80, using: &random))
      .map { _ in Self.pieces.randomElement(using: &random)! }.joined()
    let analyzed = try AnalyzerTests.analyzer.get().analyze(document(text))
    Self.check(analyzed, "seed \(seed): \(text.debugDescription)")
  }

  @Test(arguments: [
    "", " ", "\u{200B}", ".", "?!?!?!", "((((((((((", "\u{0}\u{1}\u{2}", "🥦🥦🥦 👩‍🍳", "维生素对人体很重要。它有助于健康。",
    "e\u{301}\u{301}\u{301}",
    "\u{301}", "a\u{0}b", "'s", "n't", "’", "...'...", "\u{FFFD}",
  ])
  func holdsForOddText(text: String) throws {
    Self.check(try AnalyzerTests.analyzer.get().analyze(document(text)), "\(text.debugDescription)")
  }

  @Test(arguments: [
    String(repeating: "iron and zinc ", count: 600), String(repeating: "a", count: 100_000),
    String(repeating: "-", count: 10_000), String(repeating: "x1", count: 5_000),
  ])
  func holdsForEndlessSentences(text: String) throws {
    Self.check(try AnalyzerTests.analyzer.get().analyze(document(text)), "\(text.prefix(20)), \(text.utf8.count) bytes")
  }

  @Test func givesTheSameOnEveryThread() async throws {
    let analyzer = try AnalyzerTests.analyzer.get()
    let text = document("Magnesium may lower blood pressure, but it doesn't cure hypertension. Eat more nuts!")
    let expected = analyzer.analyze(text)
    await withTaskGroup(of: AnalyzedDocument.self) { group in
      for _ in 0..<8 { group.addTask { analyzer.analyze(text) } }
      for await analyzed in group {
        #expect(analyzed.words == expected.words)
        #expect(analyzed.lemmas == expected.lemmas)
      }
    }
  }
}
