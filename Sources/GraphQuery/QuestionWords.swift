/// A word of a question.
struct QuestionWord: Sendable, Hashable {
  enum Role: Sendable, Hashable {
    /// Carries no meaning: skipped for nothing.
    case filler
    /// A preposition and the like: skipped for little.
    case light
    /// "not": asks for the opposite unless a wording holds it.
    case negation
    case content
  }

  /// Lower case, without a possessive ending.
  var text: String
  /// The words of the grammar that it is a form of.
  var forms: Set<String>
  var role: Role
}

extension QuestionWord {
  /// The words of a question: short forms spelled out, wrappers left out.
  ///
  /// - Returns: The words, and whether they ask for a yes or a no.
  static func words(of question: String, _ grammar: QuestionGrammar) -> (words: [QuestionWord], isVerdict: Bool) {
    var texts = spelledOut(question, grammar)
    var isVerdict = false
    var stripped = true
    while stripped {
      stripped = false
      for wrapper in grammar.verdictWrappers where texts.starts(with: wrapper) {
        texts.removeFirst(wrapper.count)
        (isVerdict, stripped) = (true, true)
      }
      for wrapper in grammar.wrappers where texts.starts(with: wrapper) {
        texts.removeFirst(wrapper.count)
        stripped = true
      }
    }
    if let first = texts.first, !grammar.auxiliaries.isDisjoint(with: [first]) {
      isVerdict = true
      // "Doesn't zinc help ...?" asks what "Does zinc help ...?" asks; "Can not eating meat cause ...?" is about not eating.
      let deniesNext = texts.count > 2 && texts[2].hasSuffix("ing") && !question.contains("n't")
      if texts.count > 1, texts[1] == "not", !deniesNext { texts.remove(at: 1) }
    }
    return (texts.map { QuestionWord($0, grammar) }, isVerdict)
  }

  init(_ text: String, _ grammar: QuestionGrammar) {
    self.text = text
    forms = grammar.forms(of: text)
    role =
      text == "not"
      ? .negation
      : !grammar.fillers.isDisjoint(with: forms) ? .filler : !grammar.light.isDisjoint(with: forms) ? .light : .content
  }

  /// Runs of letters, digits and apostrophes in lower case; "don't" gives two words, "calcium's" loses its ending.
  private static func spelledOut(_ question: String, _ grammar: QuestionGrammar) -> [String] {
    let marked = question.lowercased().replacing("\u{2019}", with: "'")
    let runs = marked.split { !($0.isLetter || $0.isNumber || $0 == "'") }
    return runs.flatMap { run -> [String] in
      let word = run.drop { $0 == "'" }
      if word.hasSuffix("n't") {
        let stem = String(word.dropLast(3))
        return [stem == "ca" ? "can" : stem == "wo" ? "will" : stem, "not"]
      }
      for suffix in ["'re", "'ve", "'ll", "'d", "'m", "'s", "s'"] where word.hasSuffix(suffix) {
        return [String(word.dropLast(suffix == "s'" ? 1 : suffix.count))]
      }
      let plain = word.filter { $0 != "'" }
      return plain.isEmpty ? [] : grammar.expansions[plain] ?? [plain]
    }
  }
}
