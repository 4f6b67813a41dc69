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

  init(_ items: [QuestionItem], taken: Set<Int>) {
    for (index, item) in items.enumerated() {
      if taken.contains(index) { take(item) } else { leave(item) }
    }
  }

  private mutating func take(_ item: QuestionItem) {
    switch item {
    case .word(let word):
      coverage += word.role == .content || word.role == .negation ? 1 : 0.5
      note(word)
    case .name(let name):
      // A longer name beats a shorter one with a cue beside it.
      coverage += 1.1 * Double(name.words)
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
