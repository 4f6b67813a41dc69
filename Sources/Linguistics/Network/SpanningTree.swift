/// The maximum spanning tree of a sentence's arc scores with exactly one child of the root.
///
/// Reference: Chu and Liu 1965, Edmonds 1967; McDonald et al., "Non-projective Dependency Parsing using Spanning Tree
/// Algorithms", HLT-EMNLP 2005.
enum SpanningTree {
  /// - Parameters:
  ///   - scores: a row a dependent, padded to a multiple of 8 columns: the root, then the words as heads.
  ///   - count: the number of words, at least 1.
  /// - Returns: the head of each word, 0 for the root, h + 1 for word h.
  /// - Complexity: O(count²) if the best heads already form a tree, O(count³) at worst.
  static func heads(scores: UnsafeBufferPointer<Float>, count: Int) -> [Int32] {
    let stride = (count + 1 + 7) / 8 * 8
    let greedy: [Int32] = (0..<count).map { word in
      var best = 0
      var bestScore = scores[word * stride]
      for head in 1...count where head != word + 1 && scores[word * stride + head] > bestScore {
        (best, bestScore) = (head, scores[word * stride + head])
      }
      return Int32(best)
    }
    if greedy.count(where: { $0 == 0 }) == 1 && isTree(greedy) { return greedy }
    return edmonds(scores, stride: stride, count: count)
  }

  private static func isTree(_ heads: [Int32]) -> Bool {
    var seen = [Int32](repeating: -1, count: heads.count)
    for start in heads.indices {
      var word = Int32(start)
      while word >= 0 && seen[Int(word)] < 0 {
        seen[Int(word)] = Int32(start)
        word = heads[Int(word)] - 1
      }
      if word >= 0 && seen[Int(word)] == Int32(start) { return false }
    }
    return true
  }

  /// Contracts cycles until the best incoming arcs form a tree, then opens the cycles in reverse order.
  private static func edmonds(_ scores: UnsafeBufferPointer<Float>, stride: Int, count: Int) -> [Int32] {
    var graph = ContractedGraph(scores: scores, stride: stride, count: count)
    while let cycle = graph.cycle() { graph.contract(cycle) }
    return graph.expanded()
  }
}

/// A dense graph whose cycles are contracted one after the other; node 0 is the root.
private struct ContractedGraph {
  private let size: Int
  /// score[to * size + from] of the best arc between two live nodes.
  private var score: [Double]
  /// The words that this arc connects in the sentence: dependent and head.
  private var dependent: [Int32]
  private var head: [Int32]
  private var isLive: [Bool]
  /// The best incoming arc's source of each live node.
  private var best: [Int]
  /// The words that a node stands for.
  private var words: [[Int32]]
  /// Contractions in order: for each member of the cycle its words and its arc inside the cycle.
  private var contractions: [[(words: [Int32], dependent: Int32, head: Int32)]] = []

  init(scores: UnsafeBufferPointer<Float>, stride: Int, count: Int) {
    size = count + 1
    score = [Double](repeating: -.infinity, count: size * size)
    dependent = [Int32](repeating: 0, count: size * size)
    head = dependent
    isLive = [Bool](repeating: true, count: size)
    best = [Int](repeating: 0, count: size)
    words = (0..<size).map { [Int32($0)] }
    // A penalty larger than any other difference leaves one arc from the root in the best tree.
    let penalty = 1e6
    for to in 1...count {
      for from in 0...count where from != to {
        let value = Double(scores[(to - 1) * stride + from])
        score[to * size + from] = from == 0 ? value - penalty : value
        dependent[to * size + from] = Int32(to)
        head[to * size + from] = Int32(from)
      }
    }
    for node in 1...count { findBest(node) }
  }

  private mutating func findBest(_ node: Int) {
    var source = 0
    for from in 1..<size where isLive[from] && from != node && score[node * size + from] > score[node * size + source] {
      source = from
    }
    best[node] = source
  }

  func cycle() -> [Int]? {
    var mark = [Int](repeating: -1, count: size)
    mark[0] = 0
    for start in 1..<size where isLive[start] && mark[start] < 0 {
      var node = start
      while mark[node] < 0 {
        mark[node] = start
        node = best[node]
      }
      guard node != 0 && mark[node] == start else { continue }
      var cycle = [node]
      var next = best[node]
      while next != node {
        cycle.append(next)
        next = best[next]
      }
      return cycle
    }
    return nil
  }

  mutating func contract(_ cycle: [Int]) {
    let node = cycle[0]
    contractions.append(
      cycle.map {
        let arc = arc(to: $0, from: best[$0])
        return (words[$0], arc.dependent, arc.head)
      })
    let inner = cycle.map { score[$0 * size + best[$0]] }
    var isMember = [Bool](repeating: false, count: size)
    for member in cycle { isMember[member] = true }
    for other in 0..<size where isLive[other] && !isMember[other] {
      // Into the cycle: breaking it at a member costs that member's arc inside.
      var entering = 0
      for index in cycle.indices
      where score[cycle[index] * size + other] - inner[index]
        > score[cycle[entering] * size + other] - inner[entering]
      {
        entering = index
      }
      let value = score[cycle[entering] * size + other] - inner[entering]
      move(cycle[entering] * size + other, to: node * size + other, value)
      // Out of the cycle.
      guard other != 0 else { continue }
      var leaving = node
      for member in cycle where score[other * size + member] > score[other * size + leaving] { leaving = member }
      move(other * size + leaving, to: other * size + node, score[other * size + leaving])
      if isMember[best[other]] { best[other] = node }
    }
    for member in cycle.dropFirst() {
      isLive[member] = false
      words[node] += words[member]
    }
    findBest(node)
  }

  private mutating func move(_ source: Int, to target: Int, _ value: Double) {
    score[target] = value
    dependent[target] = dependent[source]
    head[target] = head[source]
  }

  private func arc(to node: Int, from source: Int) -> (dependent: Int32, head: Int32) {
    (dependent[node * size + source], head[node * size + source])
  }

  func expanded() -> [Int32] {
    var heads = [Int32](repeating: -1, count: size)
    for node in 1..<size where isLive[node] {
      let arc = arc(to: node, from: best[node])
      heads[Int(arc.dependent)] = arc.head
    }
    // The arc that enters a cycle has already given a word of one member its head; the others keep theirs inside.
    for contraction in contractions.reversed() {
      for member in contraction where member.words.allSatisfy({ heads[Int($0)] < 0 }) {
        heads[Int(member.dependent)] = member.head
      }
    }
    return Array(heads.dropFirst())
  }
}
