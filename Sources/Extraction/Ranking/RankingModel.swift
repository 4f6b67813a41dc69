internal import Foundation

/// A log-linear model of whether something holds: a hypothesis a careful reader would write down, a phrase's type.
///
/// The file is text, one "feature TAB weight" a line, so that a person can read why; weights of features that were
/// trained away are left out. A feature's hash is that of its name, see ``FeatureKey``.
struct RankingModel: Sendable {
  /// A hash table with open addressing, 0 in an empty slot. Weights lie apart from hashes, since most look-ups find
  /// none and are over sooner where the hashes are close together.
  private let hashes: [UInt64]
  private let weights: [Float]
  private let mask: Int

  /// - Throws: `ExtractionDataError` for a line that is not "feature TAB number".
  init(tsv: [UInt8], file: String) throws {
    var weights: [(UInt64, Float)] = []
    for (number, line) in tsv.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard line.first != UInt8(ascii: "#") else { continue }
      guard let tab = line.lastIndex(of: UInt8(ascii: "\t")),
        let weight = Self.number(line[(tab + 1)...])
      else {
        throw ExtractionDataError(
          "\(file):\(number + 1): expected a feature, a tab and a number; train the model again.")
      }
      weights.append((HashedFeature(name: line[..<tab]).hash, weight))
    }
    self.init(weights: weights)
  }

  /// A decimal number such as "-0.125"; the file has a hundred thousand of them.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Float? {
    var value: Float = 0
    var scale: Float = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Float(byte - UInt8(ascii: "0"))
        scale *= 10
      case UInt8(ascii: ".") where scale == 0: scale = 1
      case UInt8(ascii: "-") where byte == bytes.first && bytes.count > 1: continue
      default: return Float(String(decoding: bytes, as: UTF8.self))
      }
    }
    guard !bytes.isEmpty else { return nil }
    let magnitude = scale == 0 ? value : value / scale
    return bytes.first == UInt8(ascii: "-") ? -magnitude : magnitude
  }

  init(weights: [(UInt64, Float)]) {
    var capacity = 16
    while capacity < weights.count * 2 { capacity *= 2 }
    var (hashes, values) = ([UInt64](repeating: 0, count: capacity), [Float](repeating: 0, count: capacity))
    for (hash, weight) in weights {
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (capacity - 1) }
      (hashes[slot], values[slot]) = (hash, weight)
    }
    self.hashes = hashes
    self.weights = values
    mask = capacity - 1
  }

  /// The weight of a feature, 0 where the model does not know it. O(1).
  func weight(of hash: UInt64) -> Float {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return weights[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The probability of one of several labels, from the features without their label.
  func probability(of features: [HashedFeature], for label: FeatureSuffix) -> Double {
    var sum: Float = 0
    for feature in features { sum += weight(of: feature.with(relation: label).hash) }
    return Self.probability(ofSum: sum)
  }

  /// The probability, from 0 to 1, that a sum of weights stands for.
  static func probability(ofSum sum: Float) -> Double { 1 / (1 + exp(-Double(sum))) }
}

/// A data file of the extractor that cannot be used, with file and line.
public struct ExtractionDataError: Error, CustomStringConvertible, Sendable {
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
