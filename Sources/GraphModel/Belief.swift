/// How far the sources of a relation support it, between 0 and 1.
///
/// Each independent source *g* carries the weight of its best piece of evidence on a side,
/// *w(g) = min(confidence, 0.95) · (1 if stated, 0.5 if hedged)*. With *A* the affirming and *D* the denying sources:
///
///     noisy-or(A) = 1 − ∏ (1 − w(g))
///     belief      = noisy-or(A) · ΣA w / (ΣA w + ΣD w)
///
/// The first factor is INDRA's simple model (Gyori et al. 2017, doi:10.15252/msb.20177651) with sources for readers; the
/// second is the affirming side's share of what was said. So belief grows with every independent affirming source, falls
/// with every denying one, does not move when a source repeats itself, and is 0 only where nobody affirms.
public struct Belief: Sendable, Hashable {
  /// The most that one source can weigh, however sure the reader was: articles err, too.
  public static let ceiling = 0.95
  /// What a hedged statement weighs beside a plain one.
  public static let hedgeFactor = 0.5

  public var support: Support
  /// Belief in the relation, and in its denial (the same formula with the sides exchanged).
  public var affirmation: Double
  public var denial: Double

  /// Complexity: O(*n* log *n*) in the pieces of evidence.
  public init(_ testimony: some Sequence<Testimony>) {
    var affirming = Side()
    var denying = Side()
    for group in Dictionary(grouping: testimony, by: \.group).sorted(by: { $0.key < $1.key }) {
      affirming.add(group.value.filter { $0.polarity == .positive })
      denying.add(group.value.filter { $0.polarity == .negative })
    }
    support = Support(
      affirming: affirming.plain, affirmingHedged: affirming.hedged, denying: denying.plain,
      denyingHedged: denying.hedged)
    affirmation = affirming.belief(against: denying)
    denial = denying.belief(against: affirming)
  }

  /// The sources of one side.
  private struct Side {
    var plain = 0
    var hedged = 0
    var weights: [Double] = []

    mutating func add(_ testimony: [Testimony]) {
      guard let best = testimony.map(\.weight).max() else { return }
      weights.append(best)
      if testimony.contains(where: { $0.certainty == .asserted }) { plain += 1 } else { hedged += 1 }
    }

    /// Weights are taken in order of size, so that rounding does not depend on the order of the sources.
    func belief(against other: Side) -> Double {
      let own = weights.sorted()
      let sum = own.reduce(0, +)
      guard sum > 0 else { return 0 }
      let noisyOr = 1 - own.reduce(1) { $0 * (1 - $1) }
      return noisyOr * sum / (sum + other.weights.sorted().reduce(0, +))
    }
  }
}

/// What one piece of evidence contributes to ``Belief``.
public struct Testimony: Sendable, Hashable {
  /// The source group of its document.
  public var group: Int
  public var polarity: Polarity
  public var certainty: Certainty
  public var confidence: Double

  public init(group: Int, polarity: Polarity, certainty: Certainty, confidence: Double) {
    self.group = group
    self.polarity = polarity
    self.certainty = certainty
    self.confidence = confidence
  }

  var weight: Double {
    let bounded = min(max(confidence, 0), Belief.ceiling)
    return certainty == .asserted ? bounded : bounded * Belief.hedgeFactor
  }
}
