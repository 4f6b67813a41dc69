import Linguistics
import Ontology

/// Cuts a sentence into chunks.
///
/// Works on parts of speech and lexicon names and takes only local hints from the tree, so that an attachment error does
/// not cost a name.
struct Chunker {
  let view: DocumentView
  private let sentence: Range<Int>
  /// For each word of the sentence the index of the lexicon hit that covers it, -1 for none.
  private var hitOf: [Int]
  private(set) var hits: [LexiconHit] = []

  init(_ sentence: Range<Int>, in view: DocumentView, hasVitaminLetters: Bool) {
    self.view = view
    self.sentence = sentence
    hitOf = Array(repeating: -1, count: sentence.count)
    findHits()
    findVitaminLetters(bare: hasVitaminLetters)
  }

  /// The sentence's chunks from left to right.
  func chunks() -> [Chunk] {
    var chunks: [Chunk] = []
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      guard belongs(start), !isProcess(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < sentence.upperBound, belongs(end), !breaks(before: end, after: start) { end += 1 }
      if let chunk = chunk(start..<end) { chunks.append(chunk) }
      start = end
    }
    return chunks
  }

  /// The lexicon hit that covers a word.
  func hit(covering word: Int) -> LexiconHit? {
    let index = hitOf[word - sentence.lowerBound]
    return index < 0 ? nil : hits[index]
  }

  // MARK: Names of the lexicon

