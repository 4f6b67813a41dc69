import Foundation
import Linguistics

/// Trains word vectors by structured skip-grams with negative sampling: each place around a word has outputs of its own,
/// so that words with the same syntax, not only the same topic, come to lie together.
///
/// Reference: Ling et al., "Two/Too Simple Adaptations of Word2Vec for Syntax Problems", NAACL 2015.
struct VectorTrainer {
  private static let places = [-2, -1, 1, 2]
  private static let negatives = 5

  var width = 96
  var epochs = 3
  var rate: Float = 0.03
  var seed: UInt64 = 1
  /// Words more frequent than this are left out at random.
  var frequent = 1e-3

  /// - Parameter text: indices of words, -1 for rare words and between documents.
  func train(_ text: [Int32], vocabulary: Int) -> [Float] {
    var random = SplitMix64(seed: seed)
    var counts = [Int](repeating: 0, count: vocabulary)
    for word in text where word >= 0 { counts[Int(word)] += 1 }
    let total = Double(counts.reduce(0, +))
    let keep = counts.map { Float(min(1, (frequent * total / Double(max($0, 1))).squareRoot())) }
    let samples = Self.samplingTable(counts)
    let input = Floats(vocabulary * width)
    let output = Floats(vocabulary * Self.places.count * width)
    for index in 0..<input.count { input.start[index] = (random.unit() - 0.5) / Float(width) }
    let change = Floats(width)
    let steps = epochs * text.count
    var done = 0
    for _ in 0..<epochs {
      for (position, word) in text.enumerated() {
        done += 1
        guard word >= 0, random.unit() < keep[Int(word)] else { continue }
        let rate = rate * max(0.01, 1 - Float(done) / Float(steps))
        let vector = input.start + Int(word) * width
        for (place, offset) in Self.places.enumerated() {
          guard text.indices.contains(position + offset), text[position + offset] >= 0 else { continue }
          let neighbour = text[position + offset]
          change.zero()
          for sample in 0...Self.negatives {
            let other = sample == 0 ? neighbour : samples[Int(random.next() % UInt64(samples.count))]
            if sample > 0 && other == neighbour { continue }
            let target = output.start + (Int(other) * Self.places.count + place) * width
            step(vector, target, change.start, label: sample == 0 ? 1 : 0, rate: rate)
          }
          for channel in 0..<width { vector[channel] += change.start[channel] }
        }
      }
    }
    return input.array
  }

  @inline(__always)
  private func step(
    _ vector: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ change: UnsafeMutablePointer<Float>,
    label: Float, rate: Float
  ) {
    var products = SIMD8<Float>()
    for channel in stride(from: 0, to: width, by: 8) {
      products += load(vector + channel) * load(target + channel)
    }
    let slope = (label - 1 / (1 + expf(-products.sum()))) * rate
    for channel in stride(from: 0, to: width, by: 8) {
      let old = load(target + channel)
      UnsafeMutableRawPointer(change + channel).storeBytes(
        of: load(change + channel) + old * slope, as: SIMD8<Float>.self)
      UnsafeMutableRawPointer(target + channel).storeBytes(
        of: old + load(vector + channel) * slope, as: SIMD8<Float>.self)
    }
  }

  @inline(__always)
  private func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  /// Words in proportion to their counts to the power 3/4.
  private static func samplingTable(_ counts: [Int]) -> [Int32] {
    let powers = counts.map { pow(Double($0), 0.75) }
    let total = powers.reduce(0, +)
    var table: [Int32] = []
    for (word, power) in powers.enumerated() {
      let count = Int((power / total * 1_000_000).rounded(.up))
      table.append(contentsOf: repeatElement(Int32(word), count: count))
    }
    return table
  }
}
