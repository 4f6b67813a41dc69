/// What a wording leaves out of a question, and what that weighs.
struct LeftOver {
  var cost = 0.0
  var coverage = 0.0
  var ignored: [String] = []
  /// The kinds asked for: those at the head of the question, else the first one further on.
  var kinds: [Int] { headKinds.isEmpty ? Array(laterKinds.prefix(1)) : headKinds }
  var isNegated = false
  var hasQuestionWord = false
  var corrections: [QuestionReading.Correction] = []

  private var headKinds: [Int] = []
  private var laterKinds: [Int] = []

  private static let questionWords: Set<String> = [
    "what", "which", "who", "where", "when", "why", "how", "list", "name",
  ]

  init(_ items: [QuestionItem], taken: Set<Int>, isVerdict: Bool) {
    var isHead = !isVerdict
    for (index, item) in items.enumerated() {
      if case .kind(let kind, let words) = item {
        // "Which vitamins and minerals ...": the first nouns say what is asked for; further on, a name or a cue is likelier.
        if isHead { headKinds.append(kind) } else { laterKinds.append(kind) }
        coverage += isHead ? 0.95 * Double(words) : 0
        hasQuestionWord = true
        continue
      }
      if isHead, case .word(let word) = item, word.text == "and" || word.text == "or" { continue }
      if taken.contains(index) { take(item) } else { leave(item) }
      if case .word(let word) = item, word.role != .content { continue }
      isHead = false
    }
  }

  private mutating func take(_ item: QuestionItem) {
    switch item {
    case .word(let word):
      switch word.role {
      case .content, .negation: coverage += 1
      case .light: coverage += 0.5
      case .filler: coverage += 0.1
      }
      note(word)
    case .name(let name):
      // A name with a cue beside it beats a longer name: "calcium absorption" is also about calcium.
      coverage += 0.9 * Double(name.weight)
      let names = name.parts.isEmpty ? [name] : name.parts
      for case .some(let correction) in names.map(\.correction) {
        corrections.append(.init(from: name.text, to: correction))
        cost += 0.5
      }
    case .kind: break
    }
  }

  private mutating func leave(_ item: QuestionItem) {
    switch item {
    case .word(let word):
      note(word)
      switch word.role {
      case .filler: break
      case .light: cost += 0.25
      case .negation: isNegated = true
      case .content:
        cost += 1
        ignored.append(word.text)
      }
    case .name(let name):
      cost += 4
      ignored.append(name.text)
    case .kind: break
    }
  }

  private mutating func note(_ word: QuestionWord) {
    if Self.questionWords.contains(word.text) { hasQuestionWord = true }
  }
}
