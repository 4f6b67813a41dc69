/// Finds the best tree of a sentence from the network's outputs: arcs by biaffine scores, relations by a small net.
///
/// Reference: Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", ICLR 2017.
struct BiaffineParser {
  let network: Network

  /// Heads as offsets into the sentence, -1 for the root, and the relation of each arc.
  struct Tree {
    var heads: [Int32]
    var relations: [DependencyRelation]
  }

  /// O(words²) for the arcs, so callers bound the number of words.
  func tree(outputs: UnsafePointer<Float>, count: Int) -> Tree {
    var heads = arcScores(outputs, count: count).withUnsafeBufferPointer {
      SpanningTree.heads(scores: $0, count: count)
    }
    let relations = relations(outputs, heads: heads)
    for word in 0..<count { heads[word] -= 1 }
    return Tree(heads: heads, relations: relations)
  }

  /// A row a dependent; column 0 is the root, column h + 1 the word h.
  private func arcScores(_ outputs: UnsafePointer<Float>, count: Int) -> [Float] {
    let shape = network.shape
    let arc = shape.arc
    let stride = (count + 1 + 7) / 8 * 8
    return network.weights.withUnsafeBufferPointer { weights in
      var heads = [Float](repeating: 0, count: (count + 1) * arc)
      var queries = [Float](repeating: 0, count: count * arc)
      var scores = [Float](repeating: 0, count: count * stride)
      for channel in 0..<arc { heads[channel] = weights[shape.rootHead + channel] }
      for word in 0..<count {
        let source = outputs + word * shape.outputs + shape.headColumn
        for channel in 0..<arc { heads[(word + 1) * arc + channel] = source[channel] }
      }
      queries.withUnsafeMutableBufferPointer {
        network.arcs.multiply(
          outputs + shape.dependentColumn, stride: shape.outputs, rows: count, into: $0.baseAddress!, stride: arc)
        // The bias of a head adds to every query, since (q + b) . h = q . h + b . h.
        for word in 0..<count {
          for channel in 0..<arc { $0[word * arc + channel] += weights[shape.headBias + channel] }
        }
      }
      let keys = PackedMatrix(rows: arc, columns: count + 1, transposing: heads, stride: arc)
      scores.withUnsafeMutableBufferPointer {
        keys.multiply(queries, stride: arc, rows: count, into: $0.baseAddress!, stride: stride)
      }
      return scores
    }
  }

  private func relations(_ outputs: UnsafePointer<Float>, heads: [Int32]) -> [DependencyRelation] {
    let shape = network.shape
    let slots = NetworkShape.relationSlots
    let size = shape.relation
    var hidden = [Float](repeating: 0, count: heads.count * size)
    var scores = [Float](repeating: 0, count: heads.count * slots)
    network.weights.withUnsafeBufferPointer { weights in
      for (word, head) in heads.enumerated() {
        let dependent = outputs + word * shape.outputs + shape.relationDependentColumn
        let other =
          head == 0
          ? weights.baseAddress! + shape.rootRelation
          : outputs + (Int(head) - 1) * shape.outputs + shape.relationHeadColumn
        for channel in 0..<size { hidden[word * size + channel] = max(0, dependent[channel] + other[channel]) }
      }
      scores.withUnsafeMutableBufferPointer {
        network.relations.multiply(hidden, stride: size, rows: heads.count, into: $0.baseAddress!, stride: slots)
      }
    }
    return heads.enumerated().map { word, head in
      guard head > 0 else { return .root }
      // The root relation, which is the first, belongs to the root alone.
      var best = 1
      var bestScore = -Float.infinity
      for relation in 1..<NetworkShape.relationCount {
        let score = scores[word * slots + relation] + network.weights[shape.relationBias + relation]
        if score > bestScore { (best, bestScore) = (relation, score) }
      }
      return DependencyRelation(rawValue: UInt8(best))
    }
  }
}
