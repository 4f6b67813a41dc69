public import Ontology

/// Extracted claims measured against gold claims over all articles (micro average).
///
/// Claims are compared article by article and one to one: a claim said twice counts once, and a gold claim answers for one
/// extracted claim at most. An article without extracted claims counts as read and found empty.
public struct Evaluation: Sendable {
  /// The figures of each level.
  public private(set) var levels: [EvaluationLevel: EvaluationScore] = [:]
  /// Claims by relation, at the level ``EvaluationLevel/claims``.
  public private(set) var relations: [RelationType: EvaluationScore] = [:]
  /// Claims by article, at the level ``EvaluationLevel/claims``.
  public private(set) var documents: [String: EvaluationScore] = [:]
  /// Claims that have a partner, and those of them with the partner's polarity and certainty.
  public private(set) var matched = 0
  public private(set) var rightPolarity = 0
  public private(set) var rightCertainty = 0
  /// Claims by tenth of their confidence, from 0 ..< 0.1 to 0.9 ... 1: how many there are and how many are right.
  public private(set) var calibration = Array(repeating: EvaluationScore(), count: 10)
  /// What was missed and what was wrong, in the order of the articles' ids.
  public private(set) var errors: [EvaluationError] = []

  /// O(Σ extracted · gold) name comparisons, one for each pair of distinct names of an article.
  ///
  /// - Parameter symmetric: Relations whose ends may change places, as the schema has them.
  public init(gold: [GoldDocument], extracted: [DocumentClaims], symmetric: Set<RelationType>) {
    let found = Dictionary(grouping: extracted, by: \.doc)
    for document in gold.sorted(by: { $0.doc < $1.doc }) {
      let comparison = ReadingComparison(
        extracted: ReadClaim.claims(of: found[document.doc] ?? [], symmetric: symmetric),
        gold: ReadClaim.claims(of: document, symmetric: symmetric))
      for level in EvaluationLevel.allCases { levels[level, default: EvaluationScore()] += comparison.score(at: level) }
      count(comparison, of: document.doc)
    }
  }

  /// The share of matched claims with the right polarity; nil where none matched.
  public var polarityAccuracy: Double? { matched == 0 ? nil : Double(rightPolarity) / Double(matched) }

  /// The share of matched claims with the right certainty; nil where none matched.
  public var certaintyAccuracy: Double? { matched == 0 ? nil : Double(rightCertainty) / Double(matched) }

  private mutating func count(_ comparison: ReadingComparison, of document: String) {
    let partners = comparison.matching(at: .claims).partners
    let (extracted, gold) = (comparison.extracted, comparison.gold)
    documents[document] = EvaluationScore(hits: partners.count, extracted: extracted.count, gold: gold.count)
    for (mine, theirs) in partners {
      matched += 1
      if extracted[mine].polarity == gold[theirs].polarity { rightPolarity += 1 }
      if extracted[mine].certainty == gold[theirs].certainty { rightCertainty += 1 }
      relations[gold[theirs].relation, default: EvaluationScore()].hits += 1
    }
    for (index, claim) in extracted.enumerated() {
      relations[claim.relation, default: EvaluationScore()].extracted += 1
      let tenth = min(9, max(0, Int(claim.confidence * 10)))
      calibration[tenth] += EvaluationScore(hits: partners[index] == nil ? 0 : 1, extracted: 1)
    }
    for claim in gold { relations[claim.relation, default: EvaluationScore()].gold += 1 }
    record(comparison, partners: partners, of: document)
  }

  private mutating func record(_ comparison: ReadingComparison, partners: [Int: Int], of document: String) {
    let found = Set(partners.values)
    for (index, claim) in comparison.gold.enumerated() where !found.contains(index) {
      errors.append(EvaluationError(document: document, kind: .missed, claim: claim.description, place: claim.place))
    }
    for (index, claim) in comparison.extracted.enumerated() where partners[index] == nil {
      errors.append(EvaluationError(document: document, kind: .wrong, claim: claim.description, place: claim.place))
    }
  }
}

/// A gold claim that was not extracted, or an extracted claim that no reader wrote down.
public struct EvaluationError: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case missed, wrong
  }

  public var document: String
  public var kind: Kind
  /// The claim for people: `vitamin D --enhancesAbsorptionOf--> calcium`.
  public var claim: String
  /// The first words of the gold claim's place, or the sentence that the extracted claim was read from.
  public var place: String
}
