internal import Documents
internal import Linguistics
internal import Ontology

/// What the later steps ask about a document again and again: its trees, mentions by place, cues and topics.
struct DocumentContext {
  let syntax: SyntaxGraph
  let table: MentionTable
  let schema: SchemaIndex
  let cues: CueLexicon
  let clusters: WordClusters
  let known: KnownClaims
  /// What each entity is looked up by in ``known``.
  let knownName: [UInt64]
  /// The classes of each distinct lemma of the document.
  private let clusterOfLemma: [WordClusters.Classes?]
  /// The type of each entity, by number.
  let typeOf: [Int]
  /// The relations that each distinct lemma of the document is a cue for.
  let cueOfLemma: [RelationMask]
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
    self.clusters = clusters
    self.known = known
    knownName = table.entities.map { KnownClaims.hash(of: $0.name) }
    clusterOfLemma = document.lemmas.map { clusters[$0] }
    cueOfLemma = document.lemmas.map { cues.relations(of: $0) }
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

  func mask(of word: Int) -> RelationMask { cueOfLemma[Int(document.words[word].lemma)] }

  func classesOfLemma(at word: Int) -> WordClusters.Classes? { clusterOfLemma[Int(document.words[word].lemma)] }

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
