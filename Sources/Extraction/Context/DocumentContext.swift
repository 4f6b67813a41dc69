internal import Documents
internal import Linguistics
internal import Ontology

/// What a lemma tells wherever it stands, asked of each distinct lemma of a document once.
struct LemmaFacts: Sendable {
  let lowercased: String
  /// The relations that it is a cue for.
  let cue: RelationMask
  let classes: WordClusters.Classes?
  let isNegation: Bool

  init(of lemma: String, cues: CueLexicon, clusters: WordClusters) {
    lowercased = lemma.lowercased()
    cue = cues.relations(of: lemma)
    classes = clusters[lemma]
    isNegation = DocumentContext.negations.contains(lowercased)
  }
}

/// What the name of an entity tells, asked of each entity of a document once.
struct NameFacts: Sendable {
  /// The last word of the name.
  let head: String
  let classes: WordClusters.Classes?
  /// Whether the name is too general to say much of by itself.
  let isGeneric: Bool

  init(of name: String, cues: CueLexicon, clusters: WordClusters) {
    head = String(name.split(separator: " ").last ?? "")
    classes = clusters[head]
    isGeneric = cues.generic.contains(name.lowercased())
  }
}

/// What the later steps ask about a document again and again: its trees, mentions by place, cues and topics.
struct DocumentContext {
  let syntax: SyntaxGraph
  let table: MentionTable
  let schema: SchemaIndex
  let cues: CueLexicon
  let known: KnownClaims
  /// What each entity is looked up by in ``known``.
  let knownName: [UInt64]
  /// The type of each entity, by number.
  let typeOf: [Int]
  /// What each entity's name tells, by number.
  let nameFacts: [NameFacts]
  /// What each distinct lemma of the document tells.
  let lemmaFacts: [LemmaFacts]
  /// Each word's step on a path.
  let steps: [String]
  /// For each word the opening parenthesis that encloses it, or -1.
  let openParentheses: [Int32]
  /// The outermost mention whose head is a word, or -1.
  let mentionAtHead: [Int32]
  /// The innermost mention that covers a word, or -1.
  let mentionOver: [Int32]
  /// The mentions of each block, as a range of the table's mentions.
  let mentionsOfBlock: [Range<Int>]
  /// The sentences of each block.
  let sentencesOfBlock: [Range<Int>]
  /// The entity that the whole article is about, or nil.
  let topic: Int?

  var document: AnalyzedDocument { syntax.document }

  init(
    document: AnalyzedDocument, table: MentionTable, titleEntities: [Int], schema: SchemaIndex, cues: CueLexicon,
    clusters: WordClusters, known: KnownClaims
  ) {
    syntax = SyntaxGraph(document)
    self.table = table
    self.schema = schema
    self.cues = cues
    typeOf = table.entities.map { schema.number(of: $0.type) ?? 0 }
    self.known = known
    knownName = table.entities.map { KnownClaims.hash(of: $0.name) }
    nameFacts = table.entities.map { NameFacts(of: $0.name, cues: cues, clusters: clusters) }
    lemmaFacts = document.lemmas.map { LemmaFacts(of: $0, cues: cues, clusters: clusters) }
    steps = document.words.indices.map(syntax.step(of:))
    openParentheses = Self.openParentheses(in: document)
    var heads = [Int32](repeating: -1, count: document.words.count)
    var over = heads
    for (number, mention) in table.mentions.enumerated() {
      if heads[mention.head] < 0 { heads[mention.head] = Int32(number) }
      for word in mention.words { over[word] = Int32(number) }
    }
    mentionAtHead = heads
    mentionOver = over
    let blocks = document.document.blocks.count
    sentencesOfBlock = Self.ranges(count: blocks, of: document.sentences.map(\.block))
    let sentenceOf = syntax.sentenceOf
    mentionsOfBlock = Self.ranges(
      count: blocks, of: table.mentions.map { document.sentences[Int(sentenceOf[$0.head])].block })
    topic = Self.topic(document: document, table: table, titleEntities: titleEntities, sentenceOf: sentenceOf)
  }

  func mentions(of sentence: Sentence) -> Range<Int> {
    var range = mentionsOfBlock[sentence.block]
    while let first = range.first, table.mentions[first].words.lowerBound < sentence.words.lowerBound {
      range = (first + 1)..<range.upperBound
    }
    var end = range.lowerBound
    while end < range.upperBound, table.mentions[end].words.lowerBound < sentence.words.upperBound { end += 1 }
    return range.lowerBound..<end
  }

  func lemmaFacts(of word: Int) -> LemmaFacts { lemmaFacts[Int(document.words[word].lemma)] }

  func mask(of word: Int) -> RelationMask { lemmaFacts(of: word).cue }

  func classesOfLemma(at word: Int) -> WordClusters.Classes? { lemmaFacts(of: word).classes }

  private static func ranges(count: Int, of keys: [Int]) -> [Range<Int>] {
    var result = [Range<Int>](repeating: 0..<0, count: count)
    var start = 0
    while start < keys.count {
      var end = start
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      result[keys[start]] = start..<end
      start = end
    }
    return result
  }

  /// Types an article can be about; anatomy and physiology are what it says things of.
  static func isTopical(_ type: EntityType) -> Bool { topical.contains(type) }

  private static let topical: Set<EntityType> = [
    .nutrient, .food, .supplement, .compound, .disorder, .activity, .medication, .protein, .organism,
  ]

  /// The entity that title, headings and text name most: a title counts for eight mentions, a heading for three.
  private static func topic(
    document: AnalyzedDocument, table: MentionTable, titleEntities: [Int], sentenceOf: [Int32]
  ) -> Int? {
    var weight = [Int](repeating: 0, count: table.entities.count)
    for mention in table.mentions {
      let block = document.document.blocks[document.sentences[Int(sentenceOf[mention.head])].block]
      if case .heading = block.kind { weight[mention.entity] += 3 } else { weight[mention.entity] += 1 }
      if let base = mention.base { weight[base] += 1 }
    }
    for (rank, entity) in titleEntities.enumerated() { weight[entity] += rank == 0 ? 10 : 8 }
    let candidates = weight.indices.filter { topical.contains(table.entities[$0].type) && weight[$0] > 0 }
      .sorted { (weight[$0], $1) > (weight[$1], $0) }
    guard let first = candidates.first else { return nil }
    // An article that names several things about as often is about none of them alone, unless its title says so.
    if titleEntities.contains(first) || candidates.count == 1 { return first }
    return weight[first] >= 2 * weight[candidates[1]] ? first : nil
  }
}
