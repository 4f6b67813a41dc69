extension Network {
  /// Tags and tree of one sentence; heads are offsets into the sentence, -1 for the root.
  package struct Analysis: Sendable {
    package var upos: [UPOS] = []
    package var xpos: [PennTag] = []
    package var heads: [Int32] = []
    package var relations: [DependencyRelation] = []
  }

  /// Words that are parsed as one at most; longer sentences are parsed in parts, whose roots then hang on the first.
  package static let longestPart = 192
  private static let batchWords = 512

  /// Tags and parses sentences given as embedding rows, ``WordFeatures/count`` a word.
  ///
  /// O(words), since the quadratic search for arcs is bounded by ``longestPart``.
  package func analyze(rows: [Int32], sentences: [Range<Int>]) -> Analysis {
    var result = Analysis()
    let count = rows.count / WordFeatures.count
    result.upos.reserveCapacity(count)
    result.xpos.reserveCapacity(count)
    result.heads.reserveCapacity(count)
    result.relations.reserveCapacity(count)
    var batch: [Range<Int>] = []
    var batchStart = 0
    func flush() {
      guard let last = batch.last else { return }
      let slice = Array(rows[batchStart * WordFeatures.count..<last.upperBound * WordFeatures.count])
      analyze(slice, batch.map { $0.lowerBound - batchStart..<$0.upperBound - batchStart }, into: &result)
      batchStart = last.upperBound
      batch.removeAll(keepingCapacity: true)
    }
    for sentence in sentences {
      for part in Self.parts(of: sentence) {
        batch.append(part)
        if part.upperBound - batchStart >= Self.batchWords { flush() }
      }
    }
    flush()
    for sentence in sentences where sentence.count > Self.longestPart { join(sentence, &result) }
    return result
  }

  private static func parts(of sentence: Range<Int>) -> [Range<Int>] {
    guard sentence.count > longestPart else { return [sentence] }
    return stride(from: sentence.lowerBound, to: sentence.upperBound, by: longestPart).map {
      $0..<min($0 + longestPart, sentence.upperBound)
    }
  }

  /// Makes one tree of the parts of a long sentence.
  private func join(_ sentence: Range<Int>, _ result: inout Analysis) {
    let parts = Self.parts(of: sentence)
    let root = parts[0].first { result.heads[$0] < 0 }! - sentence.lowerBound
    for part in parts.dropFirst() {
      for word in part {
        if result.heads[word] < 0 {
          result.heads[word] = Int32(root)
          result.relations[word] = .parataxis
        } else {
          result.heads[word] += Int32(part.lowerBound - sentence.lowerBound)
        }
      }
    }
  }

  private func analyze(_ rows: [Int32], _ sentences: [Range<Int>], into result: inout Analysis) {
    let parser = BiaffineParser(network: self)
    outputs(rows: rows, sentences: sentences).withUnsafeBufferPointer { outputs in
      for words in sentences {
        for word in words {
          let scores = outputs.baseAddress! + word * shape.outputs
          result.upos.append(UPOS(rawValue: Self.best(scores + shape.uposColumn, NetworkShape.uposCount))!)
          result.xpos.append(PennTag(rawValue: Self.best(scores + shape.xposColumn, NetworkShape.xposCount)))
        }
        let tree = parser.tree(outputs: outputs.baseAddress! + words.lowerBound * shape.outputs, count: words.count)
        result.heads += tree.heads
        result.relations += tree.relations
      }
    }
  }

  private static func best(_ scores: UnsafePointer<Float>, _ count: Int) -> UInt8 {
    var best = 0
    for index in 1..<count where scores[index] > scores[best] { best = index }
    return UInt8(best)
  }
}
