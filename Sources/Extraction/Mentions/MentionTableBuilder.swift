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
    for candidate in candidates {
      let reading = candidate.reading
      let entity = entity(reading.term)
      if candidate.words.contains(candidate.head) || reading.alias != nil {
        entities.add(reading.alias ?? naming.name(of: candidate.words), to: entity)
      }
      let base = reading.base.map { self.entity($0) }
      mentions.append(
        Mention(
          words: candidate.words, head: candidate.head, entity: entity, aspect: reading.aspect, base: base))
    }
  }

  func finished() -> MentionTable {
    MentionTable(mentions: mentions, entities: entities.finished())
  }

  private mutating func entity(_ term: Term) -> Int {
    if let entry = term.entry { return entities.entity(entry: entry) }
    return entities.entity(name: term.name, type: term.type)
  }
}
