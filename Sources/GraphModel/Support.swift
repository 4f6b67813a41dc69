/// How many independent sources stand on each side of a relation.
///
/// A source is a group of documents that copy one article; repetitions inside it count once. A source that both states
/// and hedges a side counts as stating it; a source that both affirms and denies counts on both sides.
public struct Support: Sendable, Hashable, Codable {
  /// Sources that state the relation plainly, and that only hedge it.
  public var affirming: Int
  public var affirmingHedged: Int
  /// Sources that deny the relation plainly, and that only hedge the denial.
  public var denying: Int
  public var denyingHedged: Int

  public init(affirming: Int = 0, affirmingHedged: Int = 0, denying: Int = 0, denyingHedged: Int = 0) {
    self.affirming = affirming
    self.affirmingHedged = affirmingHedged
    self.denying = denying
    self.denyingHedged = denyingHedged
  }

  /// All voices: a source that stands on both sides has two.
  public var total: Int { affirming + affirmingHedged + denying + denyingHedged }

  /// Whether sources stand on both sides.
  public var isContested: Bool { affirming + affirmingHedged > 0 && denying + denyingHedged > 0 }
}

extension Support: CustomStringConvertible {
  /// "8 sources say yes, 2 no, 3 hedge".
  public var description: String {
    let hedging = affirmingHedged + denyingHedged
    let counts = [(affirming, "yes"), (denying, "no")].filter { $0.0 > 0 }
    func sources(_ count: Int) -> String { count == 1 ? "1 source" : "\(count) sources" }
    guard let first = counts.first else {
      guard hedging > 0 else { return "no source" }
      let verb = hedging == 1 ? "hedges" : "hedge"
      let denial = affirmingHedged == 0 ? " a no" : denyingHedged == 0 ? "" : " (\(denyingHedged) towards no)"
      return "\(sources(hedging)) \(verb)\(denial)"
    }
    var text = "\(sources(first.0)) \(first.0 == 1 ? "says" : "say") \(first.1)"
    for (count, word) in counts.dropFirst() { text += ", \(count) \(word)" }
    if hedging > 0 { text += ", \(hedging) \(hedging == 1 ? "hedges" : "hedge")" }
    return text
  }
}
