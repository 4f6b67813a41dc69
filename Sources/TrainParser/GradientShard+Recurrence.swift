import Linguistics

extension GradientShard {
  /// What the forward pass of one layer leaves for the backward pass.
  struct LayerTrace {
    var input: Floats
    /// The linear map of the input: candidates, forget gates, highway gates.
    var maps: Floats
    var states: Floats
    var forget: Floats
    var highway: Floats
    var mask: Floats
  }

  func forward(
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
      input: input, maps: maps, states: Floats(count * width), forget: Floats(count * width),
      highway: Floats(count * width), mask: sentenceMask(sentences, dropout.state))
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
    return (trace, output)
  }

  func backward(
    _ index: Int, _ trace: LayerTrace, _ outputGradient: Floats, _ sentences: [Range<Int>], _ weights: Floats
  ) -> Floats {
    let width = shape.width
    let count = outputGradient.count / width
    let layer = shape.layer(index)
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
          let candidate = load(trace.maps.start + word * 3 * width + channel)
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
}
