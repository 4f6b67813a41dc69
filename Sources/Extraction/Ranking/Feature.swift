/// A feature as scoring or training sees it: the hash of its name, or the name as well.
///
/// Both are built from the same pieces in the same order, so that scoring builds no strings: the hash of a feature is the
/// FNV-1a hash of the name that it would have, and that is how the model finds its weight.
protocol FeatureKey: Sendable {
  var hash: UInt64 { get }
  /// The name in the model file; nil where only the hash counts.
  var name: String? { get }

  init(_ text: StaticString)
  /// Adds text as it is; see ``add(_:)`` for a part of its own.
  mutating func append(_ text: String)
  mutating func append(_ suffix: FeatureSuffix)
}

extension FeatureKey {
  /// Adds a part, set off from what comes before it.
  mutating func add(_ part: String) {
    append("|")
    append(part)
  }

  /// Adds one part in two pieces, which spares the caller a string for both.
  mutating func add(_ start: String, _ end: String) {
    add(start)
    append(end)
  }

  /// The feature for one relation or other label only.
  func with(relation: FeatureSuffix) -> Self {
    var copy = self
    copy.append(relation)
    return copy
  }
}

/// A feature for scoring: a running FNV-1a hash, as cheap to copy as an integer.
struct HashedFeature: FeatureKey {
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  var name: String? { nil }

  init(_ text: StaticString) {
    text.withUTF8Buffer { append(bytes: $0) }
  }

  /// The feature with a name from a model file.
  init(name: some Sequence<UInt8>) {
    append(bytes: name)
  }

  /// A running hash to go on from.
  init(state: UInt64) {
    hash = state
  }

  mutating func append(_ text: String) {
    let utf8 = text.utf8
    if utf8.withContiguousStorageIfAvailable({ append(bytes: $0) }) == nil { append(bytes: utf8) }
  }

  mutating func append(_ suffix: FeatureSuffix) {
    hash = suffix.appended(to: hash)
  }

  mutating func append(bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* Self.prime }
  }

  fileprivate static let prime: UInt64 = 0x100_0000_01b3
}

/// A feature for training and for explanations, which show its name to people.
struct NamedFeature: FeatureKey {
  private var hashed: HashedFeature
  private var text: String

  var hash: UInt64 { hashed.hash }
  var name: String? { text }

  init(_ text: StaticString) {
    hashed = HashedFeature(text)
    self.text = "\(text)"
  }

  mutating func append(_ text: String) {
    hashed.append(text)
    self.text += text
  }

  mutating func append(_ suffix: FeatureSuffix) {
    hashed.append(suffix)
    text += suffix.text
  }
}

/// The ending of a feature that holds for one relation or other label only, "@foundIn", ready to be hashed in one step.
///
/// A step of FNV-1a is a product with a constant after an exclusive or, which changes the low byte alone. So what n bytes
/// make of a hash is the hash times the n-th power of the constant, plus an amount that depends on the low byte of the
/// hash alone: 256 amounts to compute once.
struct FeatureSuffix: Sendable {
  let text: String
  private let factor: UInt64
  private let amounts: [UInt64]

  init(_ label: String) {
    let text = "@" + label
    let factor = text.utf8.reduce(1) { power, _ in power &* HashedFeature.prime }
    self.text = text
    self.factor = factor
    amounts = (0...255).map { (byte: UInt64) in
      var feature = HashedFeature(state: byte)
      feature.append(text)
      return feature.hash &- byte &* factor
    }
  }

  /// What the hash of a name becomes with the suffix after the name. O(1).
  func appended(to hash: UInt64) -> UInt64 {
    hash &* factor &+ amounts[Int(UInt8(truncatingIfNeeded: hash))]
  }
}

/// The features of one hypothesis, weighed as they come.
///
/// Weights are added in the order of the features, since another order rounds to another sum.
struct FeatureSum<Feature: FeatureKey> {
  private let model: RankingModel
  private var sum: Float = 0
  /// The names of the features, where features have names.
  private(set) var names: [String] = []

  init(model: RankingModel) {
    self.model = model
  }

  /// The probability that what has these features holds, from 0 to 1.
  var probability: Double { RankingModel.probability(ofSum: sum) }

  mutating func append(_ feature: Feature) {
    append(feature, weight: model.weight(of: feature.hash))
  }

  /// Appends a feature whose weight is known already.
  mutating func append(_ feature: Feature, weight: Float) {
    sum += weight
    if let name = feature.name { names.append(name) }
  }
}
