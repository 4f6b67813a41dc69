import Linguistics
import Ontology

/// Turns candidates into mentions of distinct entities.
struct MentionTableBuilder {
  private let view: DocumentView
  private let naming: PhraseNaming
  private var entities: EntityTable
  private var mentions: [Mention] = []

  init(_ view: DocumentView) {
    self.view = view
    naming = PhraseNaming(view: view)
    entities = EntityTable(lexicon: view.lexicon)
  }

  mutating func add(_ candidates: [Candidate], in sentence: Sentence) {
    let isAboutFood = isAboutFood(candidates, in: sentence)
    for candidate in candidates {
      var reading = candidate.reading
      if isAboutFood { reading.term = edible(reading.term) }
      if isMolecule(candidate) { reading.term = Term(entry: nil, name: reading.term.name, type: .protein) }
      let entity = entity(reading.term)
      if candidate.words.contains(candidate.head) || reading.alias != nil {
        entities.add(reading.alias ?? naming.name(of: candidate.words), to: entity)
      }
      let base = reading.base.map { self.entity($0) }
      var mention = Mention(
        words: candidate.words, head: candidate.head, entity: entity, aspect: reading.aspect, base: base)
      mention.isGuessed = reading.isGuessed
      mentions.append(mention)
    }
  }

  /// Whether "protein" is counted, and so a molecule rather than what foods have: "a protein that", "such proteins".
  private func isMolecule(_ candidate: Candidate) -> Bool {
    guard candidate.words.count == 1, candidate.reading.term.type == .nutrient,
      view.reads(candidate.head, "protein")
        || view.reads(candidate.head, "proteins")
    else { return false }
    if view.word(candidate.head).xpos == .pluralNoun { return true }
    let before = candidate.words.lowerBound - 1
    guard before >= 0 else { return false }
    let determiners: [StaticString] = ["a", "another", "one", "this", "called"]
    return determiners.contains { view.reads(before, $0) }
  }

  /// Whether organs that a sentence names are foods: among other foods, or under words such as "sources".
  private func isAboutFood(_ candidates: [Candidate], in sentence: Sentence) -> Bool {
    guard candidates.contains(where: { $0.reading.term.type == .anatomy }) else { return false }
    if candidates.contains(where: { $0.reading.term.type == .food }) { return true }
    let block = view.document.document.blocks[sentence.block]
    return [block.leadIn, block.heading].compactMap { $0 }.contains { index in
      let words = NormalizedName.words(
        of: String(view.document.document.text(in: view.document.document.blocks[index].range)))
      return words.contains("food") || words.contains("source") || words.contains("eat")
    }
  }

  /// The food of the same name as a part of an animal's body: liver, kidney.
  private func edible(_ term: Term) -> Term {
    guard term.type == .anatomy, let entry = view.lexicon.entry(named: term.name, type: .food),
      view.lexicon.type(of: entry) == .food
    else { return term }
    return Term(entry: entry, name: view.lexicon.name(of: entry), type: .food)
  }

  func finished() -> MentionTable {
    MentionTable(mentions: mentions, entities: entities.finished())
  }

  private mutating func entity(_ term: Term) -> Int {
    if let entry = term.entry { return entities.entity(entry: entry) }
    return entities.entity(name: term.name, type: term.type)
  }
}
