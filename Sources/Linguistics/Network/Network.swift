/// The trained network: from the words of some sentences to tag scores and to the projections that the parser compares.
package struct Network: Sendable {
  package let shape: NetworkShape
  package let features: WordFeatures
  package let embeddings: EmbeddingTable
  /// All weights but the embeddings, as ``NetworkShape`` lays them out.
  package let weights: [Float]
  private let convolution: PackedMatrix
  private let layers: [PackedMatrix]
  private let output: PackedMatrix
  let arcs: PackedMatrix
  let relations: PackedMatrix

  package init(shape: NetworkShape, features: WordFeatures, embeddings: EmbeddingTable, weights: [Float]) {
    precondition(weights.count == shape.count && embeddings.width == shape.width)
    precondition(embeddings.scales.count == features.rowCount)
    self.shape = shape
    self.features = features
    self.embeddings = embeddings
    self.weights = weights
    func pack(_ offset: Int, _ rows: Int, _ columns: Int) -> PackedMatrix {
      weights.withUnsafeBufferPointer {
        PackedMatrix(rows: rows, columns: columns, rowMajor: $0.baseAddress! + offset, stride: columns)
      }
    }
    convolution = pack(shape.convolution, 3 * shape.width, shape.width)
    layers = (0..<shape.layers).map { pack(shape.layer($0).input, shape.width, 3 * shape.width) }
    output = pack(shape.output, shape.width, shape.outputs)
    arcs = pack(shape.arcs, shape.arc, shape.arc)
    relations = pack(shape.relations, shape.relation, NetworkShape.relationSlots)
  }

  /// The outputs of the words of a batch, a row of ``NetworkShape/outputs`` values a word.
  ///
  /// - Parameters:
  ///   - rows: ``WordFeatures/count`` embedding rows a word.
  ///   - sentences: ranges of words; they cover the batch in order.
  func outputs(rows: [Int32], sentences: [Range<Int>]) -> [Float] {
    let count = rows.count / WordFeatures.count
    let width = shape.width
    var states = convolve(rows, sentences)
    return [Float](unsafeUninitializedCapacity: count * max(3 * width, shape.outputs)) { maps, initialized in
      initialized = count * shape.outputs
      weights.withUnsafeBufferPointer { weights in
        states.withUnsafeMutableBufferPointer { states in
          guard let state = states.baseAddress, let map = maps.baseAddress else { return }
          for (index, matrix) in layers.enumerated() {
            matrix.multiply(state, stride: width, rows: count, into: map, stride: 3 * width)
            let layer = RecurrentLayer(weights.baseAddress!, shape.layer(index), width: width)
            for words in sentences { layer.run(words: words, maps: map, input: state, output: state) }
          }
          output.multiply(state, stride: width, rows: count, into: map, stride: shape.outputs)
          addBias(weights.baseAddress! + shape.outputBias, to: map, count: count)
        }
      }
    }
  }

  /// The words' vectors after the convolution.
  ///
  /// Vectors lie in memory with a zero row before and after each sentence, so that a word and its neighbours are one
  /// row of the convolution's input without copying.
  private func convolve(_ rows: [Int32], _ sentences: [Range<Int>]) -> [Float] {
    let width = shape.width
    let count = rows.count / WordFeatures.count
    let places = count + sentences.count + 1
    let vectors = embed(rows, sentences, places: places)
    var maps = [Float](repeating: 0, count: places * width)
    maps.withUnsafeMutableBufferPointer {
      convolution.multiply(vectors, stride: width, rows: places - 2, into: $0.baseAddress! + width, stride: width)
    }
    return [Float](unsafeUninitializedCapacity: count * width) { states, initialized in
      initialized = count * width
      guard let state = states.baseAddress else { return }
      for (index, words) in sentences.enumerated() {
        for word in words {
          let place = (word + index + 1) * width
          addRectified(maps, to: vectors, at: place, into: state + word * width)
        }
      }
    }
  }

  /// Writes a word's vector plus what the convolution makes of it, cut at zero after its bias is added.
  private func addRectified(
    _ maps: UnsafePointer<Float>, to vectors: UnsafePointer<Float>, at place: Int,
    into state: UnsafeMutablePointer<Float>
  ) {
    weights.withUnsafeBufferPointer {
      let bias = $0.baseAddress! + shape.convolutionBias
      for channel in 0..<shape.width {
        state[channel] = vectors[place + channel] + max(0, maps[place + channel] + bias[channel])
      }
    }
  }

  /// Sums of embedding rows; word w of sentence s lies at place w + s + 1.
  private func embed(_ rows: [Int32], _ sentences: [Range<Int>], places: Int) -> [Float] {
    let width = shape.width
    return [Float](unsafeUninitializedCapacity: places * width) { buffer, initialized in
      buffer.initialize(repeating: 0)
      initialized = places * width
      guard let start = buffer.baseAddress else { return }
      rows.withUnsafeBufferPointer { rows in
        for (index, words) in sentences.enumerated() {
          for word in words {
            let own = rows[word * WordFeatures.count..<(word + 1) * WordFeatures.count]
            embeddings.sum(UnsafeBufferPointer(rebasing: own), into: start + (word + index + 1) * width)
          }
        }
      }
    }
  }

  /// Adds the bias and cuts the projections (not the tag scores) at zero.
  private func addBias(_ bias: UnsafePointer<Float>, to map: UnsafeMutablePointer<Float>, count: Int) {
    for word in 0..<count {
      let row = map + word * shape.outputs
      for column in 0..<shape.relationDependentColumn { row[column] = max(0, row[column] + bias[column]) }
      for column in shape.relationDependentColumn..<shape.outputs { row[column] += bias[column] }
    }
  }
}
