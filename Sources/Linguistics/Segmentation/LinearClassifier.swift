/// A yes-or-no decision by a sum of weights of hashed features.
package struct LinearClassifier: Sendable {
  /// Number of weights, a power of two.
  package static let size = 1 << 17

  private let weights: [Int8]
  private let scale: Float

  package init(weights: [Int8], scale: Float) {
    precondition(weights.count == Self.size)
    self.weights = weights
    self.scale = scale
  }

  /// Rounds weights to 8 bits.
  package init(quantizing floats: [Float]) {
    let largest = max(floats.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
    self.init(weights: floats.map { Int8(($0 / largest * 127).rounded()) }, scale: largest / 127)
  }

  package init(reading reader: inout BinaryReader) throws(ModelError) {
    let scale = try reader.read(Float.self)
    let weights = try reader.readArray(Int8.self)
    guard weights.count == Self.size else { throw reader.error("a classifier has another size.") }
    self.init(weights: weights, scale: scale)
  }

  package func write(to writer: inout BinaryWriter) {
    writer.write(scale)
    writer.write(array: weights)
  }

  /// The sum of the features' weights; above 0 means yes.
  package func score(_ features: FeatureList) -> Float {
    var sum = 0
    for index in features.indices { sum += Int(weights[Int(index)]) }
    return Float(sum) * scale
  }
}

/// The hashed features of one decision: indices into the weights of a ``LinearClassifier``.
///
/// A value that callers keep and empty again, so that deciding allocates nothing.
package struct FeatureList: Sendable {
  package private(set) var indices: [UInt32] = []

  package init() {
    indices.reserveCapacity(40)
  }

  package mutating func removeAll() {
    indices.removeAll(keepingCapacity: true)
  }

  /// Adds the feature with these values under the next template number, which is its place in the list.
  @inline(__always)
  package mutating func add(_ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
    var hash = ByteHash()
    hash.combine(UInt64(indices.count))
    hash.combine(first)
    hash.combine(second)
    hash.combine(third)
    indices.append(UInt32(truncatingIfNeeded: hash.value) & UInt32(LinearClassifier.size - 1))
  }
}
