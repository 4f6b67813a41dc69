internal import Documents
internal import Linguistics
internal import Ontology

/// Lists the claims that a document might make, far more than it does: the ranking model chooses among them.
///
/// A pair of participants becomes a hypothesis for each relation that the schema allows for its types and that a rule,
/// a cue word in the sentence, or a cue in its context suggests.
struct HypothesisBuilder<Feature: FeatureKey> {
  static var maximumDistance: Int { 45 }

  let context: DocumentContext
  let matcher: RuleMatcher
  let antecedents: Antecedents
  private let model: RankingModel

  private let isA: Int
  private let deficiency: RelationMask
  private let excess: RelationMask
  private let absorption: RelationMask
  private let harm: RelationMask
  private let uptake: RelationMask
  private let takesUptake: Set<Int>
  private let source: RelationMask

  init(context: DocumentContext, rules: RuleSet, model: RankingModel) {
    self.context = context
    self.model = model
    matcher = RuleMatcher(rules: rules, syntax: context.syntax)
    antecedents = Antecedents(context)
    isA = context.schema.number(of: .isA) ?? 0
    deficiency = context.schema.mask(of: [.deficiencyCauses])
    excess = context.schema.mask(of: [.excessCauses])
    uptake = context.schema.mask(of: [.requiredFor, .supports, .increases, .decreases, .inhibits, .activates])
    takesUptake = Set(
      [EntityType.nutrient, .compound, .food, .supplement].compactMap { context.schema.number(of: $0) })
    harm = context.schema.mask(of: [.causes, .increasesRiskOf, .deficiencyCauses, .excessCauses])
    source = context.schema.mask(of: [.foundIn])
    absorption = context.schema.mask(of: [.enhancesAbsorptionOf, .inhibitsAbsorptionOf])
  }

  /// All hypotheses in text order.
  func hypotheses() -> [Hypothesis] {
    var result: [Hypothesis] = []
    for block in context.document.document.blocks.indices {
      let sentences = context.sentencesOfBlock[block]
      guard !sentences.isEmpty, isRead(context.document.document.blocks[block]), !isBackMatter(block) else { continue }
      let surroundings = context.blockContext(of: block)
      let label = context.label(of: block)
      for number in sentences {
        let own = context.document.sentences[number]
        let labelled = label.flatMap { own.words.upperBound > $0.end ? $0.entity : nil }
        let sentence = context.sentenceContext(
          number, block: surroundings, antecedents: antecedents, label: labelled)
        append(sentence, in: block, surroundings, to: &result)
      }
    }
    return result
  }

  private func isRead(_ block: Block) -> Bool {
    switch block.kind {
    case .reference, .code, .footnote: false
    default: true
    }
  }

  /// Whether a block stands under a heading like "References" or "Related articles".
  private func isBackMatter(_ block: Int) -> Bool {
    var next = context.document.document.blocks[block].heading
    while let heading = next {
      for sentence in context.sentencesOfBlock[heading] {
        let words = context.document.sentences[sentence].words
        guard words.count <= 5 else { continue }
        let text = " " + words.map { context.syntax.lemma(of: $0).lowercased() }.joined(separator: " ") + " "
        if context.cues.backMatter.contains(where: { text.contains(" " + $0 + " ") }) { return true }
      }
      next = context.document.document.blocks[heading].heading
    }
    return false
  }

  private func append(
    _ sentence: SentenceContext, in block: Int, _ surroundings: BlockContext, to result: inout [Hypothesis]
  ) {
    guard !sentence.participants.isEmpty else { return }
    let fired = firings(in: sentence)
    let features = FeatureExtractor<Feature>(
      context: context, sentence: sentence, surroundings: surroundings, block: block, model: model)
    let stated = Stated(sentence, fired, context)
    for (first, subject) in sentence.participants.enumerated() {
      for (second, object) in sentence.participants.enumerated() where isPair(subject, object) {
        let pair = fired[PairKey(subject: first, object: second)] ?? []
        let mask = relations(subject, object, sentence, surroundings, pair)
          .subtracting(stated.relations(subject, object, context))
        guard !mask.isEmpty else { continue }
        let base = features.pairFeatures(subject: subject, object: object)
        let rivals = pair.reduce(into: RelationMask()) { $0.formUnion($1.relations) }.intersection(mask)
        for relation in mask.numbers {
          let matching = pair.filter { $0.relations.contains(relation) }
          var sum = FeatureSum<Feature>(model: model)
          features.add(base, relation: relation, firings: matching, rivals: rivals, rules: matcher.rules, to: &sum)
          result.append(
            Hypothesis(
              subject: subject.entity, object: object.entity, relation: relation, sentence: sentence.number,
              subjectWord: subject.word, objectWord: object.word,
              trigger: matching.first?.trigger ?? base.top,
              rule: matching.first.map { matcher.rules.rules[$0.rule].name } ?? ruleName(subject, object),
              probability: sum.probability, features: sum.names))
        }
      }
    }
  }

