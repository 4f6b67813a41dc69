import Foundation

/// Figures of models that never saw the articles they are scored on.
struct CrossValidation {
  private struct Prediction {
    var probability: Double
    var show: String
    var relation: String
    var matches: [Int]
    var document: Int
  }

  private struct GoldKey: Hashable {
    var document: Int
    var claim: Int
  }

  private let corpus: TrainingCorpus
  private var predictions: [Prediction] = []

  init(corpus: TrainingCorpus, folds: Int, trainer: LogisticTrainer) {
    self.corpus = corpus
    for fold in 0..<folds {
      let model = trainer.train(corpus.documents.indices.filter { $0 % folds != fold }, of: corpus)
      for document in corpus.documents.indices where document % folds == fold { score(document, with: model) }
    }
    predictions.sort { ($0.probability, $1.show) > ($1.probability, $0.show) }
  }

  private mutating func score(_ document: Int, with model: LinearModel) {
    let source = corpus.documents[document]
    var best: [Int: Prediction] = [:]
    for example in source.examples {
      let probability = model.probability(example.features)
      if (best[example.triple]?.probability ?? -1) < probability {
        best[example.triple] = Prediction(
          probability: probability, show: example.show, relation: example.relation.rawValue,
          matches: source.matches[example.triple], document: document)
      }
    }
    predictions += best.keys.sorted().compactMap { best[$0] }
  }

  /// Precision, recall and F1 by threshold, and calibration by band of confidence.
  var table: String {
    var lines: [String] = []
    for threshold in stride(from: 0.2, through: 0.7, by: 0.05) {
      let (hit, count) = hits(above: threshold)
      let precision = count == 0 ? 0 : Double(hit) / Double(count)
      let recall = Double(hit) / Double(max(1, corpus.goldCount))
      let f1 = hit == 0 ? 0 : 2 * precision * recall / (precision + recall)
      lines.append(
        String(format: "threshold %.2f  P %.3f  R %.3f  F1 %.3f", threshold, precision, recall, f1)
          + "  (\(hit) of \(count))")
    }
    for low in stride(from: 0.1, to: 0.95, by: 0.1) {
      let band = predictions.filter { $0.probability >= low && $0.probability < low + 0.1 }
      let right = band.count { !$0.matches.isEmpty }
      lines.append(String(format: "confidence %.1f: ", low) + "\(right) of \(band.count) right")
    }
    return lines.joined(separator: "\n")
  }

  private func hits(above threshold: Double) -> (hit: Int, count: Int) {
    var taken: Set<GoldKey> = []
    var count = 0
    for prediction in predictions where prediction.probability >= threshold {
      count += 1
      let free = prediction.matches.map { GoldKey(document: prediction.document, claim: $0) }
        .first { !taken.contains($0) }
      if let free { taken.insert(free) }
    }
    return (taken.count, count)
  }

  /// The surest wrong ones, the right ones given least, and gold claims out of reach.
  func errors(_ count: Int) -> String {
    let wrong = predictions.filter(\.matches.isEmpty).prefix(count)
    let missed = predictions.filter { !$0.matches.isEmpty && $0.probability < 0.4 }.suffix(count)
    var lines = (wrong + missed).map {
      String(format: "%.2f\t", $0.probability) + ($0.matches.isEmpty ? "wrong" : "missed") + "\t"
        + corpus.documents[$0.document].id + "\t" + $0.show
    }
    for document in corpus.documents {
      let reached = Set(document.matches.joined())
      for (number, show) in document.gold.enumerated() where !reached.contains(number) {
        lines.append("-\tunreachable\t\(document.id)\t\(show)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
