/// What a wording leaves out of a question, and what that weighs.
struct LeftOver {
  var cost = 0.0
  var coverage = 0.0
  var ignored: [String] = []
  var kinds: [Int] = []
  var isNegated = false
  var hasQuestionWord = false
  var corrections: [QuestionReading.Correction] = []

  private static let questionWords: Set<String> = [
    "what", "which", "who", "where", "when", "why", "how", "list", "name",
  ]

  init(_ items: [QuestionItem], taken: Set<Int>, isVerdict: Bool) {
    var isHead = !isVerdict
    for (index, item) in items.enumerated() {
      // "Which foods ...": the first noun says what is asked for; further on, a name or a cue is likelier.
      if isHead, case .kind(_, let words) = item { coverage += 0.95 * Double(words) }
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
      coverage += 0.9 * Double(name.words)
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
    case .kind(let kind, words: _):
      kinds.append(kind)
      hasQuestionWord = true
    }
  }

  private mutating func note(_ word: QuestionWord) {
    if Self.questionWords.contains(word.text) { hasQuestionWord = true }
  }
}
