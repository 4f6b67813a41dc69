import Foundation
import GraphModel
import Ontology

/// An evaluation for people and for programs.
struct EvaluationReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  // MARK: - Text

  /// One line a level, then accuracy, calibration, relations and documents.
  ///
  /// - Parameter errors: How many missed and wrong claims to list at the end.
  func text(errors: Int) -> String {
    var lines: [String] = []
    for level in EvaluationLevel.allCases {
      let score = evaluation.levels[level] ?? EvaluationScore()
      lines.append(
        Self.padded(level.rawValue, 9) + " " + Self.figures(score, digits: 3, gap: "  ") + Self.counts(score))
    }
    lines.append(accuracy)
    lines += calibration
    for (relation, score) in relations {
      lines.append("  \(Self.padded(relation.rawValue, 22)) \(Self.figures(score, digits: 2)) \(Self.ratio(score))")
    }
    for (document, score) in documents {
      lines.append("  \(Self.padded(document, 40)) \(Self.figures(score, digits: 2))")
    }
    for error in evaluation.errors.prefix(errors) {
      lines.append([error.document, error.kind.rawValue, error.claim, error.place].joined(separator: "\t"))
    }
    return lines.joined(separator: "\n")
  }

  private var accuracy: String {
    let figure = { (value: Double?) in value.map { Self.decimal($0, 4) } ?? "unknown" }
    return "polarity accuracy \(figure(evaluation.polarityAccuracy)), "
      + "certainty accuracy \(figure(evaluation.certaintyAccuracy)) over matched claims"
  }

  private var calibration: [String] {
    evaluation.calibration.enumerated().filter { $0.element.extracted > 0 }.map { tenth, score in
      let right = Self.decimal(score.precision, 2)
      return "  confidence from 0.\(tenth): \(right) right (\(score.hits) of \(score.extracted))"
    }
  }

  /// Relations by the number of their gold claims, the most frequent first.
  private var relations: [(RelationType, EvaluationScore)] {
    evaluation.relations.sorted { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }
  }

  private var documents: [(String, EvaluationScore)] {
    evaluation.documents.sorted { $0.key < $1.key }
  }

  private static func figures(_ score: EvaluationScore, digits: Int, gap: String = " ") -> String {
    [("P", score.precision), ("R", score.recall), ("F1", score.f1)]
      .map { "\($0) \(decimal($1, digits))" }.joined(separator: gap)
  }

  private static func counts(_ score: EvaluationScore) -> String {
    "   (\(score.hits) of \(score.extracted) extracted, \(score.gold) gold)"
  }

  private static func ratio(_ score: EvaluationScore) -> String {
    " (\(score.hits)/\(score.extracted), gold \(score.gold))"
  }

  private static func decimal(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  // MARK: - JSON

  private struct Score: Encodable {
    var precision, recall, f1: Decimal
    var hit, pred, gold: Int

    init(_ score: EvaluationScore) {
      (precision, recall, f1) = (rounded(score.precision), rounded(score.recall), rounded(score.f1))
      (hit, pred, gold) = (score.hits, score.extracted, score.gold)
    }
  }

  private struct Form: Encodable {
    var levels: [String: Score]
    var polarityAccuracy, certaintyAccuracy: Decimal?
    var calibration: [Score]
    var relations, documents: [String: Score]

    enum CodingKeys: String, CodingKey {
      case levels, calibration, relations, documents
      case polarityAccuracy = "polarity_accuracy"
      case certaintyAccuracy = "certainty_accuracy"
    }
  }

  /// Figures to four decimals, keys sorted.
  func json() throws -> String {
    let form = Form(
      levels: Dictionary(uniqueKeysWithValues: evaluation.levels.map { ($0.rawValue, Score($1)) }),
      polarityAccuracy: evaluation.polarityAccuracy.map(rounded),
      certaintyAccuracy: evaluation.certaintyAccuracy.map(rounded),
      calibration: evaluation.calibration.map(Score.init),
      relations: Dictionary(uniqueKeysWithValues: evaluation.relations.map { ($0.rawValue, Score($1)) }),
      documents: evaluation.documents.mapValues(Score.init))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(form), as: UTF8.self)
  }
}

/// A figure to four decimals.
private func rounded(_ value: Double) -> Decimal {
  Decimal(Int((value * 10_000).rounded())) / 10_000
}