  private func ruleName(_ subject: Participant, _ object: Participant) -> String {
    let source = subject.isInSentence ? object.source : subject.source
    return subject.isInSentence && object.isInSentence ? "pair" : "context-\(source.rawValue)"
  }

  private func isPair(_ subject: Participant, _ object: Participant) -> Bool {
    guard subject.entity != object.entity else { return false }
    guard subject.isInSentence || object.isInSentence else { return false }
    guard subject.isInSentence, object.isInSentence else { return true }
    if subject.aspect == .source, subject.source == .base {
      // "Iron-rich foods (lentils, beef)": iron is in these foods and in their members, and nowhere else.
      return subject.word == object.word && (object.source == .member || object.source == .named)
    }
    if subject.mention >= 0, subject.mention == object.mention { return false }
    if subject.source == .inner || object.source == .inner, isNested(subject, object) { return false }
    if subject.word == object.word { return false }
    return abs(subject.word - object.word) <= Self.maximumDistance
  }

  private func isNested(_ one: Participant, _ other: Participant) -> Bool {
    guard one.mention >= 0, other.mention >= 0 else { return false }
    return context.table.mentions[one.mention].words.overlaps(context.table.mentions[other.mention].words)
  }

  private func relations(
    _ subject: Participant, _ object: Participant, _ sentence: SentenceContext, _ surroundings: BlockContext,
    _ fired: [Firing]
  ) -> RelationMask {
    let allowed = context.schema.allowed(
      subject: context.typeOf[subject.entity], object: context.typeOf[object.entity])
    var suggested = sentence.mask
    if !subject.isInSentence || !object.isInSentence || subject.source == .pronoun || sentence.sentence.words.count < 12
    {
      suggested.formUnion(surroundings.mask)
    }
    for firing in fired { suggested.formUnion(firing.relations) }
    suggested.formUnion(context.cues.always)
    if isGroupPair(subject, object, sentence) { suggested.insert(isA) }
    // A thing too little or too much of which is spoken of can only be the subject of what that does.
    switch subject.aspect {
    case .source where subject.source == .base: suggested = source
    case .deficiency where subject.source == .base: suggested = deficiency
    case .excess where subject.source == .base: suggested = excess
    case .deficiency where subject.isInSentence && !allowed.intersection(deficiency).isEmpty:
      suggested = suggested.subtracting(harm).union(deficiency)
    case .excess where subject.isInSentence && !allowed.intersection(excess).isEmpty:
      suggested = suggested.subtracting(harm).union(excess)
    default: break
    }
    if object.source == .base {
      switch object.aspect {
      case .absorption: suggested = absorption
      case .source: suggested = RelationMask()
      case .deficiency, .excess: suggested = RelationMask()
      default: break
      }
    }
    // What "X absorption" needs or raises helps the uptake of X: a relation of its own with X.
    if object.aspect == .absorption, object.source == .named, object.mention >= 0,
      let base = context.table.mentions[object.mention].base,
      !context.schema.allowed(subject: context.typeOf[subject.entity], object: context.typeOf[base])
        .intersection(absorption).isEmpty, takesUptake.contains(context.typeOf[subject.entity])
    {
      suggested = suggested.subtracting(uptake)
    }
    return allowed.intersection(suggested)
  }

  private func isGroupPair(_ subject: Participant, _ object: Participant, _ sentence: SentenceContext) -> Bool {
    subject.mention >= 0 && object.mention >= 0
      && sentence.groups.contains { $0.member == subject.mention && $0.group == object.mention }
  }

  // MARK: - Rules

  struct PairKey: Hashable {
    var subject: Int
    var object: Int
  }

