import GraphModel
import GraphQuery
import Ontology
import Testing

@Suite struct PathSearchTests {
  private func paths(_ graph: KnowledgeGraph, _ from: String, _ to: String, _ count: Int, _ preference: Preference)
    throws
    -> [[String]]
  {
    var search = PathSearch(source: graph)
    search.preference = preference
    return try search.paths(from: graph.entities(named: from), to: graph.entities(named: to), count: count)
      .map { $0.entities.map { graph.entity(at: $0).name } }
  }

  typealias Preference = PathSearch<KnowledgeGraph>.Preference

  @Test func shortestComesFirst() throws {
    let found = try paths(Pantry.graph, "beta-carotene", "liver damage", 2, .shortest)
    #expect(found[0] == ["beta-carotene", "vitamin A", "liver damage"])
  }

  @Test func beliefMayPreferALongerWay() throws {
    // a-b is hedged; a-c-b is stated by two sources each.
    let graph = RandomGraph.graph([
      ("a", "b", .hedged, 1), ("a", "c", .asserted, 1), ("a", "c", .asserted, 2), ("c", "b", .asserted, 1),
      ("c", "b", .asserted, 2),
    ])
    #expect(try paths(graph, "a", "b", 1, .shortest) == [["a", "b"]])
    #expect(try paths(graph, "a", "b", 2, .believed) == [["a", "c", "b"], ["a", "b"]])
  }

  @Test func thereIsNoWayToAnIslandOrToItself() throws {
    let graph = RandomGraph.graph([("a", "b", .asserted, 1), ("c", "d", .asserted, 1)])
    #expect(try paths(graph, "a", "d", 3, .shortest).isEmpty)
    #expect(try paths(graph, "a", "a", 3, .shortest).isEmpty)
    #expect(try paths(graph, "a", "nobody", 3, .shortest).isEmpty)
  }

  /// All ways found by going everywhere, against Yen's algorithm: same lengths, in order.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func findsTheWaysThatBruteForceFinds(_ seed: UInt64) throws {
    let graph = RandomGraph.graph(seed: seed, entities: 7, relations: 12)
    for target in ["b", "c", "d"] {
      let found = try paths(graph, "a", target, 6, .shortest)
      let all = RandomGraph.waysByExhaustion(graph, from: "a", to: target).map(\.count).sorted()
      #expect(found.map(\.count) == Array(all.prefix(6)))
      #expect(Set(found).count == found.count)
      #expect(found.allSatisfy { Set($0).count == $0.count && $0.first == "a" && $0.last == target })
    }
  }
}

@Suite struct TraversalTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func distancesAreThoseOfShortestPaths(_ seed: UInt64) throws {
    let graph = RandomGraph.graph(seed: seed, entities: 9, relations: 12)
    guard let start = graph.entities(named: "a").first else { return }
    var traversal = Traversal()
    traversal.depth = 8
    for member in try traversal.neighborhood(of: [start], in: graph).members where member.entity != start {
      let shortest = try PathSearch(source: graph).paths(from: [start], to: [member.entity], count: 1)[0]
      #expect(shortest.hops.count == member.depth)
    }
  }

  @Test func filtersByRelationTypeBeliefAndDirection() throws {
    let graph = Pantry.graph
    let vitamin = graph.entities(named: "vitamin A")
    func names(_ change: (inout Traversal) -> Void) throws -> [String] {
      var traversal = Traversal()
      change(&traversal)
      return try traversal.neighborhood(of: vitamin, in: graph).members.dropFirst()
        .map { graph.entity(at: $0.entity).name }.sorted()
    }
    #expect(try names { $0.relations = [.excessCauses] } == ["headache", "liver damage"])
    #expect(try names { $0.types = [.food] } == ["egg", "liver"])
    #expect(try names { $0.direction = .incoming } == ["beta-carotene"])
    #expect(try names { $0.minimumBelief = 0.99 }.isEmpty)
    #expect(try names { $0.depth = 0 }.isEmpty)
  }

  @Test func limitsAndSaysWhatItLeftOut() throws {
    var traversal = Traversal()
    traversal.limit = 4
    let found = try traversal.neighborhood(of: Pantry.graph.entities(named: "vitamin A"), in: Pantry.graph)
    #expect(found.members.count == 4)
    #expect(found.omitted == 5)
  }

  @Test func deniedRelationsAreFollowedOnlyOnRequest() throws {
    var traversal = Traversal()
    traversal.relations = [.foundIn]
    let gluten = Pantry.graph.entities(named: "gluten")
    #expect(try traversal.neighborhood(of: gluten, in: Pantry.graph).members.count == 1)
    traversal.followsDenied = true
    #expect(try traversal.neighborhood(of: gluten, in: Pantry.graph).members.count == 2)
  }
}
