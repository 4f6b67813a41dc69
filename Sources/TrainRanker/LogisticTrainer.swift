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

  func train(_ documents: [Int], of corpus: TrainingCorpus) -> LinearModel {
    var counts = [Int32](repeating: 0, count: corpus.featureNames.count)
    var order: [(document: Int, example: Int)] = []
    for document in documents {
      for (number, example) in corpus.documents[document].examples.enumerated() {
        order.append((document, number))
        for feature in example.features { counts[Int(feature)] += 1 }
      }
    }
    var state = State(count: counts.count)
    var random = SplitMix64(seed: settings.seed)
    for _ in 0..<settings.epochs {
      order.shuffle(using: &random)
      for (document, number) in order {
        let example = corpus.documents[document].examples[number]
        update(&state, example.features, isGold: example.isGold, counts)
      }
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

/// Weights by feature number.
struct LinearModel {
  var weights: [Float]

  var count: Int { weights.count { $0 != 0 } }

  func probability(_ features: [Int32]) -> Double {
    var sum: Float = 0
    for feature in features { sum += weights[Int(feature)] }
    return 1 / (1 + exp(-Double(sum)))
  }

  /// The model file: "feature TAB weight", sorted by feature.
  func tsv(names: [String]) -> String {
    var lines: [String] = []
    for (number, weight) in weights.enumerated() where abs(weight) >= 0.005 {
      lines.append("\(names[number])\t\((weight * 1000).rounded() / 1000)")
    }
    return "# Weights of the ranking model, written by TrainRanker: feature, tab, weight.\n"
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
