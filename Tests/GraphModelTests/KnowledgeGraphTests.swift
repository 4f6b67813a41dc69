import GraphModel
import Ontology
import Testing

/// Claims written in one line: `subject relation object`.
private func claim(
  _ subject: (String, EntityType), _ relation: RelationType, _ object: (String, EntityType), _ text: String = "",
  polarity: Polarity = .positive, certainty: Certainty = .asserted
) -> Claim {
  Claim(
    subject: EntityReference(name: subject.0, type: subject.1), relation: relation,
    object: EntityReference(name: object.0, type: object.1), polarity: polarity, certainty: certainty, confidence: 0.9,
    evidence: [Evidence(text: text, start: 0, end: text.utf8.count, section: "", rule: "test")])
}

@Suite struct KnowledgeGraphTests {
  private let articles = [
    DocumentClaims(
      doc: "a", source: "a.html", title: "A",
      claims: [
        claim(
          ("Vitamin D", .nutrient), .enhancesAbsorptionOf, ("calcium", .nutrient), "Vitamin D helps absorb calcium."),
        claim(("calcium", .nutrient), .storedIn, ("bones", .anatomy), "Calcium is stored in bones."),
      ]),
    DocumentClaims(
      doc: "b", source: "b.html", title: "B",
      claims: [
        claim(("vitamin D", .nutrient), .enhancesAbsorptionOf, ("calcium", .nutrient), "Without vitamin D no calcium.")
      ]),
  ]

  @Test func mergesClaimsOfManyDocuments() throws {
    let graph = KnowledgeGraph(articles)
    #expect(graph.entities.map(\.id) == ["Anatomy:bone", "Nutrient:calcium", "Nutrient:vitamin_d"])
    #expect(graph.relations.map(\.support.affirming) == [1, 2])
    let vitamin = try #require(graph.entities(named: "vitamin-d").first)
    let relation = try #require(graph.relations(of: vitamin, .outgoing).first)
    #expect(graph.evidence(of: relation.index).map(\.document.doc) == ["a", "b"])
    #expect(graph.relations(of: try #require(graph.entities(named: "CALCIUM").first), .both).count == 2)
  }
}
