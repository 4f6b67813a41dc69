import Dispatch
import Foundation
import Linguistics

/// Trains the tagging and parsing network on sentences with gold trees.
final class NetworkTrainer {
  struct Options {
    var shape = NetworkShape(width: 160, layers: 3, arc: 80, relation: 80)
    var epochs = 14
    var batchWords = 600
    var rate: Float = 0.003
    var seed: UInt64 = 1
    var threads = 3
    /// A form seen n times is taken out of the vocabulary with probability wordDropout / (wordDropout + n).
    var wordDropout: Float = 0.5
    var dropout = GradientShard.Dropout()
  }

  private let options: Options
  private let features: WordFeatures
  private let frequencies: [Int32: Int]
  private let examples: [Example]
  private let weights: Floats
  private let embeddings: Floats
  private let weightAdam: Adam
  private let embeddingAdam: Adam
  private let embeddingGradient: Floats
  private let shards: [GradientShard]
  private var random: SplitMix64
  private var step = 0

  private let pretrained: WordVectors?
  /// The row in ``pretrained`` of each form of the vocabulary, or -1.
  private let pretrainedRows: [Int32]

  init(examples: [Example], features: WordFeatures, pretrained: WordVectors?, options: Options) {
    self.options = options
    self.features = features
    self.examples = examples
    let shape = options.shape
    self.pretrained = pretrained
    pretrainedRows = Self.rows(of: features.vocabulary, in: pretrained)
    weights = Floats(shape.count + (pretrained?.width ?? 0) * shape.width)
    embeddings = Floats(features.rowCount * shape.width)
    weightAdam = Adam(count: weights.count)
    embeddingAdam = Adam(count: embeddings.count)
    embeddingGradient = Floats(embeddings.count)
    shards = (0..<options.threads).map {
      GradientShard(shape: shape, pretrained: pretrained, seed: options.seed &* 1000 + UInt64($0))
    }
    for shard in shards { shard.dropout = options.dropout }
    random = SplitMix64(seed: options.seed)
    var frequencies: [Int32: Int] = [:]
    for example in examples {
      for row in stride(from: WordFeatures.count - 1, to: example.rows.count, by: WordFeatures.count) {
        frequencies[example.rows[row], default: 0] += 1
      }
    }
    self.frequencies = frequencies
    initialize()
  }

  private func initialize() {
    let shape = options.shape
    func uniform(_ offset: Int, _ count: Int, _ limit: Float) {
      for index in offset..<offset + count { weights.start[index] = (random.unit() * 2 - 1) * limit }
    }
    func matrix(_ offset: Int, _ rows: Int, _ columns: Int) {
      uniform(offset, rows * columns, (3 / Float(rows)).squareRoot())
    }
    matrix(shape.convolution, 3 * shape.width, shape.width)
    for index in 0..<shape.layers {
      let layer = shape.layer(index)
      matrix(layer.input, shape.width, 3 * shape.width)
      uniform(layer.forgetState, 2 * shape.width, 0.3)
    }
    matrix(shape.output, shape.width, shape.outputs)
    uniform(shape.rootHead, shape.arc + shape.relation, 0.1)
    uniform(shape.arcs, shape.arc * shape.arc, 1 / Float(shape.arc))
    matrix(shape.relations, shape.relation, NetworkShape.relationSlots)
    for index in 0..<embeddings.count { embeddings.start[index] = (random.unit() * 2 - 1) * 0.3 }
    guard let pretrained else { return }
    matrix(shape.count, pretrained.width, shape.width)
    // What the treebanks teach about a form starts from nothing, so that forms they lack are not noise.
    let start = WordFeatures.hashedRows * shape.width
    (embeddings.start + start).update(repeating: 0, count: embeddings.count - start)
  }

  private static func rows(of vocabulary: [UInt64], in vectors: WordVectors?) -> [Int32] {
    let table = HashTable(keys: vectors?.keys ?? [])
    return vocabulary.map { Int32(table.index(of: $0)) }
  }

  /// Runs all epochs; `report` gets the mean loss a word after each.
  func train(report: (_ epoch: Int, _ loss: Double) -> Void) {
    let words = examples.reduce(0) { $0 + $1.count }
    let steps = options.epochs * (words / options.batchWords + 1)
    for epoch in 1...options.epochs {
      var loss = 0.0
      for batch in batches() { loss += update(batch, of: steps) }
      report(epoch, loss / Double(words))
    }
  }

  private func batches() -> [[Example]] {
    var result: [[Example]] = []
    var batch: [Example] = []
    var size = 0
    for example in examples.shuffled(using: &random) {
      batch.append(example)
      size += example.count
      if size >= options.batchWords {
        result.append(batch)
        (batch, size) = ([], 0)
      }
    }
    if !batch.isEmpty { result.append(batch) }
    return result
  }

