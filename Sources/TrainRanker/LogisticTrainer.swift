import Foundation

/// Logistic regression by FTRL-Proximal (McMahan et al. 2013): sparse, one example at a time, deterministic.
struct LogisticTrainer {
  struct Settings {
    var epochs: Int
    var alpha: Float = 0.08
    var beta: Float = 1
    var l1: Float
    var l2: Float
    var minimumCount: Int
    var seed: UInt64
  }

  var settings: Settings

  func train(_ examples: [LabelledExample], featureCount: Int) -> LinearModel {
    var counts = [Int32](repeating: 0, count: featureCount)
    for example in examples { for feature in example.features { counts[Int(feature)] += 1 } }
    var state = State(count: featureCount)
    var random = SplitMix64(seed: settings.seed)
    var order = Array(examples.indices)
    for _ in 0..<settings.epochs {
      order.shuffle(using: &random)
      for number in order { update(&state, examples[number].features, isGold: examples[number].isGold, counts) }
    }
    return LinearModel(weights: counts.indices.map { state.weight(of: $0, settings) })
  }

  private func update(_ state: inout State, _ features: [Int32], isGold: Bool, _ counts: [Int32]) {
    var sum: Float = 0
    for feature in features where counts[Int(feature)] >= settings.minimumCount {
      let weight = state.weight(of: Int(feature), settings)
      state.weights[Int(feature)] = weight
      sum += weight
    }
    let gradient = 1 / (1 + exp(-sum)) - (isGold ? 1 : 0)
    let squared = gradient * gradient
    for feature in features where counts[Int(feature)] >= settings.minimumCount {
      let index = Int(feature)
      let sigma = ((state.n[index] + squared).squareRoot() - state.n[index].squareRoot()) / settings.alpha
      state.z[index] += gradient - sigma * state.weights[index]
      state.n[index] += squared
    }
  }

  private struct State {
    var z: [Float]
    var n: [Float]
    var weights: [Float]

    init(count: Int) {
      z = [Float](repeating: 0, count: count)
      n = z
      weights = z
    }

    func weight(of index: Int, _ settings: Settings) -> Float {
      let value = z[index]
      guard abs(value) > settings.l1 else { return 0 }
      let sign: Float = value < 0 ? -1 : 1
      return (sign * settings.l1 - value)
        / ((settings.beta + n[index].squareRoot()) / settings.alpha + settings.l2)
    }
  }
}

/// Features as numbers and whether what they describe is gold.
struct LabelledExample {
  var features: [Int32]
  var isGold: Bool
}

/// Weights by feature number.
struct LinearModel {
  /// Smaller weights change nothing and are left out of files.
  static let least: Float = 0.05

  var weights: [Float]

  /// The weights that matter, by name.
  func named(_ names: [String]) -> [(name: String, weight: Float)] {
    weights.indices.filter { abs(weights[$0]) >= Self.least }.map { (names[$0], weights[$0]) }
  }

  var count: Int { weights.count { $0 != 0 } }

  func probability(_ features: [Int32]) -> Double {
    var sum: Float = 0
    for feature in features { sum += weights[Int(feature)] }
    return 1 / (1 + exp(-Double(sum)))
  }

  /// The model file: "feature TAB weight", sorted by feature.
  func tsv(names: [String], of what: String) -> String {
    var lines: [String] = []
    for (number, weight) in weights.enumerated() where abs(weight) >= Self.least {
      lines.append("\(names[number])\t\((weight * 1000).rounded() / 1000)")
    }
    return "# Weights of the \(what), written by TrainRanker: feature, tab, weight.\n"
      + lines.sorted().joined(separator: "\n") + "\n"
  }
}

/// The generator of Steele, Lea and Flood (2014), for reproducible shuffles.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
