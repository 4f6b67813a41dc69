internal import GraphModel

/// Finds the names of a graph in the words of a question.
struct QuestionNames {
  /// The longest name looked for, in words.
  static let longest = 8
  /// How many ways to cut a question are tried.
  static let segmentationLimit = 64

  let words: [QuestionWord]
  let grammar: QuestionGrammar
  /// Names that begin at each word, the longest first.
  private var found: [[QuestionName]]
  private let kinds: [[(kind: Int, words: Int)]]

  init(words: [QuestionWord], grammar: QuestionGrammar, source: some GraphSource) throws {
    self.words = words
    self.grammar = grammar
    kinds = words.indices.map { start in Self.kinds(at: start, in: words, grammar) }
    found = try words.indices.map { start in try Self.names(at: start, in: words, source) }
  }

  /// Adds a name that the words from `start` are taken for.
  mutating func add(_ name: QuestionName, at start: Int) {
    found[start].append(name)
  }

  /// Whether a name covers a word.
  func covers(_ index: Int) -> Bool {
    found.indices.contains { start in found[start].contains { start...(start + $0.words - 1) ~= index } }
  }

  /// The ways to cut the question, those with the longest names first.
  var segmentations: [QuestionSegmentation] {
    var result: [QuestionSegmentation] = []
    cut(from: 0, [], into: &result)
    return result + result.compactMap { $0.coordinating() }
  }

  private func cut(from start: Int, _ items: [QuestionItem], into result: inout [QuestionSegmentation]) {
    guard result.count < Self.segmentationLimit else { return }
    guard start < words.count else {
      result.append(QuestionSegmentation(items: items))
      return
    }
    for name in found[start] { cut(from: start + name.words, items + [.name(name)], into: &result) }
    for (kind, count) in kinds[start] where !isPartOfDesignation(start, count) {
      cut(from: start + count, items + [.kind(kind, words: count)], into: &result)
    }
    guard mayBePlain(start) else { return }
    cut(from: start + 1, items + [.word(words[start])], into: &result)
  }

  /// Whether a kind is the first part of a name such as "vitamin D".
  private func isPartOfDesignation(_ start: Int, _ count: Int) -> Bool {
    found[start].contains { $0.words == count + 1 && !NameKey(words[start + count].text).designators.isEmpty }
  }

  /// A word that only names something is never read as anything else.
  private func mayBePlain(_ index: Int) -> Bool {
    guard found[index].contains(where: { $0.words == 1 }) else { return true }
    return words[index].role != .content || !grammar.vocabulary.isDisjoint(with: words[index].forms)
  }

  private static func kinds(at start: Int, in words: [QuestionWord], _ grammar: QuestionGrammar)
    -> [(kind: Int, words: Int)]
  {
    grammar.kinds.enumerated().compactMap { index, kind in
      let phrase = kind.words.filter { phrase in
        start + phrase.count <= words.count
          && zip(phrase, words[start...]).allSatisfy { $1.forms.contains($0) }
      }.max { $0.count < $1.count }
      return phrase.map { (index, $0.count) }
    }
  }

  private static func names(at start: Int, in words: [QuestionWord], _ source: some GraphSource) throws
    -> [QuestionName]
  {
    var names: [QuestionName] = []
    guard !measures.contains(words[start].text) else { return names }
    for count in (1...min(longest, words.count - start)).reversed() {
      let texts = words[start..<start + count].map(\.text)
      // "vitamin a" ends in an article, "people with diabetes" begins with a filler; neither is a name by itself.
      guard words[start + count - 1].role != .filler || (count > 1 && texts.last?.utf8.count == 1) else { continue }
      let entities = try entities(named: texts, in: source)
      guard let first = entities.first else { continue }
      names.append(
        QuestionName(
          text: texts.joined(separator: " "), label: try source.entity(at: first).name, words: count, entities: entities
        ))
    }
    return names
  }

  /// What begins with one of these says how much of a thing, or that it is lacking, even where an article calls something
  /// so: "too little iron" asks for the effects of a lack.
  private static let measures: Set<String> = ["too", "not", "enough", "insufficient", "excessive"]

  /// "healthy skin" is also looked for as "skin health".
  private static let conditions = ["healthy": "health", "strong": "strength", "dense": "density"]

  /// "absorption of calcium" is also looked for as "calcium absorption", "b12" as "vitamin b12".
  private static func entities(named texts: [String], in source: some GraphSource) throws -> [EntityIndex] {
    let direct = try source.entities(named: texts.joined(separator: " "))
    guard direct.isEmpty else { return direct }
    if let of = texts.firstIndex(of: "of"), of > 0, of + 1 < texts.count {
      return try source.entities(named: (texts[(of + 1)...] + texts[..<of]).joined(separator: " "))
    }
    if texts.count > 1, let condition = conditions[texts[0]] {
      return try source.entities(named: (texts.dropFirst() + [condition]).joined(separator: " "))
    }
    let key = NameKey(texts.joined(separator: " "))
    if key.words.count == 1, !key.designators.isEmpty, key.rawValue.utf8.count > 1 {
      return try source.entities(named: "vitamin " + key.rawValue)
    }
    return []
  }
}