  /// A rule that fired for a pair of participants.
  struct Firing: Sendable {
    var rule: Int
    var trigger: Int
    var relations: RelationMask
    var subjectRoute: Filler.Route
    var objectRoute: Filler.Route
    /// Whether the subject came from the context because the clause has none.
    var isImplicit: Bool
  }

  /// What a sentence itself states of its things: "dairy products contain calcium" under "Vitamin D" is about calcium.
  private struct Stated {
    private struct Key: Hashable {
      var entity: Int
      var isObject: Bool
      /// The type at the other end.
      var type: Int
    }

    private var masks: [Key: RelationMask] = [:]

    init(_ sentence: SentenceContext, _ fired: [PairKey: [Firing]], _ context: DocumentContext) {
      for (pair, firings) in fired {
        let (subject, object) = (sentence.participants[pair.subject], sentence.participants[pair.object])
        guard subject.isInSentence, object.isInSentence else { continue }
        for firing in firings { add(subject, object, firing.relations, context) }
      }
      guard let foundIn = context.schema.number(of: .foundIn) else { return }
      var mask = RelationMask()
      mask.insert(foundIn)
      for source in sentence.participants where source.source == .base && source.aspect == .source {
        for food in sentence.participants where food.isInSentence && food.word == source.word {
          add(source, food, mask, context)
        }
      }
    }

    private mutating func add(
      _ subject: Participant, _ object: Participant, _ relations: RelationMask, _ context: DocumentContext
    ) {
      let (subjectType, objectType) = (context.typeOf[subject.entity], context.typeOf[object.entity])
      let mask = relations.intersection(context.schema.allowed(subject: subjectType, object: objectType))
      masks[Key(entity: object.entity, isObject: true, type: subjectType), default: RelationMask()].formUnion(mask)
      masks[Key(entity: subject.entity, isObject: false, type: objectType), default: RelationMask()].formUnion(mask)
    }

    /// The relations that something from outside the sentence cannot have with a thing in it.
    func relations(_ subject: Participant, _ object: Participant, _ context: DocumentContext) -> RelationMask {
      if !subject.isInSentence {
        return masks[Key(entity: object.entity, isObject: true, type: context.typeOf[subject.entity])] ?? RelationMask()
      }
      if !object.isInSentence {
        return masks[Key(entity: subject.entity, isObject: false, type: context.typeOf[object.entity])]
          ?? RelationMask()
      }
      return RelationMask()
    }
  }

  private func firings(in sentence: SentenceContext) -> [PairKey: [Firing]] {
    var result: [PairKey: [Firing]] = [:]
    let places = ParticipantPlaces(sentence: sentence, context: context, rules: matcher.rules)
    for match in matcher.matches(in: sentence.sentence.words) {
      let relations = context.schema.mask(of: matcher.rules.rules[match.rule].relations)
      let subjects = places.participants(at: match.subjects)
      let objects = places.participants(at: match.objects)
      let implicit = subjects.isEmpty ? places.implicitSubjects : []
      for (subject, subjectRoute) in subjects + implicit {
        for (object, objectRoute) in objects where subject != object {
          result[PairKey(subject: subject, object: object), default: []].append(
            Firing(
              rule: match.rule, trigger: match.trigger, relations: relations, subjectRoute: subjectRoute,
              objectRoute: objectRoute, isImplicit: subjects.isEmpty))
        }
      }
    }
    return result
  }

  /// Rules that fired in a sentence between things that the schema does not let them link.
  func rejections(in number: Int) -> [SentenceExplanation.Rejection] {
    let block = context.document.sentences[number].block
    let sentence = context.sentenceContext(
      number, block: context.blockContext(of: block), antecedents: antecedents, label: nil)
    var result: Set<SentenceExplanation.Rejection> = []
    for (pair, firings) in firings(in: sentence) {
      let (subject, object) = (sentence.participants[pair.subject], sentence.participants[pair.object])
      guard isPair(subject, object) else { continue }
      let allowed = context.schema.allowed(
        subject: context.typeOf[subject.entity], object: context.typeOf[object.entity])
      for firing in firings where allowed.intersection(firing.relations).isEmpty {
        result.insert(
          SentenceExplanation.Rejection(
            rule: matcher.rules.rules[firing.rule].name, subject: context.table.entities[subject.entity],
            object: context.table.entities[object.entity]))
      }
    }
    return result.sorted { ($0.rule, $0.subject.name, $0.object.name) < ($1.rule, $1.subject.name, $1.object.name) }
  }
}
