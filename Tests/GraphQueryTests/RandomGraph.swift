import GraphModel
import Ontology

/// Small graphs for laws: entities a, b, c ... and relations between them.
enum RandomGraph {
  static func graph(_ edges: [(String, String, Certainty, Int)]) -> KnowledgeGraph {
    let documents = Dictionary(grouping: edges, by: \.3).sorted { $0.key < $1.key }.map { number, edges in
      DocumentClaims(
        doc: "\(number)", source: "\(number)", title: "",
        claims: edges.map { from, to, certainty, _ in
          Claim(
            subject: EntityReference(name: from, type: .nutrient), relation: .supports,
            object: EntityReference(name: to, type: .nutrient), certainty: certainty,
            evidence: [Evidence(text: "\(number): \(from) supports \(to).", start: 0, end: 1, section: "", rule: "")])
        })
    }
    return KnowledgeGraph(documents, symmetric: [.synergizesWith, .interactsWith])
  }

  static func graph(seed: UInt64, entities: Int, relations: Int) -> KnowledgeGraph {
    var generator = SplitMix64(state: seed)
    let names = "abcdefghijklmnop".prefix(entities).map { String($0) }
    return graph(
      (0..<relations).map { _ in
        (names.randomElement(using: &generator)!, names.randomElement(using: &generator)!, .asserted, 1)
      })
  }

  /// Every way without loops, as names.
  static func waysByExhaustion(_ graph: KnowledgeGraph, from: String, to: String) -> [[String]] {
    guard let start = graph.entities(named: from).first, let end = graph.entities(named: to).first else { return [] }
    var ways: [[String]] = []
    func walk(_ way: [EntityIndex]) {
      let last = way[way.count - 1]
      if last == end {
        ways.append(way.map { graph.entity(at: $0).name })
        return
      }
      let neighbors = Set(graph.relations(of: last, .both).map { $0.end(across: last) })
      for next in neighbors where !way.contains(next) { walk(way + [next]) }
    }
    if start != end { walk([start]) }
    return ways
  }
}

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
