import Ontology
import Testing

@Suite struct SchemaTests {
  @Test func theBundledSchemaHoldsTheGuidesTypes() throws {
    let schema = try Schema.bundled()
    #expect(schema.entityTypes.count == 12)
    #expect(schema.relations.count == 24)
    #expect(schema.relations.first?.type == .enhancesAbsorptionOf)
    #expect(schema.relations.last?.type == .isA)
    #expect(schema.relations.filter(\.isSymmetric).map(\.type) == [.synergizesWith, .interactsWith])
    #expect(schema[.increases]?.contraries == [.decreases])
    #expect(schema.rank(of: .deficiencyCauses) == 2)
  }

  @Test(arguments: [
    (EntityType.nutrient, RelationType.enhancesAbsorptionOf, EntityType.nutrient, true),
    (.nutrient, .foundIn, .food, true),
    (.food, .foundIn, .nutrient, false),
    (.food, .reducesRiskOf, .disorder, true),
    (.food, .reducesRiskOf, .physiology, false),
    (.nutrient, .isA, .nutrient, true),
    (.nutrient, .isA, .compound, true),
    (.nutrient, .isA, .supplement, true),
    (.nutrient, .isA, .food, false),
    (.population, .increasesRiskOf, .disorder, true),
  ])
  func linksOnlyWhatDomainAndRangeAllow(
    subject: EntityType, relation: RelationType, object: EntityType, allowed: Bool
  ) throws {
    #expect(try Schema.bundled().allows(subject, relation, object) == allowed)
  }

  @Test func anUnknownRelationIsNeverAllowed() throws {
    #expect(try !Schema.bundled().allows(.nutrient, RelationType(rawValue: "knows"), .food))
  }

  @Test func reportsEveryErrorWithLineColumnAndCaret() throws {
    let text = """
      entities:
        - name: Nutrient
        - name: Nutrient
      relations:
        - name: foundIn
          subject: [Nutrient, Fud]
          object: any
          phrase: is found in
        - name: causes
          subject: any
          object: any
          phraze: causes
          phrase: causes
          inverse: is caused by
      contraries:
        - [causes, prevents]
      """
    let error = #expect(throws: DataFileError.self) {
      try Schema(DataFile(yaml: text, name: "mine.yaml"))
    }
    let issues = error?.issues ?? []
    #expect(issues.map(\.line) == [3, 5, 6, 12, 16])
    #expect(
      issues[2].description == """
        mine.yaml:6:25: error: There is no entity type named Fud.
            subject: [Nutrient, Fud]
                                ^
        """)
  }

  @Test(arguments: ["entities: [", "a: {b", "\tx: 1"])
  func textThatIsNotYAMLHasAPlace(text: String) {
    let error = #expect(throws: DataFileError.self) { try DataFile(yaml: text, name: "bad.yaml") }
    #expect(error?.issues.count == 1)
    #expect(error?.description.hasPrefix("bad.yaml:") == true)
  }

  @Test func anEmptyFileLacksItsParts() throws {
    let error = #expect(throws: DataFileError.self) { try Schema(DataFile(yaml: "", name: "empty.yaml")) }
    #expect(error?.issues.map(\.message) == ["A schema needs entities.", "A schema needs relations."])
  }
}
