/// A fixed number of floats at a fixed place, for kernels that work on pointers.
final class Floats: @unchecked Sendable {
  let count: Int
  let start: UnsafeMutablePointer<Float>

  init(_ count: Int) {
    self.count = count
    start = .allocate(capacity: max(count, 1))
    start.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { start.deallocate() }

  func zero() { start.update(repeating: 0, count: count) }

  var array: [Float] { Array(UnsafeBufferPointer(start: start, count: count)) }
}

/// Sebastiano Vigna's SplitMix64: small, fast and the same on every machine.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform in 0..<1.
  mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }
}
