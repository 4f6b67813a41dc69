import Ontology
import Testing

@Suite struct LexiconTests {
  static let text = """
    # comment
    !Nutrient
    vitamin B12\tB12|cobalamin\tMESH:D014805
    eicosapentaenoic acid\t=EPA
    dietary fiber\tfiber
    iron
    !Food
    leafy green vegetable\tleafy greens
    sweet potato
    cookie
    orange
    !Disorder
    hemoglobin deficiency
    !Population
    pregnant woman
    !Organism
    Helicobacter pylori\tH. pylori
    """

  static func lexicon() throws -> Lexicon {
    try Lexicon(schema: Schema.bundled(), texts: [("test.tsv", text)])
  }

  @Test(arguments: [
    ("vitamin B12", "vitamin B12"), ("Vitamin B-12", "vitamin B12"), ("VITAMIN b 12", "vitamin B12"),
    ("b12", "vitamin B12"), ("cobalamins", "vitamin B12"), ("EPA", "eicosapentaenoic acid"), ("epa", nil),
    ("dietary fibre", "dietary fiber"), ("Fibres", "dietary fiber"),
    ("leafy-green vegetables", "leafy green vegetable"),
    ("sweet potatoes", "sweet potato"), ("cookies", "cookie"), ("haemoglobin deficiencies", "hemoglobin deficiency"),
    ("pregnant women", "pregnant woman"), ("pregnant women's", "pregnant woman"), ("vitamin", nil),
    ("sweet, potato", nil), ("sweet\u{2011}potato", "sweet potato"), ("", nil), ("…", nil), ("orängé", "orange"),
    ("h pylori", "Helicobacter pylori"), ("H. pylori", "Helicobacter pylori"),
  ])
  func findsANameInAnySpelling(name: String, expected: String?) throws {
    let lexicon = try Self.lexicon()
    #expect(lexicon.entry(named: name).map(lexicon.name) == expected)
  }

  @Test func anEntryHasItsTypeSynonymsAndIdentifiers() throws {
    let lexicon = try Self.lexicon()
    let index = try #require(lexicon.entry(named: "B12"))
    #expect(
      lexicon.entry(index)
        == Lexicon.Entry(
          name: "vitamin B12", type: .nutrient, synonyms: ["B12", "cobalamin"], ids: ["MESH:D014805"]))
  }

  @Test func theLongestNameWins() throws {
    let lexicon = try Self.lexicon()
    let text = Array("Iron, leafy green vegetables and sweet potatoes (cookies)".utf8)
    let atoms = lexicon.atoms(in: text, range: text.indices)
    let matches = lexicon.matches(in: atoms, of: text)
    #expect(
      matches.map { lexicon.name(of: $0.entry) } == ["iron", "leafy green vegetable", "sweet potato", "cookie"])
  }

  @Test func anEarlierLayersMeaningGoesFirst() throws {
    let lexicon = try Lexicon(
      schema: Schema.bundled(),
      texts: [
        ("user.tsv", "!Food\nthiamin bread\n!Nutrient\niron\tmy iron\tX:1"),
        ("base.tsv", "!Compound\nthiamin bread\n!Nutrient\niron\tferrum\tMESH:D007501"),
      ])
    let bread = try #require(lexicon.entry(named: "thiamin breads"))
    #expect(lexicon.type(of: bread) == .food)
    let iron = try #require(lexicon.entry(named: "ferrum"))
    #expect(lexicon.entry(iron).synonyms == ["my iron", "ferrum"])
    #expect(lexicon.entry(iron).ids == ["MESH:D007501", "X:1"])
    #expect(lexicon.entry(named: "my iron") == iron)
  }

  @Test func oneLayerMayGiveANameSeveralMeanings() throws {
    let lexicon = try Lexicon(schema: Schema.bundled(), texts: [("a.tsv", "!Food\nliver\n!Anatomy\nliver")])
    #expect(lexicon.entry(named: "liver", type: .anatomy).map(lexicon.type) == .anatomy)
    #expect(lexicon.entry(named: "liver").map(lexicon.type) == .food)
    let text = Array("the liver".utf8)
    let atoms = lexicon.atoms(in: text, range: text.indices)
    let match = try #require(lexicon.matches(in: atoms, of: text).first)
    #expect(lexicon.meanings(of: match, in: atoms, of: text).map(lexicon.type) == [.food, .anatomy])
  }

  @Test func reportsEveryErrorOfAFile() throws {
    let text = "apple\n!Fruit\npear\n!Food\n\tx\nfig\ta|b\tnocurie\nplum\tp\tX:1\tmore\n(kiwi)\n"
    let error = #expect(throws: DataFileError.self) {
      try Lexicon(schema: Schema.bundled(), texts: [("bad.tsv", text)])
    }
    #expect(error?.issues.map(\.line) == [1, 2, 5, 6, 7, 8])
    #expect(error?.issues[3].column == 9)
  }

  /// The trie against a scan of all names, over random texts made of the names' own words.
  @Test func agreesWithANaiveScan() throws {
    let names = ["a", "a b", "a b c", "b c", "c", "c d e f", "d e", "e"]
    let lexicon = try Lexicon(
      schema: Schema.bundled(), texts: [("t.tsv", "!Food\n" + names.joined(separator: "\n"))])
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let words = (0..<12).map { _ in String("abcdefg".randomElement(using: &random)!) }
      let text = Array(words.joined(separator: " ").utf8)
      let atoms = lexicon.atoms(in: text, range: text.indices)
      let found = lexicon.matches(in: atoms, of: text).map { lexicon.name(of: $0.entry) }
      #expect(found == naive(words, names))
    }
  }

  private func naive(_ words: [String], _ names: [String]) -> [String] {
    var (found, index): ([String], Int) = ([], 0)
    while index < words.count {
      let rest = words[index...]
      let longest = names.map { $0.split(separator: " ").map(String.init) }
        .filter { rest.starts(with: $0) }
        .max { $0.count < $1.count }
      if let longest { found.append(longest.joined(separator: " ")) }
      index += longest?.count ?? 1
    }
    return found
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
