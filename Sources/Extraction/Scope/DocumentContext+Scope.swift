internal import Linguistics

/// Negation and hedging by scope on the dependency tree.
///
/// What is said of a word is negated or hedged by its own dependents and by the predicates it is embedded under, up to
/// the root, but not by clauses beside it (after NegEx and the CoNLL 2010 shared task on hedge detection).
extension DocumentContext {
  /// Whether a negation hangs on the word itself: "does *not* prevent", "*no* evidence", "*without*".
  func isNegated(_ word: Int) -> Bool {
    for child in syntax.children(of: word) where lemmaFacts(of: Int(child)).isNegation {
      let relation = syntax.relation(of: Int(child))
      if relation == .advmod || relation == .det || relation == .case || relation == .mark || relation == .cc
        || relation == .aux
      {
        return true
      }
    }
    return false
  }

  static let negations: Set<String> = [
    "not", "n't", "never", "no", "neither", "nor", "without", "cannot", "hardly", "rarely", "unlikely",
  ]

  /// The predicates that a claim hangs on: its trigger and those the trigger is embedded under.
  private func chain(from word: Int) -> [Int] {
    var result: [Int] = []
    var current = word
    while current >= 0, result.count < 12 {
      result.append(current)
      let relation = syntax.relation(of: current)
      if relation == .advcl || relation == .parataxis || relation == .relcl { break }
      current = syntax.head(of: current)
    }
    return result
  }

  func polarity(trigger: Int, between ends: [Int]) -> Bool {
    guard trigger >= 0 else { return true }
    var negations = 0
    for word in chain(from: trigger) where isNegated(word) {
      if isOnlyAddition(word) { continue }
      negations += 1
    }
    for end in ends where end >= 0 && end != trigger {
      if syntax.children(of: end).contains(where: { isNegativeDeterminer(Int($0)) }) { negations += 1 }
    }
    // "Without vitamin C, collagen cannot form": two denials say that it is needed.
    if negations % 2 == 1, ends.contains(where: { $0 >= 0 && $0 != trigger && isLacking($0) }) { return true }
    return negations % 2 == 0
  }

  /// "Cholesterol 0 mg": whether the amount that follows a thing is none.
  func isFollowedByZero(_ word: Int) -> Bool {
    word >= 0 && word + 1 < syntax.sentence(of: word).words.upperBound && document.form(of: word + 1) == "0"
  }

  private func isLacking(_ word: Int) -> Bool { syntax.caseLemma(of: word) == "without" }

  /// "not only ... but also" denies nothing.
  private func isOnlyAddition(_ word: Int) -> Bool {
    syntax.children(of: word).contains { child in
      let lemma = syntax.lemma(of: Int(child))
      return lemma == "only" || lemma == "just" || lemma == "necessarily"
    }
  }

  private func isNegativeDeterminer(_ word: Int) -> Bool {
    syntax.relation(of: word) == .det && syntax.lemma(of: word).lowercased() == "no"
  }

  /// Whether the claim is hedged: by a modal, an adverb, a reporting verb, or a study it is ascribed to.
  ///
  /// - Parameter isRiskOrBenefit: whether "can" hedges, as it does for effects not sure to happen.
  func isHedged(trigger: Int, sentence: Sentence, isRiskOrBenefit: Bool) -> Bool {
    guard trigger >= 0 else { return false }
    for word in chain(from: trigger) {
      if Self.hedgingHeads.contains(syntax.lemma(of: word)), word != trigger { return true }
      if Self.hedgingVerbs.contains(syntax.lemma(of: word)) { return true }
      for child in syntax.children(of: word) {
        let lemma = syntax.lemma(of: Int(child)).lowercased()
        if Self.hedges.contains(lemma) { return true }
        if lemma == "can", isRiskOrBenefit, syntax.relation(of: Int(child)).universal == .aux { return true }
      }
    }
    for word in sentence.words where word < trigger {
      if Self.hedgingHeads.contains(syntax.lemma(of: word)),
        syntax.isBelow(trigger, syntax.head(of: word)) || syntax.head(of: word) < 0
      {
        return true
      }
    }
    return false
  }

  private static let hedges: Set<String> = [
    "may", "might", "could", "possibly", "perhaps", "potentially", "probably", "likely", "potential", "possible",
    "maybe", "reportedly", "presumably", "seemingly", "apparently", "would", "sometimes",
  ]
  private static let hedgingVerbs: Set<String> = [
    "suggest", "appear", "seem", "think", "believe", "link", "associate", "claim", "suspect", "indicate", "speculate",
    "correlate", "tend", "presume",
  ]
  private static let hedgingHeads: Set<String> = [
    "study", "research", "evidence", "researcher", "scientist", "suggest", "report", "theory", "expert",
  ]
}
