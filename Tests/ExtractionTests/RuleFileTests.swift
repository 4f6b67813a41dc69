import Ontology
import Testing

@testable import Extraction

@Suite struct RuleFileTests {
  private let schema = try? Schema.bundled()

  private func load(_ yaml: String) throws -> RuleSet {
    try RuleSet(DataFile(yaml: yaml, name: "my-rules.yaml"), schema: try #require(schema))
  }

  @Test func aRuleIsReadWithItsSlotsAndExamples() throws {
    let rules = try load(
      """
      rules:
        - name: lower-risk
          relation: [reducesRiskOf]
          verb: [reduce, cut down]
          subject: [subject]
          object: ["object[risk|chance]/of", against]
          examples: ["Potassium cuts down the risk of stroke. => potassium | reducesRiskOf | stroke"]
      """)
    let rule = try #require(rules.rules.first)
    #expect(rule.triggers == [Trigger("reduce"), Trigger("cut down")])
    #expect(rule.triggers[1].particle == "down")
    #expect(rule.object[0].steps.map(\.slot) == [.object, .preposition("of")])
    #expect(rule.object[0].steps[0].lemmas == ["risk", "chance"])
    #expect(rule.examples[0].object == "stroke")
    #expect(rules.entries(for: "cut").map(\.particle) == ["down"])
  }

  @Test func everyMistakeOfAFileIsReportedWithItsPlace() throws {
    let yaml = """
      rules:
        - name: one
          relation: [cures]
          verb: [cure]
          subject: [subject]
          object: ["object[", "Of"]
        - relation: [treats]
          verb: [treat]
        - name: two
          relation: [treats]
          verb: [treat]
          adjective: [good]
        - name: three
          relation: [treats]
          verb: [treat]
          subject: [subject]
          object: [object]
          example: ["no arrow"]
          examples: ["no arrow"]
      """
    let error = try #require(throws: DataFileError.self) { try load(yaml) }
    let places = error.issues.map { "\($0.line):\($0.column)" }
    #expect(places.contains("3:16"))
    #expect(places.contains("6:14"))
    #expect(places.contains("6:25"))
    #expect(places.contains("7:5"))
    #expect(places.contains("9:5"))
    #expect(places.contains("18:5"))
    #expect(places.contains("19:16"))
    #expect(error.description.contains("my-rules.yaml:3:16: error: The schema has no relation named cures."))
  }

  @Test func theBundledRulesLoadAndHaveDistinctNames() throws {
    let extractor = try ClaimExtractor()
    #expect(extractor.rules.rules.count >= 60)
    #expect(Set(extractor.rules.rules.map(\.name)).count == extractor.rules.rules.count)
  }
}
