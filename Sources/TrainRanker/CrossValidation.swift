import Foundation

/// Figures of models that never saw the articles they are scored on.
struct CrossValidation {
  private struct Prediction {
    var probability: Double
    var show: String
    var relation: String
    var matches: [Int]
    var document: Int
    var pair: String
  }

  private struct GoldKey: Hashable {
    var document: Int
    var claim: Int
  }

  private static let secondRelation = 0.6
  private let corpus: TrainingCorpus
  private let scored: Set<Int>
  private var predictions: [Prediction] = []

  /// - Parameter folds: for each model, the articles to score with it; it is trained on all others.
  init(corpus: TrainingCorpus, folds: [[Int]], trainer: LogisticTrainer) {
    self.corpus = corpus
    scored = Set(folds.joined())
    for fold in folds {
      let held = Set(fold)
      let model = trainer.train(
        corpus.examples(of: corpus.documents.indices.filter { !held.contains($0) }),
        featureCount: corpus.featureNames.count)
      for document in fold { score(document, with: model) }
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
          matches: source.matches[example.triple], document: document, pair: example.pair)
      }
    }
    // Of several relations between two things the likeliest stands; another only where it is likely by itself.
    var top: [String: Double] = [:]
    for prediction in best.values { top[prediction.pair] = max(top[prediction.pair] ?? 0, prediction.probability) }
    predictions += best.keys.sorted().compactMap { best[$0] }
      .filter { $0.probability == top[$0.pair] || $0.probability >= Self.secondRelation }
  }

  private var goldCount: Int { scored.reduce(0) { $0 + corpus.documents[$1].gold.count } }

  /// Precision, recall and F1 by threshold, and calibration by band of confidence.
  var table: String {
    var lines: [String] = []
    for threshold in stride(from: 0.2, through: 0.7, by: 0.05) {
      let (hit, count) = hits(above: threshold)
      let precision = count == 0 ? 0 : Double(hit) / Double(count)
      let recall = Double(hit) / Double(max(1, goldCount))
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

  /// Precision and recall of each relation and article at a threshold.
  func details(threshold: Double) -> String {
    var byRelation: [String: (hit: Int, count: Int, gold: Int)] = [:]
    var byDocument: [String: (hit: Int, count: Int, gold: Int)] = [:]
    for document in scored.sorted().map({ corpus.documents[$0] }) {
      byDocument[document.id, default: (0, 0, 0)].gold = document.gold.count
      for gold in document.gold {
        byRelation[
          String(gold.split(separator: " ").first { $0.hasPrefix("--") }?.dropFirst(2).dropLast(3) ?? ""),
          default: (0, 0, 0)
        ]
        .gold += 1
      }
    }
    var taken: Set<GoldKey> = []
    for prediction in predictions where prediction.probability >= threshold {
      let id = corpus.documents[prediction.document].id
      byRelation[prediction.relation, default: (0, 0, 0)].count += 1
      byDocument[id, default: (0, 0, 0)].count += 1
      let free = prediction.matches.map { GoldKey(document: prediction.document, claim: $0) }
        .first { !taken.contains($0) }
      if let free {
        taken.insert(free)
        byRelation[prediction.relation, default: (0, 0, 0)].hit += 1
        byDocument[id, default: (0, 0, 0)].hit += 1
      }
    }
    return (byRelation.sorted { $0.value.gold > $1.value.gold } + byDocument.sorted { $0.key < $1.key }).map {
      "\($0.key)\t\($0.value.hit) right of \($0.value.count), gold \($0.value.gold)"
    }.joined(separator: "\n")
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
    for document in scored.sorted().map({ corpus.documents[$0] }) {
      let reached = Set(document.matches.joined())
      for (number, show) in document.gold.enumerated() where !reached.contains(number) {
        lines.append("-\tunreachable\t\(document.id)\t\(show)\t\(document.obstacles[number])")
      }
    }
    return lines.joined(separator: "\n")
  }
}
