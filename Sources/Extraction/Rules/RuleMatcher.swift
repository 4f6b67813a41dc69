internal import Linguistics

/// A rule that fired: the words that fill its slots.
struct RuleMatch: Sendable {
  /// Index into the rule set.
  var rule: Int
  var trigger: Int
  var subjects: [Filler]
  var objects: [Filler]
}

/// Runs the rules over the dependency trees of a document.
struct RuleMatcher {
  let rules: RuleSet
  let syntax: SyntaxGraph
  /// For each distinct lemma of the document, the rules it can trigger.
  private let rulesOfLemma: [[RuleSet.TriggerEntry]]

  init(rules: RuleSet, syntax: SyntaxGraph) {
    self.rules = rules
    self.syntax = syntax
    rulesOfLemma = syntax.document.lemmas.map { rules.entries(for: $0) }
  }

  /// All matches whose trigger lies in a range of words, in order of trigger and rule.
  func matches(in words: Range<Int>) -> [RuleMatch] {
    var result: [RuleMatch] = []
    for word in words {
      let token = syntax.document.words[word]
      guard let kind = Self.kind(of: token) else { continue }
      for entry in rulesOfLemma[Int(token.lemma)] where entry.kind == kind {
        append(entry, at: word, to: &result)
      }
      if kind == .noun {
        for entry in rules.anyNoun { append(entry, at: word, to: &result) }
      }
      if kind == .verb, syntax.isPastParticiple(word) {
        // "is needed for", "fortified foods": participles also act as adjectives.
        for entry in rulesOfLemma[Int(token.lemma)] where entry.kind == .adjective {
          append(entry, at: word, to: &result)
        }
      }
    }
    return result
  }

  private func append(_ entry: RuleSet.TriggerEntry, at word: Int, to result: inout [RuleMatch]) {
    if let particle = entry.particle, !hasParticle(word, particle) { return }
    let rule = rules.rules[entry.rule]
    let subjects = rule.subject.flatMap { fillers(of: $0, at: word) }
    guard !subjects.isEmpty || (rule.subject.contains(where: \.mayBeImplicit) && lacksSubject(word)) else { return }
    let objects = rule.object.flatMap { fillers(of: $0, at: word) }
    guard !objects.isEmpty else { return }
    result.append(RuleMatch(rule: entry.rule, trigger: word, subjects: subjects, objects: objects))
  }

  /// Whether no clause from the word up to the root has a subject of its own: a heading, bullet or cell like "Prevents
  /// cancer" or "Helps build bone", whose subject is what the context is about.
  private func lacksSubject(_ word: Int) -> Bool {
    guard syntax.upos(of: word) == .verb || syntax.upos(of: word) == .adj else { return false }
    var current = word
    for _ in 0..<SyntaxGraph.maximumControlDepth {
      if syntax.overtSubject(of: current) != nil { return false }
      switch syntax.relation(of: current).universal {
      case .root: return true
      case .xcomp, .ccomp, .conj, .advcl, .parataxis, .amod, .acl: current = syntax.head(of: current)
      default: return false
      }
    }
    return false
  }

  private static func kind(of word: Word) -> Rule.TriggerKind? {
    switch word.upos {
    case .verb, .aux: .verb
    case .noun, .propn: .noun
    case .adj: .adjective
    default: nil
    }
  }

  private func hasParticle(_ word: Int, _ particle: String) -> Bool {
    for child in syntax.children(of: word) where syntax.lemma(of: Int(child)) == particle {
      return true
    }
    return word + 1 < syntax.document.words.count && syntax.lemma(of: word + 1) == particle
  }

  // MARK: - Slots

  private func fillers(of path: SlotPath, at word: Int) -> [Filler] {
    var current = [Filler(word: word, route: .direct)]
    for step in path.steps {
      var next: [Filler] = []
      for filler in current {
        for found in fillers(of: step.slot, at: filler.word) {
          guard step.lemmas.isEmpty || step.lemmas.contains(syntax.lemma(of: found.word)) else { continue }
          next.append(Filler(word: found.word, route: filler.route == .direct ? found.route : filler.route))
        }
      }
      current = next
    }
    return current
  }

  private func fillers(of slot: SlotPath.Slot, at word: Int) -> [Filler] {
    switch slot {
    case .subject: return syntax.subjects(of: word)
    case .object: return syntax.objects(of: word)
    case .itself: return syntax.conjuncts(of: word).map { Filler(word: $0, route: .direct) }
    case .copular:
      guard syntax.hasChild(of: word, .cop), let subject = syntax.overtSubject(of: word) else { return [] }
      return syntax.conjuncts(of: subject).map { Filler(word: $0, route: .direct) }
    case .causer: return syntax.causers(of: word, helpers: rules.helpers, needers: rules.needers)
    case .complement: return syntax.complements(of: word).map { Filler(word: $0, route: .purpose) }
    case .noun:
      let head = syntax.head(of: word)
      guard head >= 0, syntax.relation(of: word) == .amod || syntax.relation(of: word) == .acl else { return [] }
      return syntax.conjuncts(of: head).map { Filler(word: $0, route: .adnominal) }
    case .preposition(let preposition):
      return syntax.obliques(of: word, prepositions: [preposition])
    }
  }
}

extension SlotPath {
  /// Whether the slot may stand empty, to be filled by what the context is about: a missing subject.
  var mayBeImplicit: Bool { steps.count == 1 && (steps[0].slot == .subject || steps[0].slot == .causer) }
}
