import Documents
import Testing

@testable import Linguistics

/// A document of one paragraph a text.
func document(_ paragraphs: String...) -> Document {
  var text = ""
  var blocks: [Block] = []
  for paragraph in paragraphs {
    let start = text.utf8.count
    text += paragraph
    blocks.append(Block(kind: .paragraph, range: start..<text.utf8.count))
    text += "\n"
  }
  return Document(id: "test", source: "test", text: text, blocks: blocks)
}

extension AnalyzedDocument {
  var forms: [String] { words.indices.map { String(form(of: $0)) } }
}

@Suite struct AnalyzerTests {
  static let analyzer = Result { try Analyzer() }

  @Test func findsSubjectAndObject() throws {
    let analyzed = try Self.analyzer.get().analyze(document("The skin produces vitamin D in sunlight."))
    let verb = try #require(analyzed.words.firstIndex { $0.head < 0 })
    #expect(analyzed.form(of: verb) == "produces")
    #expect(analyzed.lemma(of: verb) == "produce")
    let subject = try #require(analyzed.words.firstIndex { $0.relation == .nsubj })
    #expect(analyzed.form(of: subject) == "skin")
    #expect(analyzed.words[subject].head == Int32(verb))
  }

  @Test func endsASentenceAtTheEndOfEachBlock() throws {
    let analyzed = try Self.analyzer.get().analyze(document("Good sources", "Leafy greens", "Iron helps. Zinc too."))
    #expect(analyzed.sentences.map(\.block) == [0, 1, 2, 2])
    #expect(analyzed.document.text(in: analyzed.sentences[2].range) == "Iron helps.")
  }

  @Test(arguments: [
    ("Take 400 IU daily.", ["Take", "400", "IU", "daily", "."]),
    ("Take 1,000 mg (1 g).", ["Take", "1,000", "mg", "(", "1", "g", ")", "."]),
    ("It doesn't help.", ["It", "does", "n't", "help", "."]),
    ("The body’s cells cannot make it.", ["The", "body", "’s", "cells", "can", "not", "make", "it", "."]),
    ("Dr. Smith said so.", ["Dr.", "Smith", "said", "so", "."]),
    ("See https://example.org/a-b?c=1 for more.", ["See", "https://example.org/a-b?c=1", "for", "more", "."]),
    ("well-known, long-term", ["well", "-", "known", ",", "long", "-", "term"]),
    ("e.g. spinach", ["e.g.", "spinach"]),
    ("about 20%", ["about", "20", "%"]),
    (
      "It is rich in vitamin D. Milk is too.",
      ["It", "is", "rich", "in", "vitamin", "D", ".", "Milk", "is", "too", "."]
    ),
    (
      "Eat vitamins A, D, E and K. They matter.",
      ["Eat", "vitamins", "A", ",", "D", ",", "E", "and", "K", ".", "They", "matter", "."]
    ),
    (
      "The virus is hepatitis B.[3] It spreads.",
      ["The", "virus", "is", "hepatitis", "B", ".", "[", "3", "]", "It", "spreads", "."]
    ),
    ("Some lack vitamin\u{A0}C.", ["Some", "lack", "vitamin", "C", "."]),
    ("(See plan B.) Eat less.", ["(", "See", "plan", "B", ".", ")", "Eat", "less", "."]),
    ("It is found in group O.", ["It", "is", "found", "in", "group", "O", "."]),
    ("A study by J. Smith showed it.", ["A", "study", "by", "J.", "Smith", "showed", "it", "."]),
    ("By Smith, J.", ["By", "Smith", ",", "J."]),
    ("He lives in Washington, D. C.", ["He", "lives", "in", "Washington", ",", "D.", "C."]),
  ])
  func partsTokensAsTheTreebanksDo(text: String, forms: [String]) throws {
    #expect(try Self.analyzer.get().analyze(document(text)).forms == forms)
  }

  @Test(arguments: [
    ("vitamins", UPOS.noun, "NNS", "vitamin"), ("leaves", .noun, "NNS", "leaf"),
    ("bacteria", .noun, "NNS", "bacterium"), ("calories", .noun, "NNS", "calorie"),
    ("deficiencies", .noun, "NNS", "deficiency"), ("diabetes", .noun, "NN", "diabetes"),
    ("absorbed", .verb, "VBN", "absorb"), ("increases", .verb, "VBZ", "increase"),
    ("taking", .verb, "VBG", "take"), ("found", .verb, "VBN", "find"), ("'s", .part, "POS", "'s"),
    ("is", .aux, "VBZ", "be"), ("Calcium", .noun, "NN", "calcium"), ("Harvard", .propn, "NNP", "Harvard"),
    ("better", .adj, "JJR", "good"), ("higher", .adj, "JJR", "high"), ("recycled", .verb, "VBN", "recycle"),
    ("mimicking", .verb, "VBG", "mimic"), ("aches", .noun, "NNS", "ache"), ("shrunk", .verb, "VBN", "shrink"),
    ("mexico", .propn, "NNP", "Mexico"), ("MEXICO", .propn, "NNP", "Mexico"), ("D", .noun, "NN", "D"),
    ("people", .noun, "NNS", "people"),
  ])
  func findsLemmas(form: String, upos: UPOS, xpos: String, lemma: String) throws {
    let lemmatizer = try Self.analyzer.get().model.lemmatizer
    #expect(lemmatizer.lemma(of: form, upos: upos, xpos: try #require(PennTag(name: xpos))) == lemma)
  }

  @Test func keepsGivenWords() throws {
    let text = """
      # sent_id = 7
      1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      1\tdo\t_\t_\t_\t_\t_\t_\t_\t_
      2\tn't\t_\t_\t_\t_\t_\t_\t_\t_
      3\teat sugar\t_\t_\t_\t_\t_\t_\t_\tNote=kept


      """
    let sentences = try Self.analyzer.get().annotate(CoNLLUReader.sentences(of: text))
    #expect(sentences.count == 1)
    #expect(sentences[0].comments == ["# sent_id = 7"])
    #expect(sentences[0].words.map(\.form) == ["do", "n't", "eat sugar"])
    #expect(sentences[0].words[2].misc == "Note=kept")
    #expect(sentences[0].words.count { $0.head == 0 } == 1)
    #expect(sentences[0].multiwordTokens.map(\.form) == ["don't"])
  }
}