  private mutating func findHits() {
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      let found = longestHit(at: word)
      if let found { add(found) }
      word = found?.words.upperBound ?? word + 1
    }
  }

  private func longestHit(at word: Int) -> LexiconHit? {
    view.pass.longestHit(at: word, before: sentence.upperBound) { accepts($0) }
  }

  private mutating func add(_ hit: LexiconHit) {
    for word in hit.words { hitOf[word - sentence.lowerBound] = hits.count }
    hits.append(hit)
  }

  /// Whether words that read as a name can be one where they stand.
  private func accepts(_ hit: LexiconHit) -> Bool {
    let last = hit.words.upperBound - 1
    if hit.words.count == sentence.count { return true }
    guard hit.words.count == 1 else {
      return hit.words.contains { view.isNominal($0) || view.upos($0) == .num || view.upos($0) == .adj }
        && view.upos(last) != .adp && view.upos(last) != .aux
    }
    if view.word(last).range.count == 1 { return false }
    switch view.upos(last) {
    case .noun, .propn, .x, .num, .intj, .adj: return true
    case .verb where view.word(last).xpos == PennTag.gerund: return view.word(last).relation != .amod
    // Taggers stumble over rare nouns in lists ("lutein, zeaxanthin, and lycopene"): a name that is no verb is a name.
    default: return !view.wordClass(last).isAlsoVerb && view.word(last).range.count > 3 || isListed(last)
    }
  }

  /// Whether a word stands alone between separators.
  private func isListed(_ word: Int) -> Bool {
    guard word > sentence.lowerBound, view.isSeparator(word - 1) else { return false }
    return word + 1 == sentence.upperBound || view.upos(word + 1) == .punct || view.isSeparator(word + 1)
  }

  /// Finds the letters that continue "vitamins A, C and E", and, where the document speaks of lettered vitamins, letters
  /// that stand alone.
  private mutating func findVitaminLetters(bare: Bool) {
    var isAfterVitamin = false
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      if let hit = hit(covering: word) {
        isAfterVitamin = isLettered(hit) || (isAfterVitamin && hit.words.count <= 2)
        word = hit.words.upperBound
        continue
      }
      if isLetter(word), isAfterVitamin || (bare && view.isNominal(word) && isBareLetter(word)),
        let hit = letterHit(word)
      {
        add(hit)
        isAfterVitamin = true
      } else if !view.isSeparator(word), !introducesExamples(word) {
        isAfterVitamin = false
      }
      word += 1
    }
  }

  /// Whether a word may stand between "vitamins" and their letters: "vitamins such as A, C and E", "vitamins (A, D)".
  private func introducesExamples(_ word: Int) -> Bool {
    view.reads(word, "like") || view.reads(word, "such") || view.reads(word, "as") || view.reads(word, "including")
      || view.byte(word) == UInt8(ascii: "(")
  }

  /// Whether a hit names a vitamin by its letter.
  private func isLettered(_ hit: LexiconHit) -> Bool {
    hit.words.count > 1 && hit.words.count < 4 && view.reads(hit.words.lowerBound, "vitamin")
      || view.reads(hit.words.lowerBound, "vitamins")
  }

  private func isLetter(_ word: Int) -> Bool {
    view.word(word).range.count == 1 && UInt8(ascii: "A")...UInt8(ascii: "K") ~= view.byte(word)
  }

  /// A lone letter that a sentence uses for a vitamin is coordinated or directly before a verb, never an initial.
  private func isBareLetter(_ word: Int) -> Bool {
    let byte = view.byte(word)
    return byte != UInt8(ascii: "A") && byte != UInt8(ascii: "B")
      && (word + 1 == sentence.upperBound || view.byte(word + 1) != UInt8(ascii: "."))
  }

  private func letterHit(_ word: Int) -> LexiconHit? {
    guard let entry = view.lexicon.entry(named: "vitamin " + view.surface(word..<word + 1), type: .nutrient) else {
      return nil
    }
    let atom = view.pass.firstAtom[word]
    return LexiconHit(words: word..<word + 1, match: Lexicon.Match(atoms: atom..<atom + 1, entry: entry))
  }

  // MARK: Extent

  /// Whether a word tagged as a noun is the verb of a process: the "building" of "building bones".
  private func isProcess(_ word: Int) -> Bool {
    guard hitOf[word - sentence.lowerBound] < 0, view.upos(word) == .noun, view.wordClass(word).objectProcess != nil,
      view.endsInIng(word), word + 1 < sentence.upperBound
    else { return false }
    return hitOf[word + 1 - sentence.lowerBound] >= 0 || view.isNominal(word + 1)
  }

  private func belongs(_ word: Int) -> Bool { hitOf[word - sentence.lowerBound] >= 0 || belongsByTag(word) }

  private func belongsByTag(_ word: Int) -> Bool {
    if view.wordClass(word).isOnlyVerb, !isJoined(word) { return false }
    return switch view.upos(word) {
    case .noun, .propn, .adj, .num, .x: true
    case .verb: isModifier(word)
    case .punct, .sym, .adp, .adv: isJoined(word)
    case .part: view.isGlued(word) && view.byte(word) != UInt8(ascii: "n") && word + 1 < sentence.upperBound
    default: false
    }
  }

  /// Whether hyphens tie a word to its neighbours.
  private func isJoined(_ word: Int) -> Bool {
    if view.isHyphen(word, before: sentence.upperBound) { return true }
    guard view.upos(word) != .punct, view.upos(word) != .sym else { return false }
    return word + 1 < sentence.upperBound && view.isHyphen(word + 1, before: sentence.upperBound)
      || word > sentence.lowerBound && view.isHyphen(word - 1, before: sentence.upperBound)
  }

  /// Whether a verb form modifies the noun after it: "fortified milk", "aging adults".
  private func isModifier(_ word: Int) -> Bool {
    let value = view.word(word)
    if isJoined(word) || word > sentence.lowerBound && view.isHyphen(word - 1, before: sentence.upperBound) {
      return true
    }
    guard word + 1 < sentence.upperBound else { return false }
    if view.isHyphen(word + 1, before: sentence.upperBound) { return true }
    // Coordinated participles are often taken for verbs: "poor digestion and delayed growth".
    let marked = view.wordClass(word)
    if value.xpos == .participle, marked.isImpairing || marked.isShared, view.isNominal(word + 1),
      word == sentence.lowerBound || view.upos(word - 1) != .aux
    {
      return true
    }
    guard value.relation == .amod || value.relation == .compound else { return false }
    // "building bones" is a process, "growing children" are children.
    if value.xpos == .gerund, marked.objectProcess != nil, marked.subjectProcess == nil { return false }
    return Int(value.head) > word
  }

  /// Whether a new chunk begins at a word although the word before it belongs to one.
  private func breaks(before word: Int, after start: Int) -> Bool {
    let previous = word - 1
    let (hit, previousHit) = (hitOf[word - sentence.lowerBound], hitOf[previous - sentence.lowerBound])
    if hit >= 0, hit == previousHit { return false }
    if view.isHyphen(word, before: sentence.upperBound) || view.isHyphen(previous, before: sentence.upperBound) {
      return false
    }
    // "vitamins A, C and E support": after a lone letter only the head of a phrase goes on.
    if previousHit >= 0, view.word(previous).range.count == 1, hits[previousHit].words.count <= 2, hit < 0,
      view.wordClass(word).headType == nil, view.wordClass(word).aspect == nil, view.upos(word) == .noun
    {
      return true
    }
    // "Carbohydrate 23 g": an amount after a name is no part of it, whatever the name is tagged.
    if view.upos(word) == .num, hit < 0, previousHit >= 0 { return true }
    guard view.isNominal(previous) else { return false }
    // "keeps bones strong", "gives people strong bones": an adjective after a noun begins something new.
    if view.upos(word) == .adj || view.upos(word) == .verb { return !isTied(previous, to: word) }
    if view.upos(word) == .num { return false }
    // "the minerals calcium and zinc": a plural stands before a name only in apposition.
    if hit >= 0, view.word(previous).xpos == PennTag.pluralNoun { return true }
    if hit >= 0, previousHit >= 0, areApposed(hits[previousHit], hits[hit]) { return true }
    let relation = view.word(previous).relation.universal
    let isArgument = relation == .obj || relation == .iobj || relation == .nsubj || relation == .obl
    return isArgument && view.word(previous).xpos == PennTag.pluralNoun && Int(view.word(previous).head) < previous
  }

  /// Whether two names of substances stand side by side as class and member: "the peptide hormone hepcidin".
  private func areApposed(_ first: LexiconHit, _ second: LexiconHit) -> Bool {
    let types = [first, second].map { view.lexicon.type(of: $0.match.entry) }
    guard types.allSatisfy({ $0 == .nutrient || $0 == .compound || $0 == .protein }) else { return false }
    let end = second.words.upperBound
    return end == sentence.upperBound || !view.isNominal(end)
  }

  /// Whether a noun modifies something right of it.
  private func isTied(_ noun: Int, to word: Int) -> Bool {
    let value = view.word(noun)
    let relation = value.relation.universal
    return (relation == .compound || relation == .nmod || relation == .amod) && Int(value.head) >= word
  }

  private func chunk(_ words: Range<Int>) -> Chunk? {
    var end = words.upperBound
    while end > words.lowerBound, !endsChunk(end - 1) { end -= 1 }
    if end == words.lowerBound {
      return Chunk(full: words, words: words, isModifierOnly: true)
    }
    var start = words.lowerBound
    while start < end - 1, startsEmpty(start, before: end) { start += 1 }
    return Chunk(full: words.lowerBound..<end, words: start..<end, isModifierOnly: false)
  }

  private func endsChunk(_ word: Int) -> Bool { view.isNominal(word) || hitOf[word - sentence.lowerBound] >= 0 }

  /// Whether a word at the start of a chunk is a number or a mark that is no part of a name.
  private func startsEmpty(_ word: Int, before end: Int) -> Bool {
    guard hitOf[word - sentence.lowerBound] < 0 else { return false }
    if word + 1 < end, view.isHyphen(word + 1, before: end) { return false }
    return view.upos(word) == .num || view.upos(word) == .punct || view.upos(word) == .part
  }
}

extension PennTag {
  static let gerund = PennTag(name: "VBG")!
  static let participle = PennTag(name: "VBN")!
  static let past = PennTag(name: "VBD")!
  static let pluralNoun = PennTag(name: "NNS")!
  static let baseVerb = PennTag(name: "VB")!
}
