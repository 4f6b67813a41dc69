internal import Documents
internal import Linguistics
internal import Ontology

/// What the pronouns and definite noun phrases of a document stand for.
///
/// One pass in text order keeps the entity in focus: the last subject of its section, at first what the heading or the
/// article is about. A simplification of centering (Grosz, Joshi and Weinstein 1995). O(words).
struct Antecedents: Sendable {
  /// For each word, the entity it stands for, or -1.
  let entityOfWord: [Int32]

  init(_ context: DocumentContext) {
    var pass = AntecedentPass(context)
    pass.run()
    entityOfWord = pass.result
  }
}

private struct AntecedentPass {
  let context: DocumentContext
  var result: [Int32]
  /// The entity in focus and those named lately, the latest last.
  var focus: Int?
  var recent: [Int] = []

  init(_ context: DocumentContext) {
    self.context = context
    result = [Int32](repeating: -1, count: context.document.words.count)
  }

  mutating func run() {
    var heading: Int? = nil
    var isFirst = true
    for sentence in context.document.sentences {
      let block = context.document.document.blocks[sentence.block]
      if isFirst || block.heading != heading {
        heading = block.heading
        isFirst = false
        focus = entityOfHeading(block.heading) ?? context.topic
        recent = []
      }
      resolve(in: sentence)
      advanceFocus(past: sentence)
    }
  }

  private func entityOfHeading(_ heading: Int?) -> Int? {
    var next = heading
    while let block = next {
      let mentions = context.mentionsOfBlock[block].filter { isTopical(context.table.mentions[$0].entity) }
      let entities = Set(mentions.map { context.table.mentions[$0].base ?? context.table.mentions[$0].entity })
      if entities.count == 1 { return entities.first }
      next = context.document.document.blocks[block].heading
    }
    return nil
  }

  private func isTopical(_ entity: Int) -> Bool {
    switch context.table.entities[entity].type {
    case .anatomy, .physiology, .population: false
    default: true
    }
  }

  private mutating func resolve(in sentence: Sentence) {
    for word in sentence.words {
      if isPronoun(word) {
        if let entity = pronounAntecedent(of: word, in: sentence) { result[word] = Int32(entity) }
      } else if let types = definiteTypes(of: word), let entity = latest(of: types, before: word, in: sentence) {
        result[word] = Int32(entity)
      }
    }
  }

  private func isPronoun(_ word: Int) -> Bool {
    guard context.syntax.upos(of: word) == .pron else { return false }
    switch context.syntax.lemma(of: word).lowercased() {
    case "it", "they", "its", "their", "this", "these", "he", "she", "one": break
    default: return false
    }
    return context.syntax.relation(of: word).name != "expl" && context.syntax.relation(of: word) != .det
  }

  private func pronounAntecedent(of word: Int, in sentence: Sentence) -> Int? {
    // The subject of an earlier clause of the same sentence comes before anything outside it.
    for number in context.mentions(of: sentence) {
      let mention = context.table.mentions[number]
      guard mention.head < word else { break }
      let relation = context.syntax.relation(of: context.syntax.firstConjunct(of: mention.head)).universal
      if relation == .nsubj, context.syntax.head(of: word) != context.syntax.head(of: mention.head) {
        return mention.entity
      }
    }
    return focus
  }

  /// The types that a definite noun phrase may stand for; nil for any other word.
  private func definiteTypes(of word: Int) -> [EntityType]? {
    let types = context.cues.definiteTypes(of: context.syntax.lemma(of: word))
    guard !types.isEmpty, context.syntax.upos(of: word) == .noun else { return nil }
    var determined = false
    for child in context.syntax.children(of: word) {
      let relation = context.syntax.relation(of: Int(child))
      if relation == .det {
        switch context.syntax.lemma(of: Int(child)) {
        case "this", "these", "that", "those", "the": determined = true
        default: return nil
        }
      } else if relation == .compound || relation == .amod || relation == .nmod || relation == .nummod {
        // A modifier makes it a name of its own, unless it only praises ("this healthy fruit").
        let number = context.mentionOver[Int(child)]
        if number >= 0, relation != .amod { return nil }
      }
    }
    return determined ? types : nil
  }

  private func latest(of types: [EntityType], before word: Int, in sentence: Sentence) -> Int? {
    if let focus, types.contains(context.table.entities[focus].type) { return focus }
    if let entity = recent.last(where: { types.contains(context.table.entities[$0].type) }) { return entity }
    if let topic = context.topic, types.contains(context.table.entities[topic].type) { return topic }
    return nil
  }

  /// Whether a word is a subject or belongs to one that names nothing itself ("the benefits of *garlic*").
  private func isInSubject(_ word: Int) -> Bool {
    var current = word
    for _ in 0..<4 {
      let relation = context.syntax.relation(of: current).universal
      if relation == .nsubj { return true }
      guard relation == .nmod || relation == .compound, context.syntax.head(of: current) >= 0 else { return false }
      current = context.syntax.head(of: current)
      if context.mentionAtHead[current] >= 0 { return false }
    }
    return false
  }

  private mutating func advanceFocus(past sentence: Sentence) {
    let isHeading =
      if case .heading = context.document.document.blocks[sentence.block].kind { true } else { false }
    var subject: Int?
    for number in context.mentions(of: sentence) {
      let mention = context.table.mentions[number]
      guard isTopical(mention.entity) else { continue }
      recent.append(mention.base ?? mention.entity)
      if subject == nil, isInSubject(mention.head), result[mention.head] < 0 {
        subject = mention.base ?? mention.entity
      }
    }
    if recent.count > 64 { recent.removeFirst(recent.count - 64) }
    if let subject, !isHeading { focus = subject }
  }
}