  /// One step along the batch's gradient; returns the loss.
  private func update(_ batch: [Example], of steps: Int) -> Double {
    step += 1
    let parts = split(batch)
    let complete = parts.map { $0.flatMap(\.rows) }
    let vectors = complete.map(vectorRows)
    let rows = complete.map(dropWords)
    let shards = self.shards
    let (weights, embeddings) = (self.weights, self.embeddings)
    nonisolated(unsafe) let workers = shards
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      workers[index].run(
        parts[index], rows: rows[index], vectors: vectors[index], weights: weights, embeddings: embeddings)
    }
    let gradient = shards[0].gradient
    for shard in shards[1..<parts.count] {
      for index in 0..<gradient.count { gradient.start[index] += shard.gradient.start[index] }
    }
    let count = batch.reduce(0) { $0 + $1.count }
    // Losses are sums: the step should not depend on the size of the batch.
    let scale = clippingScale(gradient, parts: parts.count) / Float(count)
    for index in 0..<gradient.count { gradient.start[index] *= scale }
    let rate = options.rate * min(1, Float(step) / 200) * max(0.01, 1 - Float(step) / Float(steps))
    weightAdam.update(weights, gradient.start, range: 0..<gradient.count, rate: rate, step: step)
    updateEmbeddings(rows, parts: parts.count, scale: scale, rate: rate)
    return shards[0..<parts.count].reduce(0) { $0 + $1.loss }
  }

  private func clippingScale(_ gradient: Floats, parts: Int) -> Float {
    var square: Float = 0
    for index in 0..<gradient.count { square += gradient.start[index] * gradient.start[index] }
    let norm = square.squareRoot() / Float(options.batchWords)
    return norm > 5 ? 5 / norm : 1
  }

  private func split(_ batch: [Example]) -> [[Example]] {
    let total = batch.reduce(0) { $0 + $1.count }
    var parts: [[Example]] = [[]]
    var size = 0
    for example in batch {
      if size >= total * parts.count / options.threads && parts.count < options.threads { parts.append([]) }
      parts[parts.count - 1].append(example)
      size += example.count
    }
    return parts
  }

  private func dropWords(_ rows: [Int32]) -> [Int32] {
    var rows = rows
    for index in stride(from: WordFeatures.count - 1, to: rows.count, by: WordFeatures.count) where rows[index] >= 0 {
      let count = Float(frequencies[rows[index]] ?? 0)
      if random.unit() < options.wordDropout / (options.wordDropout + count) { rows[index] = -1 }
    }
    return rows
  }

  /// The pretrained vector of each word; some are left out, as for words that no text had.
  private func vectorRows(_ rows: [Int32]) -> [Int32] {
    stride(from: WordFeatures.count - 1, to: rows.count, by: WordFeatures.count).map { index in
      rows[index] < 0 || random.unit() < 0.03 ? -1 : pretrainedRows[Int(rows[index]) - WordFeatures.hashedRows]
    }
  }

  private func updateEmbeddings(_ rows: [[Int32]], parts: Int, scale: Float, rate: Float) {
    let width = options.shape.width
    var touched: [Int32] = []
    var seen = Set<Int32>()
    for part in 0..<parts {
      let gradient = shards[part].vectorGradient
      for (index, row) in rows[part].enumerated() where row >= 0 {
        if seen.insert(row).inserted { touched.append(row) }
        let source = gradient.start + index / WordFeatures.count * width
        let target = embeddingGradient.start + Int(row) * width
        for channel in 0..<width { target[channel] += source[channel] * scale }
      }
    }
    for row in touched {
      let start = Int(row) * width
      embeddingAdam.update(
        embeddings, embeddingGradient.start + start, range: start..<start + width, rate: rate, step: step)
      (embeddingGradient.start + start).update(repeating: 0, count: width)
    }
  }

  /// The network as the library runs it, with quantised embeddings.
  func network() -> Network {
    let complete = Floats(embeddings.count)
    complete.start.update(from: embeddings.start, count: embeddings.count)
    addPretrained(to: complete.start + WordFeatures.hashedRows * options.shape.width)
    return Network(
      shape: options.shape, features: features,
      embeddings: EmbeddingTable(width: options.shape.width, rows: features.rowCount, quantizing: complete.start),
      weights: Array(weights.array.prefix(options.shape.count)))
  }

  /// Adds the mapped pretrained vectors to the rows of the vocabulary.
  private func addPretrained(to rows: UnsafeMutablePointer<Float>) {
    guard let pretrained else { return }
    let width = options.shape.width
    let map = PackedMatrix(
      rows: pretrained.width, columns: width, rowMajor: weights.start + options.shape.count, stride: width)
    pretrained.values.withUnsafeBufferPointer { values in
      for (word, row) in pretrainedRows.enumerated() where row >= 0 {
        map.multiply(
          values.baseAddress! + Int(row) * pretrained.width, stride: pretrained.width, rows: 1,
          into: rows + word * width, stride: width, adding: true)
      }
    }
  }
}
