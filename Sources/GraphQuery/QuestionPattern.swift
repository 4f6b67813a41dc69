/// A wording of a question: cue words around the places of the two ends of a relation.
///
/// `A` is the end that acts in the sentence and `P` the end that is acted upon ("A contain P"); one of them may be what is
/// asked for and then stands nowhere in the question, except `A!` and `P!`. `(a|b c)` are alternatives, `[a]` may be missing, `{name}` is a class
/// of words of the grammar. Words stand in their base form and match every inflection.
struct QuestionPattern: Sendable, Hashable {
  indirect enum Element: Sendable, Hashable {
    case word(String)
    case place(End, isNamed: Bool)
    case anyOf([[Element]])
    case optional([Element])
  }

  /// The two ends of a wording.
  enum End: Sendable, Hashable {
    case agent, patient
  }

  var text: String
  var elements: [Element]

  /// Every word of the pattern.
  var words: Set<String> { Self.words(of: elements) }

  /// For each part that may not be missing, the words of which a question must have one.
  let anchors: [Set<String>]

  init(text: String, elements: [Element]) {
    self.text = text
    self.elements = elements
    anchors = elements.compactMap { element in
      switch element {
      case .word(let word): [word]
      case .anyOf: Self.words(of: [element])
      case .place, .optional: nil
      }
    }
  }

  /// "P ... by A" and "P be ..." of "A ... P"; none for patterns of another form.
  var passives: [QuestionPattern] {
    guard elements.count > 2, case .place(.agent, let agentIsNamed) = elements[0],
      case .place(.patient, let patientIsNamed) = elements[elements.count - 1]
    else { return [] }
    let middle = elements[1..<elements.count - 1]
    let by = QuestionPattern(
      text: "passive of " + text,
      elements: [.place(.patient, isNamed: patientIsNamed)] + middle
        + [.anyOf([[.word("by")], [.word("through")]]), .place(.agent, isNamed: agentIsNamed)])
    let bare = QuestionPattern(
      text: "passive without agent of " + text, elements: [.place(.patient, isNamed: true), .word("be")] + middle)
    return agentIsNamed ? [by] : [by, bare]
  }

  private static func words(of elements: [Element]) -> Set<String> {
    elements.reduce(into: []) { words, element in
      switch element {
      case .word(let word): words.insert(word)
      case .place: break
      case .anyOf(let alternatives): for part in alternatives { words.formUnion(Self.words(of: part)) }
      case .optional(let part): words.formUnion(Self.words(of: part))
      }
    }
  }
}

/// What is wrong with the text of a pattern.
struct QuestionPatternError: Error {
  /// A full sentence.
  var message: String
}

extension QuestionPattern {
  /// Reads a pattern; `classes` are the classes of words that `{name}` may name.
  init(_ text: String, classes: [String: [[Element]]]) throws(QuestionPatternError) {
    var parser = PatternParser(tokens: Self.tokens(of: text), classes: classes)
    let elements = try parser.sequence(until: [])
    guard !elements.isEmpty else { throw QuestionPatternError(message: "A pattern needs a word or a place.") }
    self.init(text: text, elements: elements)
  }

  /// Words, and each of `()[]|{}` by itself.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text {
      if "()[]|{}".contains(character) || character == " " {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        if character != " " { tokens.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { tokens.append(word) }
    return tokens
  }
}

private struct PatternParser {
  typealias Element = QuestionPattern.Element

  let tokens: [String]
  let classes: [String: [[Element]]]
  var position = 0
  var depth = 0

  init(tokens: [String], classes: [String: [[Element]]]) {
    self.tokens = tokens
    self.classes = classes
  }

  mutating func sequence(until ends: Set<String>) throws(QuestionPatternError) -> [Element] {
    guard depth < 8 else { throw QuestionPatternError(message: "The pattern is nested too deeply.") }
    var elements: [Element] = []
    while position < tokens.count, !ends.contains(tokens[position]) {
      let token = tokens[position]
      position += 1
      switch token {
      case "A", "A!": elements.append(.place(.agent, isNamed: token != "A"))
      case "P", "P!": elements.append(.place(.patient, isNamed: token != "P"))
      case "(": elements.append(.anyOf(try alternatives(closing: ")")))
      case "[": elements.append(.optional([.anyOf(try alternatives(closing: "]"))]))
      case "{": elements.append(.anyOf(try wordClass()))
      case ")", "]", "}", "|": throw QuestionPatternError(message: "There is a \(token) that nothing opens.")
      default: elements.append(.word(token))
      }
    }
    return elements
  }

  private mutating func alternatives(closing: String) throws(QuestionPatternError) -> [[Element]] {
    depth += 1
    defer { depth -= 1 }
    var parts: [[Element]] = []
    while true {
      parts.append(try sequence(until: ["|", closing]))
      guard position < tokens.count else { throw QuestionPatternError(message: "A closing \(closing) is missing.") }
      position += 1
      if tokens[position - 1] == closing { return parts }
    }
  }

  private mutating func wordClass() throws(QuestionPatternError) -> [[Element]] {
    guard position + 1 < tokens.count, tokens[position + 1] == "}" else {
      throw QuestionPatternError(message: "A class of words is written {name}.")
    }
    guard let found = classes[tokens[position]] else {
      throw QuestionPatternError(message: "There is no class of words named \(tokens[position]).")
    }
    position += 2
    return found
  }
}
