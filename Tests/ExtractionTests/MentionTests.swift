import Extraction
import Linguistics
import Ontology
import Testing

@Suite struct MentionTests {
  static let recognizer = Result { try MentionRecognizer(Ontology()) }

  static func table(_ tagged: String) throws -> MentionTable {
    try recognizer.get().mentions(in: analyzed(tagged))
  }

  /// "name (Type)" for each mention, in order.
  static func read(_ tagged: String) throws -> [String] {
    let table = try table(tagged)
    return table.mentions.map { mention in
      let entity = table.entities[mention.entity]
      return "\(entity.name) (\(entity.type.rawValue))"
    }
  }

  @Test(arguments: [
    ("Menaquinone/NOUN keeps/VERB/keep bones/NOUN/bone", ["vitamin K2 (Nutrient)", "bone (Anatomy)"]),
    ("Omega/NOUN ~-/PUNCT ~3/NUM fatty/ADJ acids/NOUN/acid", ["omega-3 fatty acid (Nutrient)"]),
    (
      "It/PRON lacks/VERB lutein/VERB ,/PUNCT zeaxanthin/ADV and/CCONJ lycopene/VERB",
      [
        "lutein (Compound)", "zeaxanthin (Compound)", "lycopene (Compound)",
      ]
    ),
    ("We/PRON fish/VERB there/ADV", []),
    ("nothing/PRON here/ADV", []),
  ])
  func findsNamesOfTheLexicon(text: String, expected: [String]) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    ("many/ADJ important/ADJ thyroid/NOUN functions/NOUN/function", ["thyroid function (Physiology)"]),
    ("chronic/ADJ sinus/NOUN disease/NOUN", ["chronic sinus disease (Disorder)"]),
    ("the/DET two/NUM dandelion/NOUN juices/NOUN/juice", ["dandelion juice (Food)"]),
    ("poor/ADJ digestion/NOUN", ["poor digestion (Disorder)"]),
    ("healthy/ADJ gums/NOUN/gum", ["gum health (Physiology)"]),
    ("function/NOUN", []),
    ("health/NOUN benefits/NOUN/benefit", []),
    ("low/ADJ ~-/PUNCT ~calorie/NOUN option/NOUN", []),
  ])
  func readsPhrasesByTheirHead(text: String, expected: [String]) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    ("copper/NOUN deficiency/NOUN", "copper deficiency", Mention.Aspect.deficiency, "copper"),
    ("low/ADJ copper/NOUN", "copper deficiency", .deficiency, "copper"),
    ("a/DET lack/NOUN of/ADP copper/NOUN", "copper deficiency", .deficiency, "copper"),
    ("not/PART get/VERB enough/ADJ copper/NOUN", "copper deficiency", .deficiency, "copper"),
    ("low/ADJ levels/NOUN/level of/ADP copper/NOUN", "copper deficiency", .deficiency, "copper"),
    ("too/ADV much/ADJ copper/NOUN", "copper", .excess, "copper"),
    ("copper/NOUN toxicity/NOUN", "copper toxicity", .excess, "copper"),
    ("copper/NOUN absorption/NOUN", "copper absorption", .absorption, "copper"),
    ("absorption/NOUN of/ADP dietary/ADJ copper/NOUN", "copper absorption", .absorption, "copper"),
    ("copper/NOUN levels/NOUN/level", "copper level", .level, "copper"),
    ("copper/NOUN intake/NOUN", "copper", .intake, "copper"),
    ("good/ADJ sources/NOUN/source of/ADP copper/NOUN", "copper", .source, "copper"),
    ("homocysteine/NOUN levels/NOUN/level", "homocysteine", .level, "homocysteine"),
  ])
  func knowsTheAspectOfAPhrase(text: String, name: String, aspect: Mention.Aspect, base: String) throws {
    let table = try Self.table(text)
    let mention = try #require(table.mentions.first { $0.aspect != nil })
    #expect(table.entities[mention.entity].name == name)
    #expect(mention.aspect == aspect)
    #expect(mention.base.map { table.entities[$0].name } == base)
  }

  @Test(arguments: [
    (
      "vitamins/NOUN/vitamin A/NOUN ,/PUNCT C/NOUN and/CCONJ E/NOUN",
      [
        "vitamin A (Nutrient)", "vitamin C (Nutrient)", "vitamin E (Nutrient)",
      ]
    ),
    (
      "heart/NOUN ,/PUNCT kidney/NOUN and/CCONJ liver/NOUN disease/NOUN",
      [
        "heart disease (Disorder)", "kidney disease (Disorder)", "liver disease (Disorder)",
      ]
    ),
    ("green/ADJ and/CCONJ red/ADJ peppers/NOUN/pepper", ["green pepper (Food)", "red pepper (Food)"]),
    (
      "nerve/NOUN and/CCONJ tendon/NOUN function/NOUN",
      [
        "nerve function (Physiology)", "tendon function (Physiology)",
      ]
    ),
    ("growth/NOUN and/CCONJ immune/ADJ function/NOUN", ["growth (Physiology)", "immune function (Physiology)"]),
    ("calcium/NOUN and/CCONJ bone/NOUN health/NOUN", ["calcium (Nutrient)", "bone health (Physiology)"]),
    ("fortified/ADJ milk/NOUN and/CCONJ cereals/NOUN/cereal", ["fortified milk (Food)", "fortified cereal (Food)"]),
    (
      "zinc/NOUN absorption/NOUN and/CCONJ retention/NOUN",
      [
        "zinc absorption (Physiology)", "zinc (Nutrient)", "zinc retention (Physiology)",
      ]
    ),
  ])
  func takesCoordinationsApart(text: String, expected: [String]) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    ("inflammation/NOUN of/ADP the/DET gums/NOUN/gum", ["gum inflammation (Disorder)", "gum (Anatomy)"]),
    ("pain/NOUN in/ADP the/DET wrists/NOUN/wrist", ["wrist pain (Disorder)", "wrist (Anatomy)"]),
    ("a/DET cup/NOUN of/ADP kefir/NOUN", ["kefir (Food)", "kefir (Food)"]),
    ("people/NOUN/person with/ADP psoriasis/NOUN", ["person with psoriasis (Population)", "psoriasis (Disorder)"]),
    ("adults/NOUN/adult over/ADP 50/NUM", ["adult over 50 (Population)"]),
    ("helps/VERB/help blood/NOUN to/PART clot/VERB", ["blood (Anatomy)"]),
  ])
  func readsComplementsAndPeople(text: String, expected: [String]) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test func anAcronymIsAnotherNameOfWhatItStandsFor() throws {
    let table = try Self.table(
      """
      severe/ADJ wrist/NOUN pain/NOUN (/PUNCT SWP/PROPN )/PUNCT is/AUX/be common/ADJ
      SWP/PROPN hurts/VERB/hurt
      """)
    let pain = try #require(table.entities.firstIndex { $0.name == "wrist pain" })
    #expect(table.entities[pain].aliases.contains("SWP"))
    #expect(table.mentions.contains { $0.entity == pain && $0.words.lowerBound > 7 })
  }

  @Test func anEntityCarriesTheNamesThatTheDocumentUses() throws {
    let table = try Self.table("vitamin/NOUN B9/PROPN (/PUNCT folic/ADJ acid/NOUN )/PUNCT")
    #expect(table.entities.map(\.name) == ["folate"])
    #expect(table.entities[0].aliases == ["folic acid", "vitamin B9"])
    #expect(table.entities[0].ids.contains("MESH:D005492"))
  }

  @Test(arguments: [
    ("grilled/ADJ chicken/NOUN with/ADP liver/NOUN", EntityType.food),
    ("the/DET liver/NOUN stores/VERB it/PRON", .anatomy),
  ])
  func organsAmongFoodsAreFoods(text: String, type: EntityType) throws {
    let table = try Self.table(text)
    #expect(table.entities.first { $0.name == "liver" }?.type == type)
  }

  /// Whatever the words and tags, mentions lie inside the document, in order, outer before inner.
  @Test func mentionsAreSortedAndInside() throws {
    let vocabulary = """
      vitamin D K calcium and or , ( ) of the low levels absorption bone health people with diabetes over 50 enough not \
      too much milk fortified - absorb heart disease liver
      """.split(separator: " ")
    let tags = ["NOUN", "ADJ", "VERB", "ADP", "PUNCT", "NUM", "CCONJ", "PROPN", "DET", "ADV", "PRON"]
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let words = (0..<14).map { _ in
        (Bool.random(using: &random) ? "" : "~") + vocabulary.randomElement(using: &random)! + "/"
          + tags.randomElement(using: &random)!
      }
      let document = analyzed(words.joined(separator: " "))
      let table = try Self.recognizer.get().mentions(in: document)
      for mention in table.mentions {
        #expect(!mention.words.isEmpty && document.words.indices.contains(mention.words.upperBound - 1))
        #expect(table.entities.indices.contains(mention.entity))
      }
      let starts = table.mentions.map(\.words.lowerBound)
      #expect(starts == starts.sorted())
      #expect(try Self.recognizer.get().mentions(in: document).mentions == table.mentions)
    }
  }
}

struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
