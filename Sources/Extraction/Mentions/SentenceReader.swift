import Linguistics
import Ontology

/// A phrase with its reading, before its entity is known.
struct Candidate: Hashable {
  var words: Range<Int>
  var head: Int
  var reading: Reading
}

/// Finds the candidates of one sentence.
///
/// Each step looks at the chunks and adds what it can read: coordinations that share a head or a modifier, "X of Y",
/// groups of people, processes named by verbs; what no step took is read by itself.
struct SentenceReader {
  let view: DocumentView
  let sentence: Range<Int>
  let reader: PhraseReader
  let chunks: [Chunk]
  let hits: [LexiconHit]
  /// The reading of each chunk by itself.
  var readings: [Reading?]
  /// Chunks that have been used up by a larger phrase.
  var isTaken: [Bool]
  var candidates: [Candidate] = []

  init(_ sentence: Range<Int>, in view: DocumentView, hasVitaminLetters: Bool) {
    self.view = view
    self.sentence = sentence
    reader = PhraseReader(view)
    let chunker = Chunker(sentence, in: view, hasVitaminLetters: hasVitaminLetters)
    chunks = chunker.chunks()
    hits = chunker.hits
    readings = []
    isTaken = Array(repeating: false, count: chunks.count)
    let letters = Dictionary(
      chunker.hits.filter { $0.match.atoms.count == 1 && $0.words.count == 1 }.map { ($0.words, $0) },
      uniquingKeysWith: { first, _ in first })
    readings = chunks.map { chunk in
      if chunk.isModifierOnly { return nil }
      if let letter = letters[chunk.words] { return Reading(reader.term(of: letter)) }
      let reading = view.acronym(chunk.words) ?? reader.read(chunk.full) ?? reader.read(chunk.words)
      return quantified(reading, in: chunk)
    }
  }

  /// Types the chunks that neither the lexicon nor a head does.
  mutating func guess(_ typer: PhraseTyper) {
    for index in chunks.indices where readings[index] == nil && !chunks[index].isModifierOnly {
      let words = reader.naming(chunks[index].words)
      // "Function" or "production" alone says nothing, whatever the model makes of it.
      if words.count == 1, view.wordClass(words.lowerBound).headType == .physiology { continue }
      guard let type = typer.type(of: words, in: self) else { continue }
      readings[index] = Reading(Term(entry: nil, name: reader.naming.name(of: words), type: type))
      readings[index]?.isGuessed = true
    }
  }

  /// All candidates, the outer before the inner.
  mutating func read() -> [Candidate] {
    shareHeads()
    shareModifiers()
    readPeople()
    readComplements()
    readProcessVerbs()
    for index in chunks.indices where !isTaken[index] { readAlone(index) }
    return candidates.sorted {
      ($0.words.lowerBound, -$0.words.upperBound, $0.head) < ($1.words.lowerBound, -$1.words.upperBound, $1.head)
    }
  }

  /// A chunk by itself, or the lexicon names inside it where it names nothing as a whole.
  private mutating func readAlone(_ index: Int) {
    let chunk = chunks[index]
    if let reading = readings[index] {
      addCondition(of: reading, after: chunk)
      add(reading, words: reader.naming(chunk.words), head: chunk.head)
      addBase(of: reading, in: chunk.words)
      return
    }
    for hit in hits where chunk.full.contains(hit.words.lowerBound) && hit.words.upperBound <= chunk.full.upperBound {
      // The "calorie" of "low-calorie" is no mention of calories.
      let (before, after) = (hit.words.lowerBound - 1, hit.words.upperBound)
      if chunk.full.contains(before), view.isHyphen(before, before: chunk.full.upperBound) { continue }
      if chunk.full.contains(after), view.isHyphen(after, before: chunk.full.upperBound) { continue }
      add(Reading(reader.term(of: hit)), words: hit.words, head: hit.words.upperBound - 1)
    }
  }

  /// "keeps the heart healthy", "makes bones stronger".
  private mutating func addCondition(of reading: Reading, after chunk: Chunk) {
    let next = chunk.words.upperBound
    guard next < sentence.upperBound, view.upos(next) == .adj, let condition = view.wordClass(next).condition,
      let whole = reader.condition(condition, of: reading)
    else { return }
    add(whole, words: chunk.words.lowerBound..<next + 1, head: chunk.head)
  }

  /// The entity inside a phrase such as "calcium absorption", as a mention of its own.
  private mutating func addBase(of reading: Reading, in words: Range<Int>) {
    guard let base = reading.base, base != reading.term else { return }
    for hit in hits where words.contains(hit.words.lowerBound) && hit.words.upperBound < words.upperBound {
      let term = reader.term(of: hit)
      if term == base { add(Reading(term), words: hit.words, head: hit.words.upperBound - 1) }
    }
  }

  mutating func add(_ reading: Reading, words: Range<Int>, head: Int) {
    candidates.append(Candidate(words: words, head: head, reading: reading))
  }

  /// The chunks that are coordinated with a chunk and follow it, with the chunk itself.
  func group(from index: Int) -> Range<Int> {
    var end = index + 1
    while end < chunks.count, isCoordinated(end) { end += 1 }
    return index..<end
  }

  /// Whether only separators part a chunk from the one before it.
  func isCoordinated(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let gap = chunks[index - 1].full.upperBound..<chunks[index].full.lowerBound
    guard !gap.isEmpty, gap.count <= 4 else { return false }
    if gap.count >= 3, gap.suffix(3).map({ view.surface($0..<$0 + 1) }) == ["as", "well", "as"] { return true }
    return gap.allSatisfy { view.isSeparator($0) || view.upos($0) == .det } && gap.contains { view.isSeparator($0) }
  }

  /// The chunk that begins right after a word, over determiners and possessives.
  func chunk(after word: Int) -> Int? {
    var next = word + 1
    while next < sentence.upperBound,
      view.upos(next) == .det || view.upos(next) == .pron && view.wordClass(next).isPeople == false
    {
      next += 1
    }
    return chunks.firstIndex { $0.full.lowerBound == next && !$0.isModifierOnly }
  }
}
