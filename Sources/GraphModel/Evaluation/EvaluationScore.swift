/// How many of the things extracted are right and how many of the things to be found were found.
public struct EvaluationScore: Sendable, Hashable {
  /// Pairs of an extracted and a gold thing that agree.
  public var hits: Int
  public var extracted: Int
  public var gold: Int

  public init(hits: Int = 0, extracted: Int = 0, gold: Int = 0) {
    self.hits = hits
    self.extracted = extracted
    self.gold = gold
  }

  /// The share of extracted things that are right; 0 where nothing was extracted.
  public var precision: Double { extracted == 0 ? 0 : Double(hits) / Double(extracted) }

  /// The share of gold things that were found; 0 where there are none.
  public var recall: Double { gold == 0 ? 0 : Double(hits) / Double(gold) }

  /// The harmonic mean of precision and recall.
  public var f1: Double { hits == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  static func += (left: inout Self, right: Self) {
    left.hits += right.hits
    left.extracted += right.extracted
    left.gold += right.gold
  }
}

/// How strictly two claims are compared.
public enum EvaluationLevel: String, Sendable, Hashable, CaseIterable, Codable {
  /// Relation equal, names equal or close: the headline figure.
  case claims
  /// Relation, names and entity types equal.
  case strict
  /// Relations of one family, names equal or close.
  case family
  /// Names equal or close, any relation, either direction.
  case pair
  /// The entities of the claims: name equal or close, type equal.
  case entities
}
