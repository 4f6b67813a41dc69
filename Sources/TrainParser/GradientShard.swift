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
  private(set) var loss = 0.0
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

  /// What the forward pass of one layer leaves for the backward pass.
  private struct LayerTrace {
    var input: Floats
    var states: Floats
    var forget: Floats
    var highway: Floats
    var mask: Floats
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

  // MARK: Convolution

  private struct ConvolutionTrace {
    /// The vectors of each word and its neighbours, one row a word.
    var windows: Floats
    /// Dropout, and 0 where the unit was off.
    var mask: Floats
  }

  private func convolve(
    _ input: Floats, _ sentences: [Range<Int>], _ weights: Floats
  ) -> (Floats, ConvolutionTrace) {
    let width = shape.width
    let count = input.count / width
    let windows = Floats(count * 3 * width)
    for words in sentences {
      for word in words {
        let first = max(word - 1, words.lowerBound)
        let last = min(word + 1, words.upperBound - 1)
        let target = windows.start + word * 3 * width + (first - word + 1) * width
        target.update(from: input.start + first * width, count: (last - first + 1) * width)
      }
    }
    let output = Floats(count * width)
    let mask = elementMask(count * width, dropout.state)
    PackedMatrix(rows: 3 * width, columns: width, rowMajor: weights.start + shape.convolution, stride: width).multiply(
      windows.start, stride: 3 * width, rows: count, into: output.start, stride: width)
    let bias = weights.start + shape.convolutionBias
    for word in 0..<count {
      for channel in 0..<width {
        let place = word * width + channel
        let value = output.start[place] + bias[channel]
        if value < 0 { mask.start[place] = 0 }
        output.start[place] = input.start[place] + value * mask.start[place]
      }
    }
    return (output, ConvolutionTrace(windows: windows, mask: mask))
  }

  private func backward(
    _ trace: ConvolutionTrace, _ outputGradient: Floats, _ sentences: [Range<Int>], _ weights: Floats
  ) -> Floats {
    let width = shape.width
    let count = outputGradient.count / width
    let inner = Floats(outputGradient.count)
    for index in 0..<inner.count { inner.start[index] = outputGradient.start[index] * trace.mask.start[index] }
    for word in 0..<count {
      for channel in 0..<width {
        gradient.start[shape.convolutionBias + channel] += inner.start[word * width + channel]
      }
    }
    let windows = Floats(count * 3 * width)
    linearBackward(
      input: trace.windows.start, inputStride: 3 * width, inputs: 3 * width, outputGradient: inner.start,
      outputStride: width, outputs: width, count: count, weights: weights.start + shape.convolution,
      weightGradient: gradient.start + shape.convolution, inputGradient: windows.start, adding: false)
    for words in sentences {
      for word in words {
        for neighbour in max(word - 1, words.lowerBound)...min(word + 1, words.upperBound - 1) {
          let source = windows.start + (word * 3 + neighbour - word + 1) * width
          let target = outputGradient.start + neighbour * width
          for channel in 0..<width { target[channel] += source[channel] }
        }
      }
    }
    return outputGradient
  }

  // MARK: Recurrent layers

  private func forward(
    _ index: Int, _ input: Floats, _ sentences: [Range<Int>], _ weights: Floats
  ) -> (LayerTrace, Floats) {
    let width = shape.width
    let count = input.count / width
    let layer = shape.layer(index)
    let matrix = PackedMatrix(
      rows: width, columns: 3 * width, rowMajor: weights.start + layer.input, stride: 3 * width)
    let maps = Floats(count * 3 * width)
    matrix.multiply(input.start, stride: width, rows: count, into: maps.start, stride: 3 * width)
    let trace = LayerTrace(
      input: input, states: Floats(count * width), forget: Floats(count * width), highway: Floats(count * width),
      mask: sentenceMask(sentences, dropout.state))
    let output = Floats(count * width)
    for words in sentences {
      for channel in stride(from: 0, to: width, by: 8) {
        let backward = channel >= width / 2
        let forgetState = load(weights.start + layer.forgetState + channel)
        let highwayState = load(weights.start + layer.highwayState + channel)
        let forgetBias = load(weights.start + layer.forgetBias + channel)
        let highwayBias = load(weights.start + layer.highwayBias + channel)
        var state = SIMD8<Float>()
        for step in 0..<words.count {
          let word = backward ? words.upperBound - 1 - step : words.lowerBound + step
          let map = maps.start + word * 3 * width + channel
          let place = word * width + channel
          let forget = RecurrentLayer.sigmoid(load(map + width) + forgetState * state + forgetBias)
          let highway = RecurrentLayer.sigmoid(load(map + 2 * width) + highwayState * state + highwayBias)
          let candidate = load(map)
          state = candidate + forget * (state - candidate)
          let passed = load(input.start + place)
          store(state, trace.states.start + place)
          store(forget, trace.forget.start + place)
          store(highway, trace.highway.start + place)
          store((passed + highway * (state - passed)) * load(trace.mask.start + place), output.start + place)
        }
      }
    }
    candidateMaps.append(maps)
    return (trace, output)
  }

  /// Input maps of the layers, bottom first; the backward pass takes them off again.
  private var candidateMaps: [Floats] = []

  private func backward(
    _ index: Int, _ trace: LayerTrace, _ outputGradient: Floats, _ sentences: [Range<Int>], _ weights: Floats
  ) -> Floats {
    let width = shape.width
    let count = outputGradient.count / width
    let layer = shape.layer(index)
    let maps = candidateMaps.removeLast()
    let mapGradient = Floats(count * 3 * width)
    let inputGradient = Floats(count * width)
    for words in sentences {
      for channel in stride(from: 0, to: width, by: 8) {
        let backward = channel >= width / 2
        let forgetState = load(weights.start + layer.forgetState + channel)
        let highwayState = load(weights.start + layer.highwayState + channel)
        var carried = SIMD8<Float>()
        var sums = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        for step in (0..<words.count).reversed() {
          let word = backward ? words.upperBound - 1 - step : words.lowerBound + step
          let place = word * width + channel
          let before = step == 0 ? SIMD8<Float>() : load(trace.states.start + place + (backward ? width : -width))
          let state = load(trace.states.start + place)
          let forget = load(trace.forget.start + place)
          let highway = load(trace.highway.start + place)
          let passed = load(trace.input.start + place)
          let candidate = load(maps.start + word * 3 * width + channel)
          let output = load(outputGradient.start + place) * load(trace.mask.start + place)
          store((1 - highway) * output, inputGradient.start + place)
          let stateGradient = carried + highway * output
          let highwayGradient = output * (state - passed) * slope(highway)
          let forgetGradient = stateGradient * (before - candidate) * slope(forget)
          let map = mapGradient.start + word * 3 * width + channel
          store((1 - forget) * stateGradient, map)
          store(forgetGradient, map + width)
          store(highwayGradient, map + 2 * width)
          sums.0 += before * forgetGradient
          sums.1 += before * highwayGradient
          sums.2 += forgetGradient
          sums.3 += highwayGradient
          carried = forget * stateGradient + forgetState * forgetGradient + highwayState * highwayGradient
        }
        add(sums.0, gradient.start + layer.forgetState + channel)
        add(sums.1, gradient.start + layer.highwayState + channel)
        add(sums.2, gradient.start + layer.forgetBias + channel)
        add(sums.3, gradient.start + layer.highwayBias + channel)
      }
    }
    linearBackward(
      input: trace.input.start, inputStride: width, inputs: width, outputGradient: mapGradient.start,
      outputStride: 3 * width, outputs: 3 * width, count: count, weights: weights.start + layer.input,
      weightGradient: gradient.start + layer.input, inputGradient: inputGradient.start, adding: true)
    return inputGradient
  }

  /// The slope of the algebraic sigmoid where its value is `y`.
  @inline(__always)
  private func slope(_ y: SIMD8<Float>) -> SIMD8<Float> {
    let centred = 2 * y - 1
    let rest = 1 - centred.replacing(with: -centred, where: centred .< 0)
    return 0.5 * rest * rest
  }

  // MARK: Output map and losses

  /// Returns the gradient of the last layer's output.
  private func heads(
    _ examples: [Example], _ sentences: [Range<Int>], _ state: Floats, _ weights: Floats
  ) -> Floats {
    let width = shape.width
    let outputs = shape.outputs
    let count = state.count / width
    let values = Floats(count * outputs)
    let matrix = PackedMatrix(
      rows: width, columns: outputs, rowMajor: weights.start + shape.output, stride: outputs)
    matrix.multiply(state.start, stride: width, rows: count, into: values.start, stride: outputs)
    let mask = Floats(count * outputs)
    let keep = 1 - dropout.projection
    for word in 0..<count {
      let row = values.start + word * outputs
      let maskRow = mask.start + word * outputs
      for column in 0..<outputs {
        row[column] += weights.start[shape.outputBias + column]
        maskRow[column] = 1
        if column < shape.uposColumn { maskRow[column] = random.unit() < keep ? 1 / keep : 0 }
        if column < shape.relationDependentColumn && row[column] < 0 { maskRow[column] = 0 }
        row[column] *= maskRow[column]
      }
    }
    let slopes = Floats(count * outputs)
    for (example, words) in zip(examples, sentences) {
      let row = values.start + words.lowerBound * outputs
      let slope = slopes.start + words.lowerBound * outputs
      arcLoss(example, row, slope, weights)
      relationLoss(example, row, slope, weights)
      for word in 0..<example.count {
        let place = word * outputs
        loss += softmax(
          row + place + shape.uposColumn, NetworkShape.uposCount, Int(example.upos[word]),
          slope + place + shape.uposColumn)
        loss += softmax(
          row + place + shape.xposColumn, NetworkShape.xposCount, Int(example.xpos[word]),
          slope + place + shape.xposColumn)
      }
    }
    multiply(slopes, mask)
    for word in 0..<count {
      for column in 0..<outputs { gradient.start[shape.outputBias + column] += slopes.start[word * outputs + column] }
    }
    let stateGradient = Floats(count * width)
    linearBackward(
      input: state.start, inputStride: width, inputs: width, outputGradient: slopes.start, outputStride: outputs,
      outputs: outputs, count: count, weights: weights.start + shape.output,
      weightGradient: gradient.start + shape.output, inputGradient: stateGradient.start, adding: false)
    return stateGradient
  }

  private func arcLoss(
    _ example: Example, _ row: UnsafeMutablePointer<Float>, _ slope: UnsafeMutablePointer<Float>, _ weights: Floats
  ) {
    let arc = shape.arc
    let count = example.count
    let outputs = shape.outputs
    let columns = (count + 1 + 7) / 8 * 8
    let heads = Floats(columns * arc)
    let queries = Floats(count * arc)
    for channel in 0..<arc { heads.start[channel] = weights.start[shape.rootHead + channel] }
    for word in 0..<count {
      let source = row + word * outputs + shape.headColumn
      for channel in 0..<arc { heads.start[(word + 1) * arc + channel] = source[channel] }
      for channel in 0..<arc { queries.start[word * arc + channel] = weights.start[shape.headBias + channel] }
    }
    PackedMatrix(rows: arc, columns: arc, rowMajor: weights.start + shape.arcs, stride: arc).multiply(
      row + shape.dependentColumn, stride: outputs, rows: count, into: queries.start, stride: arc, adding: true)
    let scores = Floats(count * columns)
    PackedMatrix(rows: arc, columns: columns, transposing: heads.start, stride: arc).multiply(
      queries.start, stride: arc, rows: count, into: scores.start, stride: columns)
    let scoreSlopes = Floats(count * columns)
    for word in 0..<count {
      let place = word * columns
      scores.start[place + word + 1] = -1e9
      loss += softmax(scores.start + place, count + 1, Int(example.heads[word]), scoreSlopes.start + place)
    }
    // scores = queries heads': slopes of the queries and of the heads.
    let querySlopes = Floats(count * arc)
    PackedMatrix(rows: columns, columns: arc, rowMajor: heads.start, stride: arc).multiply(
      scoreSlopes.start, stride: columns, rows: count, into: querySlopes.start, stride: arc)
    let headSlopes = Floats(columns * arc)
    let turned = transposed(scoreSlopes.start, rows: count, columns: columns, stride: columns)
    PackedMatrix(rows: count, columns: arc, rowMajor: queries.start, stride: arc).multiply(
      turned.start, stride: count, rows: columns, into: headSlopes.start, stride: arc)
    for channel in 0..<arc { gradient.start[shape.rootHead + channel] += headSlopes.start[channel] }
    for word in 0..<count {
      for channel in 0..<arc {
        slope[word * outputs + shape.headColumn + channel] += headSlopes.start[(word + 1) * arc + channel]
        gradient.start[shape.headBias + channel] += querySlopes.start[word * arc + channel]
      }
    }
    linearBackward(
      input: row + shape.dependentColumn, inputStride: outputs, inputs: arc, outputGradient: querySlopes.start,
      outputStride: arc, outputs: arc, count: count, weights: weights.start + shape.arcs,
      weightGradient: gradient.start + shape.arcs, inputGradient: slope + shape.dependentColumn,
      inputGradientStride: outputs, adding: true)
  }

  private func relationLoss(
    _ example: Example, _ row: UnsafeMutablePointer<Float>, _ slope: UnsafeMutablePointer<Float>, _ weights: Floats
  ) {
    let size = shape.relation
    let slots = NetworkShape.relationSlots
    let outputs = shape.outputs
    let count = example.count
    let hidden = Floats(count * size)
    func head(_ word: Int) -> Int? { example.heads[word] == 0 ? nil : Int(example.heads[word]) - 1 }
    for word in 0..<count {
      let dependent = row + word * outputs + shape.relationDependentColumn
      let other = head(word).map { row + $0 * outputs + shape.relationHeadColumn } ?? weights.start + shape.rootRelation
      for channel in 0..<size { hidden.start[word * size + channel] = max(0, dependent[channel] + other[channel]) }
    }
    let scores = Floats(count * slots)
    PackedMatrix(rows: size, columns: slots, rowMajor: weights.start + shape.relations, stride: slots).multiply(
      hidden.start, stride: size, rows: count, into: scores.start, stride: slots)
    let scoreSlopes = Floats(count * slots)
    for word in 0..<count {
      let place = word * slots
      for relation in 0..<NetworkShape.relationCount {
        scores.start[place + relation] += weights.start[shape.relationBias + relation]
      }
      loss += softmax(
        scores.start + place, NetworkShape.relationCount, Int(example.relations[word]), scoreSlopes.start + place)
      for relation in 0..<NetworkShape.relationCount {
        gradient.start[shape.relationBias + relation] += scoreSlopes.start[place + relation]
      }
    }
    let hiddenSlopes = Floats(count * size)
    linearBackward(
      input: hidden.start, inputStride: size, inputs: size, outputGradient: scoreSlopes.start, outputStride: slots,
      outputs: slots, count: count, weights: weights.start + shape.relations,
      weightGradient: gradient.start + shape.relations, inputGradient: hiddenSlopes.start, adding: false)
    for word in 0..<count {
      let other =
        head(word).map { slope + $0 * outputs + shape.relationHeadColumn } ?? gradient.start + shape.rootRelation
      let own = slope + word * outputs + shape.relationDependentColumn
      for channel in 0..<size where hidden.start[word * size + channel] > 0 {
        own[channel] += hiddenSlopes.start[word * size + channel]
        other[channel] += hiddenSlopes.start[word * size + channel]
      }
    }
  }
}
