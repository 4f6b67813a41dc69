internal import Ontology

/// The rules of a file, ready to look up by lemma.
struct RuleSet: Sendable {
  /// A rule that a lemma can trigger.
  struct TriggerEntry: Sendable, Hashable {
    var rule: Int
    var kind: Rule.TriggerKind
    var particle: String?
  }

  var rules: [Rule]
  /// Words whose subject makes the clause below them happen ("X *helps* the body absorb").
  var helpers: Set<String>
  /// Words whose object makes the clause below them happen ("the body *needs* X to absorb").
  var needers: Set<String>
  var transparentNouns: Set<String>
  var transparentVerbs: Set<String>
  /// Rules that any noun triggers.
  let anyNoun: [TriggerEntry]
  private let byLemma: [String: [TriggerEntry]]

  init(
    rules: [Rule], helpers: Set<String> = [], needers: Set<String> = [], transparentNouns: Set<String> = [],
    transparentVerbs: Set<String> = []
  ) {
    self.rules = rules
    self.helpers = helpers
    self.needers = needers
    self.transparentNouns = transparentNouns
    self.transparentVerbs = transparentVerbs
    var byLemma: [String: [TriggerEntry]] = [:]
    var anyNoun: [TriggerEntry] = []
    for (number, rule) in rules.enumerated() {
      for trigger in rule.triggers {
        let entry = TriggerEntry(rule: number, kind: rule.kind, particle: trigger.particle)
        if trigger.lemma == "*" { anyNoun.append(entry) } else { byLemma[trigger.lemma, default: []].append(entry) }
      }
    }
    self.byLemma = byLemma
    self.anyNoun = anyNoun
  }

  func entries(for lemma: String) -> [TriggerEntry] { byLemma[lemma] ?? [] }

  /// This set with the rules of another after its own.
  func merging(_ other: RuleSet) -> RuleSet {
    RuleSet(
      rules: rules + other.rules, helpers: helpers.union(other.helpers), needers: needers.union(other.needers),
      transparentNouns: transparentNouns.union(other.transparentNouns),
      transparentVerbs: transparentVerbs.union(other.transparentVerbs))
  }
}
