import Extraction
import Ontology
import Testing

@Suite struct MentionTests {
  static let recognizer = Result { try MentionRecognizer(Ontology()) }

  /// "name (Type)" for each mention, in order.
  static func read(_ tagged: String) throws -> [String] {
    let table = try recognizer.get().mentions(in: analyzed(tagged))
    return table.mentions.map { mention in
      let entity = table.entities[mention.entity]
      return "\(entity.name) (\(entity.type.rawValue))"
    }
  }

  @Test(arguments: [
    ("Menaquinone/NOUN keeps/VERB/keep bones/NOUN/bone strong/ADJ", ["vitamin K2 (Nutrient)", "bone (Anatomy)"]),
    ("Omega/NOUN ~-/PUNCT ~3/NUM fatty/ADJ acids/NOUN/acid", ["omega-3 fatty acid (Nutrient)"]),
    ("nothing/PRON here/ADV", []),
  ])
  func findsNamesOfTheLexicon(text: String, expected: [String]) throws {
    #expect(try Self.read(text) == expected)
  }
}
