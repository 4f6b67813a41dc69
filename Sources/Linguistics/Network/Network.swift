/// The trained network: from the words of some sentences to tag scores and to the projections that the parser compares.
package struct Network: Sendable {
  package let shape: NetworkShape
  package let features: WordFeatures
  package let embeddings: EmbeddingTable
  /// All weights but the embeddings, as ``NetworkShape`` lays them out.
  package let weights: [Float]
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
    var states = embed(rows, count: count)
    var maps = [Float](repeating: 0, count: count * max(3 * width, shape.outputs))
    weights.withUnsafeBufferPointer { weights in
      states.withUnsafeMutableBufferPointer { states in
        maps.withUnsafeMutableBufferPointer { maps in
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
    maps.removeSubrange((count * shape.outputs)...)
    return maps
  }

  private func embed(_ rows: [Int32], count: Int) -> [Float] {
    let width = shape.width
    return [Float](unsafeUninitializedCapacity: count * width) { buffer, initialized in
      buffer.initialize(repeating: 0)
      initialized = count * width
      guard let start = buffer.baseAddress else { return }
      embeddings.values.withUnsafeBufferPointer { values in
        for (index, row) in rows.enumerated() where row >= 0 {
          embeddings.add(Int(row), to: start + index / WordFeatures.count * width, values)
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
