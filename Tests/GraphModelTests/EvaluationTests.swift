import Foundation
import GraphModel
import GraphTestSupport
import Ontology
import Testing

@Suite struct EvaluationTests {
  private static func gold(_ claims: String, entities: String = standardEntities) throws -> GoldDocument {
    try GoldDocument(
      jsonData: Data(#"{"doc": "d", "title": "T", "entities": {\#(entities)}, "claims": [\#(claims)]}"#.utf8))
  }

  private static let standardEntities = """
    "d": {"type": "Nutrient", "names": ["vitamin D", "cholecalciferol"]},
    "c": {"type": "Nutrient", "names": ["calcium"]},
    "m": {"type": "Nutrient", "names": ["magnesium"]},
    "f": {"type": "Disorder", "names": ["hip fracture", "fracture of the hip"]}
    """

  private static func claim(
    _ subject: String, _ relation: RelationType, _ object: String,
    types: (EntityType, EntityType) = (.nutrient, .nutrient),
    polarity: Polarity = .positive, certainty: Certainty = .asserted, confidence: Double = 1
  ) -> Claim {
    Claim(
      subject: EntityReference(name: subject, type: types.0), relation: relation,
      object: EntityReference(name: object, type: types.1), polarity: polarity, certainty: certainty,
      confidence: confidence)
  }

  private static func evaluation(gold: GoldDocument, _ claims: [Claim]) -> Evaluation {
    Evaluation(
      gold: [gold], extracted: [DocumentClaims(doc: "d", source: "d.txt", title: "T", claims: claims)],
      symmetric: KnowledgeGraph.symmetricForTests)
  }

  @Test(arguments: [
    ("vitamin D", "vitamin d", true),
    ("absorption of calcium", "calcium absorption", true),
    ("dietary calcium absorption", "calcium absorption", true),
    ("leafy green vegetables", "vegetable", false),
    ("green vegetables", "vegetable", true),
    ("omega-3 fatty acids", "omega-3 fatty acid", true),
    ("vitamin B-12", "vitamin B-6", false),
    ("age-related macular degeneration", "macular degeneration", true),
    ("fibre", "fiber", true),
    ("gut", "intestine", true),
    ("crème fraîche", "creme fraiche", true),
    ("β-carotene", "beta carotene", true),
    ("women in pregnancy", "woman", false),
    ("berries", "berry", true),
    ("calcium", "magnesium", false),
    ("bone", "bone density", false),
  ])
  func namesAreCloseWhenHeadsAgreeAndHalfOfTheWordsAreShared(left: String, right: String, close: Bool) throws {
    let gold = try GoldDocument(
      jsonData: JSONSerialization.data(withJSONObject: [
        "doc": "d", "title": "T",
        "entities": [
          "a": ["type": "Food", "names": [left]] as [String: Any], "z": ["type": "Food", "names": ["zwieback"]],
        ],
        "claims": [["s": "a", "r": "isA", "o": "z"]],
      ]))
    let extracted = Self.claim(right, .isA, "zwieback", types: (.food, .food))
    #expect(Self.evaluation(gold: gold, [extracted]).levels[.claims]?.hits == (close ? 1 : 0))
  }

  @Test func levelsDifferInWhatTheyForgive() throws {
    let gold = try Self.gold(
      """
      {"s": "d", "r": "enhancesAbsorptionOf", "o": "c"}, {"s": "d", "r": "synergizesWith", "o": "m"},
      {"s": "d", "r": "reducesRiskOf", "o": "f", "polarity": "negative", "certainty": "hedged"}
      """)
    let evaluation = Self.evaluation(
      gold: gold,
      [
        Self.claim("cholecalciferol", .enhancesAbsorptionOf, "dietary calcium"),  // close, not equal
        Self.claim("magnesium", .synergizesWith, "vitamin D"),  // the other way round
        Self.claim("vitamin D", .treats, "fracture of the hip", types: (.nutrient, .disorder)),  // same family
        Self.claim("calcium", .isA, "magnesium"),  // wrong
      ])
    let hits = EvaluationLevel.allCases.map { evaluation.levels[$0]!.hits }
    #expect(hits == [2, 1, 3, 3, 4])
    #expect(evaluation.levels[.claims] == EvaluationScore(hits: 2, extracted: 4, gold: 3))
    #expect(evaluation.levels[.claims]!.f1 == 2 * 0.5 * (2.0 / 3) / (0.5 + 2.0 / 3))
    #expect(
      evaluation.errors.filter { $0.kind == .missed }.map(\.claim) == ["vitamin D --reducesRiskOf--> hip fracture"])
    #expect(evaluation.errors.filter { $0.kind == .wrong }.count == 2)
  }

  @Test func polarityAndCertaintyAreCountedOverMatchedClaims() throws {
    let gold = try Self.gold(
      """
      {"s": "d", "r": "reducesRiskOf", "o": "f", "polarity": "negative", "certainty": "hedged"},
      {"s": "c", "r": "reducesRiskOf", "o": "f"}
      """)
    let disorder = (EntityType.nutrient, EntityType.disorder)
    let evaluation = Self.evaluation(
      gold: gold,
      [
        Self.claim("vitamin D", .reducesRiskOf, "hip fracture", types: disorder, certainty: .hedged, confidence: 0.95),
        Self.claim("calcium", .reducesRiskOf, "hip fracture", types: disorder, confidence: 0.3),
      ])
    #expect(evaluation.matched == 2)
    #expect(evaluation.polarityAccuracy == 0.5)
    #expect(evaluation.certaintyAccuracy == 1)
    #expect(evaluation.calibration[9] == EvaluationScore(hits: 1, extracted: 1))
    #expect(evaluation.calibration[3] == EvaluationScore(hits: 1, extracted: 1))
  }

  @Test func aGoldClaimAnswersForOneExtractedClaim() throws {
    let gold = try Self.gold(#"{"s": "d", "r": "reducesRiskOf", "o": "f"}"#)
    let claims = ["fracture of the hip", "left hip fracture", "right hip fracture"].map {
      Self.claim("vitamin D", .reducesRiskOf, $0, types: (.nutrient, .disorder))
    }
    let score = Self.evaluation(gold: gold, claims + claims).levels[.claims]
    #expect(score == EvaluationScore(hits: 1, extracted: 3, gold: 1))
  }

  /// Each reading beside itself must agree in everything, whatever it holds.
  @Test(arguments: 0..<20) func aReadingAgreesWithItself(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let names = [
      "calcium", "vitamin D", "bone density", "density", "bone", "hip fracture", "fracture", "low bone density",
    ]
    let relations = ["isA", "supports", "treats", "interactsWith"]
    let entities = names.enumerated().map { #""e\#($0)": {"type": "Disorder", "names": ["\#($1)"]}"# }
    let drawn = (0..<30).map { _ in
      (
        Int.random(in: 0..<8, using: &random), Int.random(in: 0..<4, using: &random),
        Int.random(in: 0..<8, using: &random)
      )
    }
    let gold = try Self.gold(
      drawn.map { #"{"s": "e\#($0)", "r": "\#(relations[$1])", "o": "e\#($2)"}"# }.joined(separator: ","),
      entities: entities.joined(separator: ","))
    let claims = drawn.map { subject, relation, object in
      Self.claim(
        names[subject], RelationType(rawValue: relations[relation]), names[object], types: (.disorder, .disorder))
    }
    let evaluation = Self.evaluation(gold: gold, claims.shuffled(using: &random))
    for level in EvaluationLevel.allCases {
      #expect(evaluation.levels[level]!.f1 == 1)
    }
    #expect(evaluation.errors.isEmpty)
  }

  @Test func anArticleThatWasNotExtractedCountsAsEmpty() throws {
    let gold = try Self.gold(#"{"s": "d", "r": "reducesRiskOf", "o": "f"}"#)
    let evaluation = Evaluation(gold: [gold], extracted: [], symmetric: [])
    #expect(evaluation.levels[.claims] == EvaluationScore(hits: 0, extracted: 0, gold: 1))
    #expect(evaluation.levels[.claims]!.f1 == 0)
    #expect(evaluation.polarityAccuracy == nil)
  }

  @Test func aClaimOfAnUnlistedEntityIsAnError() {
    #expect(throws: GoldError.unnamedEntity("x", at: "Vitamin D helps")) {
      try Self.gold(#"{"s": "d", "r": "supports", "o": "x", "at": ["Vitamin D helps"]}"#)
    }
    #expect(throws: GoldError.self) { try GoldDocument(jsonData: Data("[]".utf8)) }
  }
}

/// Numbers that look random and are the same in each run (Steele, Lea, Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
