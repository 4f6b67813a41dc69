/// The elementwise part of a bidirectional simple recurrent unit, for one sentence at a time.
///
/// With candidate u, forget gate f, highway gate r and input x, for each channel and word t:
/// c(t) = f c(t-1) + (1 - f) u, y(t) = r c(t) + (1 - r) x(t), where f and r are a sigmoid of the input map plus a weight
/// times c(t-1) plus a bias. The sigmoid is the algebraic one, 1/2 + x / (2 (1 + |x|)), which needs no exponential.
///
/// Reference: Lei et al., "Simple Recurrent Units for Highly Parallelizable Recurrence", EMNLP 2018.
package struct RecurrentLayer {
  package let width: Int
  /// width values each: weights of the state and biases.
  package let forgetState: UnsafePointer<Float>
  package let highwayState: UnsafePointer<Float>
  package let forgetBias: UnsafePointer<Float>
  package let highwayBias: UnsafePointer<Float>

  package init(_ weights: UnsafePointer<Float>, _ layer: NetworkShape.Layer, width: Int) {
    self.width = width
    forgetState = weights + layer.forgetState
    highwayState = weights + layer.highwayState
    forgetBias = weights + layer.forgetBias
    highwayBias = weights + layer.highwayBias
  }

  /// Reads `maps` (rows of 3 width) and `input` (rows of width) of the sentence's words and writes `output`.
  ///
  /// `output` may be `input`. O(words x width).
  package func run(
    words: Range<Int>, maps: UnsafePointer<Float>, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    #if DEBUG
      runByLoops(words: words, maps: maps, input: input, output: output)
    #else
      runByVectors(words: words, maps: maps, input: input, output: output)
    #endif
  }

  /// One channel after the other, without the vector types that are slow in debug builds.
  private func runByLoops(
    words: Range<Int>, maps: UnsafePointer<Float>, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    func sigmoid(_ x: Float) -> Float { 0.5 + 0.5 * x / (1 + (x < 0 ? -x : x)) }
    var channel = 0
    while channel < width {
      let step = channel >= width / 2 ? -1 : 1
      var word = step < 0 ? words.upperBound - 1 : words.lowerBound
      var state: Float = 0
      var left = words.count
      while left > 0 {
        let map = maps + word * 3 * width + channel
        let forget = sigmoid(map[width] + forgetState[channel] * state + forgetBias[channel])
        let highway = sigmoid(map[2 * width] + highwayState[channel] * state + highwayBias[channel])
        state = map[0] + forget * (state - map[0])
        let passed = input[word * width + channel]
        output[word * width + channel] = passed + highway * (state - passed)
        word += step
        left -= 1
      }
      channel += 1
    }
  }

  private func runByVectors(
    words: Range<Int>, maps: UnsafePointer<Float>, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    for channel in stride(from: 0, to: width, by: 8) {
      let forgetState = vector(forgetState + channel)
      let highwayState = vector(highwayState + channel)
      let forgetBias = vector(forgetBias + channel)
      let highwayBias = vector(highwayBias + channel)
      let backward = channel >= width / 2
      var state = SIMD8<Float>()
      var word = backward ? words.upperBound - 1 : words.lowerBound
      for _ in 0..<words.count {
        let map = maps + word * 3 * width + channel
        let forget = Self.sigmoid(vector(map + width) + forgetState * state + forgetBias)
        let highway = Self.sigmoid(vector(map + 2 * width) + highwayState * state + highwayBias)
        let candidate = vector(map)
        state = candidate + forget * (state - candidate)
        let passed = vector(input + word * width + channel)
        UnsafeMutableRawPointer(output + word * width + channel)
          .storeBytes(of: passed + highway * (state - passed), as: SIMD8<Float>.self)
        word += backward ? -1 : 1
      }
    }
  }

  @inline(__always)
  private func vector(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  package static func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> {
    0.5 + 0.5 * x / (1 + x.replacing(with: -x, where: x .< 0))
  }
}
