import Linguistics

/// Runs the network forward and backward over a part of a batch and gathers the gradients of its weights.
///
/// The forward pass repeats the one of ``Network`` with dropout and keeps what the backward pass needs; that both agree
/// shows in the accuracy of the exported network.
final class GradientShard {
  struct Dropout {
    var embedding: Float = 0.2
    var state: Float = 0.25
    var projection: Float = 0.25
  }

  let shape: NetworkShape
  let gradient: Floats
  /// Gradients of the word vectors, a row a word, after ``run(_:weights:embeddings:)``.
  private(set) var vectorGradient = Floats(0)
  var loss = 0.0
  var dropout = Dropout()
  var random: SplitMix64

  /// Vectors that stay as they are; a trained map, behind the other weights, takes them to the network's width.
  private let pretrained: WordVectors?

  init(shape: NetworkShape, pretrained: WordVectors?, seed: UInt64) {
    self.shape = shape
    self.pretrained = pretrained
    gradient = Floats(shape.count + (pretrained?.width ?? 0) * shape.width)
    random = SplitMix64(seed: seed)
  }

  /// - Parameter rows: embedding rows of all words, some dropped; see ``Example/rows``.
  /// - Parameter vectors: rows of ``pretrained`` words, -1 for words without.
  func run(_ examples: [Example], rows: [Int32], vectors: [Int32], weights: Floats, embeddings: Floats) {
    gradient.zero()
    loss = 0
    let count = examples.reduce(0) { $0 + $1.count }
    var sentences: [Range<Int>] = []
    for example in examples {
      let start = sentences.last?.upperBound ?? 0
      sentences.append(start..<start + example.count)
    }
    let width = shape.width
    var state = Floats(count * width)
    let embeddingMask = elementMask(count * width, dropout.embedding)
    for (index, row) in rows.enumerated() where row >= 0 {
      let target = state.start + index / WordFeatures.count * width
      let source = embeddings.start + Int(row) * width
      for channel in 0..<width { target[channel] += source[channel] }
    }
    let gathered = pretrained.map { gather(vectors, from: $0) }
    if let pretrained, let gathered {
      PackedMatrix(rows: pretrained.width, columns: width, rowMajor: weights.start + shape.count, stride: width)
        .multiply(
          gathered.start, stride: pretrained.width, rows: count, into: state.start, stride: width, adding: true)
    }
    multiply(state, embeddingMask)
    let (convolved, convolution) = convolve(state, sentences, weights)
    state = convolved
    var traces: [LayerTrace] = []
    for layer in 0..<shape.layers {
      let trace = forward(layer, state, sentences, weights)
      traces.append(trace.0)
      state = trace.1
    }
    var stateGradient = heads(examples, sentences, state, weights)
    for layer in (0..<shape.layers).reversed() {
      stateGradient = backward(layer, traces[layer], stateGradient, sentences, weights)
    }
    stateGradient = backward(convolution, stateGradient, sentences, weights)
    multiply(stateGradient, embeddingMask)
    vectorGradient = stateGradient
    if let pretrained, let gathered {
      let turned = transposed(gathered.start, rows: count, columns: pretrained.width, stride: pretrained.width)
      PackedMatrix(rows: count, columns: width, rowMajor: stateGradient.start, stride: width).multiply(
        turned.start, stride: count, rows: pretrained.width, into: gradient.start + shape.count, stride: width,
        adding: true)
    }
  }

  private func gather(_ rows: [Int32], from vectors: WordVectors) -> Floats {
    let result = Floats(rows.count * vectors.width)
    vectors.values.withUnsafeBufferPointer { values in
      for (index, row) in rows.enumerated() where row >= 0 {
        (result.start + index * vectors.width)
          .update(from: values.baseAddress! + Int(row) * vectors.width, count: vectors.width)
      }
    }
    return result
  }
}
