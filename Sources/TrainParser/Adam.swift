import Linguistics

/// The Adam optimiser over one flat array of weights.
///
/// Reference: Kingma and Ba, ICLR 2015.
struct Adam {
  private static let meanDecay: Float = 0.9
  private static let squareDecay: Float = 0.98
  private static let epsilon: Float = 1e-8

  private let mean: Floats
  private let square: Floats

  init(count: Int) {
    mean = Floats(count)
    square = Floats(count)
  }

  /// Moves the weights of a range, a multiple of 8, against their gradient.
  ///
  /// - Parameter step: counts from 1; corrects the start of the running means.
  func update(_ weights: Floats, _ gradient: UnsafePointer<Float>, range: Range<Int>, rate: Float, step: Int) {
    let meanCorrection = 1 - power(Self.meanDecay, step)
    let squareCorrection = 1 - power(Self.squareDecay, step)
    let scaledRate = rate / meanCorrection
    let squareScale = 1 / squareCorrection
    var offset = 0
    for index in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      let g = UnsafeRawPointer(gradient + offset).loadUnaligned(as: SIMD8<Float>.self)
      let m = UnsafeMutableRawPointer(mean.start + index)
      let v = UnsafeMutableRawPointer(square.start + index)
      let w = UnsafeMutableRawPointer(weights.start + index)
      let newMean = m.loadUnaligned(as: SIMD8<Float>.self) * Self.meanDecay + g * (1 - Self.meanDecay)
      let newSquare = v.loadUnaligned(as: SIMD8<Float>.self) * Self.squareDecay + g * g * (1 - Self.squareDecay)
      m.storeBytes(of: newMean, as: SIMD8<Float>.self)
      v.storeBytes(of: newSquare, as: SIMD8<Float>.self)
      let change = newMean * scaledRate / ((newSquare * squareScale).squareRoot() + Self.epsilon)
      w.storeBytes(of: w.loadUnaligned(as: SIMD8<Float>.self) - change, as: SIMD8<Float>.self)
      offset += 8
    }
  }

  private func power(_ base: Float, _ exponent: Int) -> Float {
    var (result, factor, rest) = (Float(1), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}
