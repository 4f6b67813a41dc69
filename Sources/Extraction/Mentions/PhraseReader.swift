import Linguistics
import Ontology

/// Reads a run of words as the name of an entity: by the lexicon, by the type of its head, or by both.
struct PhraseReader {
  let view: DocumentView
  let naming: PhraseNaming

  init(_ view: DocumentView) {
    self.view = view
    naming = PhraseNaming(view: view)
  }

  /// What a chunk names as a whole, nil for nothing that the schema has a type for.
  func read(_ words: Range<Int>) -> Reading? {
    var words = words
    while !words.isEmpty {
      if let hit = view.pass.hit(covering: words) { return readKnown(hit) }
      if let reading = readModifierAspect(words) ?? readImpairment(words) ?? readCondition(words) { return reading }
      guard words.count > 1, isEmptyModifier(words.lowerBound, before: words.upperBound) else { break }
      words = words.lowerBound + 1..<words.upperBound
    }
    guard !words.isEmpty else { return nil }
    return readAspect(words) ?? readSource(words) ?? readTypedHead(words) ?? readLongerName(words)
  }

  /// A name of the lexicon. "Iron deficiency" and "iron-rich food" are names of their own and still speak of iron.
  private func readKnown(_ hit: LexiconHit) -> Reading {
    let term = term(of: hit)
    if term.type == .food, let base = readRichness(of: hit.words) {
      return Reading(term, aspect: .source, base: base)
    }
    guard let aspect = view.wordClass(hit.words.upperBound - 1).aspect,
      aspect == .deficiency || aspect == .excess || aspect == .absorption || aspect == .level,
      let built = readAspect(hit.words), let base = built.base, base != term
    else { return Reading(term) }
    return Reading(term, aspect: aspect, base: base)
  }

  /// "iron-rich foods", "calcium-fortified juice": a food that is a source of the nutrient.
  private func readSource(_ words: Range<Int>) -> Reading? {
    guard let base = readRichness(of: words), let whole = readTypedHead(words) ?? readLongerName(words),
      whole.term.type == .food
    else { return nil }
    return Reading(whole.term, aspect: .source, base: base)
  }

  /// The nutrient that a phrase says its head is rich in: the iron of "iron-rich foods", the fiber of "high-fiber foods".
  private func readRichness(of words: Range<Int>) -> Term? {
    for hyphen in words.dropFirst().dropLast(2) where view.isHyphen(hyphen, before: words.upperBound) {
      guard let nutrient = nutrientWords(of: words, at: hyphen), !nutrient.isEmpty, let base = read(nutrient),
        base.aspect == nil,
        base.term.type == .nutrient || base.term.type == .compound
      else { continue }
      return base.term
    }
    return nil
  }

  /// The words before "-rich", or between "high-" and the head.
  private func nutrientWords(of words: Range<Int>, at hyphen: Int) -> Range<Int>? {
    if view.wordClass(hyphen + 1).isRich { return words.lowerBound..<hyphen }
    guard hyphen == words.lowerBound + 1, view.reads(words.lowerBound, "high") else { return nil }
    return hyphen + 1..<words.upperBound - 1
  }

  /// The words of a chunk that name: without what comes before them and changes nothing.
  func naming(_ words: Range<Int>) -> Range<Int> {
    var words = words
    while words.count > 1, view.pass.hit(covering: words) == nil,
      isEmptyModifier(words.lowerBound, before: words.upperBound)
    {
      words = words.lowerBound + 1..<words.upperBound
    }
    return words
  }

  /// The term of a lexicon name.
  func term(of hit: LexiconHit) -> Term {
    let entry = hit.match.entry
    return Term(entry: entry, name: view.lexicon.name(of: entry), type: view.lexicon.type(of: entry))
  }

  /// A term by its name, from the lexicon where it has the name.
  func term(named name: String, type: EntityType) -> Term {
    guard let entry = view.lexicon.entry(named: name, type: type), view.lexicon.type(of: entry) == type else {
      return Term(entry: nil, name: name, type: type)
    }
    return Term(entry: entry, name: view.lexicon.name(of: entry), type: type)
  }

  // MARK: Aspects

  /// "calcium absorption", "vitamin D deficiency", "potassium intake".
  private func readAspect(_ words: Range<Int>) -> Reading? {
    let head = words.upperBound - 1
    guard words.count > 1, let aspect = view.wordClass(head).aspect,
      let base = read(trimmed(words.lowerBound..<head)), Self.isSubstance(base.term.type)
    else { return nil }
    return self.aspect(aspect, of: base, head: head)
  }

  /// "low iron", "excess salt", "dietary zinc", "low calcium levels".
  private func readModifierAspect(_ words: Range<Int>) -> Reading? {
    let first = words.lowerBound
    guard words.count > 1, let aspect = view.wordClass(first).modifierAspect,
      !view.isHyphen(first + 1, before: words.upperBound), let rest = read(first + 1..<words.upperBound)
    else { return nil }
    let isMeasure = rest.aspect == .level || rest.aspect == .intake || rest.aspect == .absorption
    let base = rest.base ?? rest.term
    guard Self.isSubstance(base.type), rest.aspect == nil || isMeasure else { return nil }
    if rest.aspect == .absorption {
      // "Excessive iron absorption" is an ill of its own.
      let name = "\(naming.cased(first)) \(rest.term.name)"
      return aspect == .excess ? Reading(Term(entry: nil, name: name, type: .disorder)) : nil
    }
    if aspect == .excess, base.type == .compound || base.type == .protein {
      return Reading(term(named: "high \(base.name) level", type: .disorder), aspect: aspect, base: base)
    }
    if aspect == .deficiency, base.type != .nutrient || view.wordClass(words.upperBound - 1).isLimited { return nil }
    return self.aspect(aspect, of: Reading(base), head: nil)
  }

