import Foundation
import Linguistics

/// Trains a ``LinearClassifier`` by logistic regression with AdaGrad steps.
///
/// Reference: Duchi et al., "Adaptive Subgradient Methods for Online Learning", JMLR 2011.
struct ClassifierTrainer {
  struct Decision {
    var features: [UInt32]
    var isYes: Bool
  }

  var epochs = 12
  var rate: Float = 0.2
  /// Pulls weights towards zero.
  var decay: Float = 2e-6
  var seed: UInt64 = 1

  func train(_ decisions: [Decision]) -> LinearClassifier {
    var weights = [Float](repeating: 0, count: LinearClassifier.size)
    var squares = [Float](repeating: 1e-3, count: LinearClassifier.size)
    var random = SplitMix64(seed: seed)
    var order = Array(decisions.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order {
        let decision = decisions[index]
        let score = decision.features.reduce(Float(0)) { $0 + weights[Int($1)] }
        let slope = 1 / (1 + expf(-score)) - (decision.isYes ? 1 : 0)
        for feature in decision.features {
          let feature = Int(feature)
          let gradient = slope + decay * weights[feature]
          squares[feature] += gradient * gradient
          weights[feature] -= rate * gradient / squares[feature].squareRoot()
        }
      }
    }
    return LinearClassifier(quantizing: weights)
  }
}
