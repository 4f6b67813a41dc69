import GraphModel
import GraphTestSupport
import Ontology
import Testing

/// Articles that only name things; what the graph makes of them.
@Suite struct IdentityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Each article: names, each with `=` and other names, and with `#` an identifier ("B12=cobalamin#MESH:1").
    var articles: [[String]]
    /// The names that are preferred, sorted.
    var things: [String]
  }

  private static let cases = [
    Case(
      testDescription: "an alias joins the thing of that name",
      articles: [["vitamin B12=cobalamin"], ["cobalamin"], ["Vitamin B-12"]], things: ["vitamin B12"]),
    Case(
      testDescription: "joining goes over several names",
      articles: [["riboflavin=vitamin B2"], ["vitamin B2=lactoflavin"], ["lactoflavin"], ["riboflavin"]],
      things: ["riboflavin"]),
    Case(
      testDescription: "a name that two things claim joins none",
      articles: [["retinol=provitamin"], ["ergosterol=provitamin"], ["provitamin"]],
      things: ["ergosterol", "provitamin", "retinol"]),
    Case(
      testDescription: "a name claimed twice becomes clear once the claimants are one",
      articles: [["niacin=vitamin B3"], ["vitamin B3=nicotinic acid"], ["niacin=nicotinic acid"], ["nicotinic acid"]],
      things: ["niacin"]),
    Case(
      testDescription: "a modifier makes another thing",
      articles: [["heme iron=iron"], ["iron"], ["skin infection=infection"], ["infection"]],
      things: ["heme iron", "infection", "iron", "skin infection"]),
    Case(
      testDescription: "a designator makes another thing",
      articles: [["vitamin D=vitamin D3"], ["vitamin D3"], ["vitamin D2"], ["vitamin=vitamin D"]],
      things: ["vitamin", "vitamin D", "vitamin D2", "vitamin D3"]),
    Case(
      testDescription: "a bare designator stands for the whole name", articles: [["vitamin B12=B12"], ["B12"]],
      things: ["B12"]),
    Case(
      testDescription: "an article that tells two things apart outweighs one that does not",
      articles: [["mineral=magnesium"], ["mineral", "magnesium"], ["magnesium"]], things: ["magnesium", "mineral"]),
    Case(
      testDescription: "two that equate outweigh one that tells apart",
      articles: [["citrus=citrus fruit"], ["citrus=citrus fruit"], ["citrus", "citrus fruit"]], things: ["citrus"]),
    Case(
      testDescription: "identifiers join", articles: [["ascorbic acid#MESH:1"], ["vitamin C#MESH:1"]],
      things: ["ascorbic acid"]),
    Case(
      testDescription: "different identifiers of one vocabulary keep apart",
      articles: [["vitamin D=calciferol#MESH:1"], ["calciferol#MESH:2"]], things: ["calciferol", "vitamin D"]),
    Case(
      testDescription: "identifiers of different vocabularies do not",
      articles: [["vitamin D=calciferol#MESH:1"], ["calciferol#CHEBI:2"]], things: ["calciferol"]),
    Case(
      testDescription: "a chain of names joins nothing if its ends are told apart",
      articles: [["alpha=gamma"], ["gamma=delta"], ["delta", "alpha"], ["gamma"]], things: ["alpha", "delta", "gamma"]),
  ]

  @Test(arguments: cases) func namesOfOneThingMeet(sample: Case) {
    let documents = sample.articles.enumerated().map { Self.article($0, names: $1) }
    let expected = sample.things.sorted()
    #expect(Self.things(of: KnowledgeGraph(documents)) == expected)
    #expect(Self.things(of: KnowledgeGraph(documents.reversed())) == expected)
    #expect(Self.things(of: KnowledgeGraph(documents + documents)) == expected)
  }

  /// The things named, without the one that the articles relate them to.
  private static func things(of graph: KnowledgeGraph) -> [String] {
    graph.entities.filter { $0.type == .nutrient }.map(\.name).sorted()
  }

  private static func article(_ number: Int, names: [String]) -> DocumentClaims {
    DocumentClaims(
      doc: "\(number)", source: "\(number)", title: "",
      claims: names.map { text in
        let parts = text.split(separator: "#")
        let names = parts[0].split(separator: "=").map(String.init)
        return Claim(
          subject: EntityReference(
            name: names[0], type: .nutrient, aliases: Array(names.dropFirst()), ids: parts.dropFirst().map(String.init)),
          relation: .supports, object: EntityReference(name: "growth", type: .physiology))
      })
  }

  @Test func oneNameWithTwoTypesIsTwoThings() throws {
    let claims = [EntityType.nutrient, .protein].map { type in
      Claim(
        subject: EntityReference(name: "protein", type: type), relation: .supports,
        object: EntityReference(name: "growth", type: .physiology))
    }
    let graph = KnowledgeGraph([DocumentClaims(doc: "a", source: "a", title: "", claims: claims)])
    #expect(graph.entities(named: "Proteins").map { graph.entities[$0].id } == ["Nutrient:protein", "Protein:protein"])
    let ambiguous = try AmbiguousName.all(in: graph)
    #expect(ambiguous.map(\.key.rawValue) == ["protein"])
    #expect(ambiguous.first?.bearers.map(\.id) == ["Nutrient:protein", "Protein:protein"])
  }

  /// The order of the articles, and giving one twice, changes nothing.
  @Test(arguments: 0..<20) func theGraphFollowsFromTheSetOfArticles(seed: UInt64) throws {
    var articles = RandomArticles(seed: seed)
    let documents = Array(Dictionary(articles.articles(10).map { ($0.source, $0) }) { $1 }.values)
      .sorted { $0.source < $1.source }
    let graph = KnowledgeGraph(documents)
    #expect(try difference(graph, KnowledgeGraph(documents.reversed())) == nil)
    #expect(try difference(graph, KnowledgeGraph(documents + documents)) == nil)
    let shuffled = documents.map { document in
      var document = document
      document.claims.reverse()
      return document
    }
    #expect(try difference(graph, KnowledgeGraph(shuffled)) == nil)
  }
}
