import GraphModel
import GraphQuery
import Ontology
import Testing

@Suite struct PropertyPathTests {
  @Test(arguments: [
    "foundIn", "^foundIn", "supports|requiredFor", "^foundIn/reducesRiskOf", "isA*", "^(a|b)/c+", "(a/b)?", "^(a/b)|c",
  ])
  func printsWhatItReads(_ text: String) throws {
    #expect(try PropertyPath(text).description == text)
    #expect(try PropertyPath(PropertyPath(text).description) == PropertyPath(text))
  }

  @Test(arguments: ["", "|", "a||b", "(a", "a)", "a b", "^", "*", "1", String(repeating: "(", count: 40)])
  func refusesWhatIsNoPath(_ text: String) {
    #expect(throws: PropertyPathError.self) { try PropertyPath(text) }
  }

  @Test(arguments: ["foundIn", "^foundIn/reducesRiskOf", "(a|^b)/c*"])
  func reversingTwiceChangesNothing(_ text: String) throws {
    let path = try PropertyPath(text)
    #expect(path.reversed.reversed == path)
  }
}

@Suite struct PropertyPathEvaluationTests {
  @Test(arguments: [
    ("vitamin D", "foundIn", ["egg", "fish oil capsule", "oily fish"]),
    ("milk", "^foundIn", ["calcium", "iodine", "lactose"]),
    ("salmon", "isA+", ["fish", "oily fish"]),
    ("salmon", "isA*/^foundIn", ["omega-3 fatty acid", "selenium", "vitamin D"]),
    ("rickets", "^(reducesRiskOf|deficiencyCauses)/foundIn", ["egg", "fish oil capsule", "oily fish"]),
    ("gluten", "foundIn", []),
  ])
  func reaches(_ start: String, _ path: String, _ ends: [String]) throws {
    let trails = try PropertyPath(path).trails(from: Pantry.graph.entities(named: start), in: Pantry.graph)
    #expect(Set(trails.map { Pantry.graph.entity(at: $0.end).name }).sorted() == ends)
  }

  @Test func deniedRelationsAreWalkedOnRequest() throws {
    let trails = try PropertyPath("foundIn").trails(
      from: Pantry.graph.entities(named: "gluten"), in: Pantry.graph, .denied)
    #expect(trails.map { Pantry.graph.entity(at: $0.end).name } == ["oat"])
  }

  /// A path and its reverse link the same pairs.
  @Test(arguments: ["supports", "supports/supports", "supports|^supports", "supports*"], 1...4 as ClosedRange<UInt64>)
  func reverseLinksTheSamePairs(_ text: String, _ seed: UInt64) throws {
    let graph = RandomGraph.graph(seed: seed, entities: 6, relations: 9)
    let path = try PropertyPath(text)
    let forward = try path.trails(from: graph.allEntities(), in: graph).map { [$0.start, $0.end] }
    let backward = try path.reversed.trails(from: graph.allEntities(), in: graph).map { [$0.end, $0.start] }
    #expect(Set(forward) == Set(backward))
  }
}