  /// "impaired kidney function", "itchy eyes": a function that goes wrong or a part that hurts is a disorder.
  private func readImpairment(_ words: Range<Int>) -> Reading? {
    guard words.count > 1 else { return nil }
    if view.wordClass(words.lowerBound).isAiling, let part = read(words.lowerBound + 1..<words.upperBound),
      part.aspect == nil, part.term.type == .anatomy
    {
      return Reading(term(named: naming.name(of: words), type: .disorder))
    }
    guard view.wordClass(words.lowerBound).isImpairing else { return nil }
    if words.count > 2 || view.wordClass(words.lowerBound + 1).headType != .physiology {
      guard let rest = read(words.lowerBound + 1..<words.upperBound), rest.aspect == nil,
        rest.term.type == .physiology
      else { return nil }
    }
    return Reading(term(named: naming.name(of: words), type: .disorder))
  }

  /// What a phrase that says this about a base names.
  func aspect(_ aspect: Mention.Aspect, of base: Reading, head: Int?) -> Reading {
    let inner = base.base ?? base.term
    switch aspect {
    case .deficiency where inner.type == .food:
      return Reading(inner, aspect: aspect, base: inner)
    case .deficiency:
      return Reading(term(named: inner.name + " deficiency", type: .disorder), aspect: aspect, base: inner)
    // "Cholesterol levels" are what articles call cholesterol itself.
    case .level where inner.type == .compound || inner.type == .protein:
      return Reading(inner, aspect: aspect, base: inner)
    case .level, .absorption:
      let word = head.map(naming.singular) ?? (aspect == .level ? "level" : "absorption")
      return Reading(term(named: "\(inner.name) \(word)", type: .physiology), aspect: aspect, base: inner)
    // "Iron overload" and "vitamin A toxicity" are ills of their own, too.
    case .excess where head.map { view.wordClass($0).headType == .disorder } ?? false:
      let name = "\(inner.name) \(naming.singular(head ?? 0))"
      return Reading(term(named: name, type: .disorder), aspect: aspect, base: inner)
    case .excess, .intake, .source:
      return Reading(inner, aspect: aspect, base: inner)
    }
  }

  static func isSubstance(_ type: EntityType) -> Bool {
    type == .nutrient || type == .compound || type == .protein || type == .food || type == .supplement
  }

  /// "healthy skin" is skin health, "strong bones" bone strength.
  private func readCondition(_ words: Range<Int>) -> Reading? {
    guard words.count > 1, let condition = view.wordClass(words.lowerBound).condition,
      let rest = read(words.lowerBound + 1..<words.upperBound)
    else { return nil }
    return self.condition(condition, of: rest)
  }

  /// A condition of a part of the body, nil for anything else.
  func condition(_ condition: String, of reading: Reading) -> Reading? {
    guard reading.term.type == .anatomy, let type = view.classes(condition).headType else { return nil }
    return Reading(term(named: "\(reading.term.name) \(condition)", type: type))
  }

  // MARK: Heads

  /// "kidney function", "age-related macular degeneration": the head gives the type.
  private func readTypedHead(_ words: Range<Int>) -> Reading? {
    let head = words.upperBound - 1
    guard view.isNominal(head), let type = view.wordClass(head).headType else { return nil }
    guard words.count > 1 || view.wordClass(head).standsAlone else { return nil }
    if words.count == 1, view.wordClass(head).isPeople { return nil }
    return Reading(term(named: naming.name(of: words), type: type))
  }

  /// "smoked wild salmon": a name of the lexicon with more words before it.
  private func readLongerName(_ words: Range<Int>) -> Reading? {
    for start in words.dropFirst() where !view.isHyphen(start - 1, before: words.upperBound) {
      guard let hit = view.pass.hit(covering: start..<words.upperBound) else { continue }
      let known = term(of: hit)
      return Reading(term(named: naming.name(of: words), type: known.type))
    }
    return nil
  }

  // MARK: Modifiers

  /// Whether a word at the start of a phrase says nothing about what it names.
  private func isEmptyModifier(_ word: Int, before end: Int) -> Bool {
    if word + 1 < end, view.isHyphen(word + 1, before: end) { return false }
    let own = view.wordClass(word)
    if own.isVague || own.modifierAspect == .deficiency || own.modifierAspect == .excess { return true }
    switch view.upos(word) {
    case .num, .punct, .part, .det, .pron, .sym: return true
    case .adj, .adv:
      let tag = view.word(word).xpos
      return tag == PennTag.comparative || tag == PennTag.superlative
    default: return false
    }
  }

  /// A range without hyphens at its end: the "vitamin D" of "vitamin D-deficiency".
  private func trimmed(_ words: Range<Int>) -> Range<Int> {
    var words = words
    while words.count > 1, view.upos(words.upperBound - 1) == .punct || view.upos(words.upperBound - 1) == .part {
      words = words.lowerBound..<words.upperBound - 1
    }
    return words
  }
}

extension PennTag {
  static let comparative = PennTag(name: "JJR")!
  static let superlative = PennTag(name: "JJS")!
}
