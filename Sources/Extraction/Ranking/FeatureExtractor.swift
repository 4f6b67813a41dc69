internal import Documents
internal import Linguistics

/// Describes a pair of participants to the ranking model.
///
/// The same code makes the hashes that scoring needs and the names that training reads, see ``FeatureKey``.
struct FeatureExtractor<Feature: FeatureKey> {
  /// What a pair looks like whatever the relation, computed once for all of them.
  struct PairFeatures {
    /// Features that matter for each relation on its own.
    var specific: [Feature] = []
    /// Features that also say whether the pair is related at all.
    var shared: [Feature] = []
    /// The weights of the shared features, which are the same for all relations.
    fileprivate(set) var sharedWeights: [Float] = []
    /// The top of the path between the two, -1 without one.
    var top = -1
    /// The relations that words on the path are cues for, but for its top and its ends.
    var pathMask = RelationMask()
    var first = -1
    var last = -1
    /// What other articles say of the two; nil where nothing is known at all.
    var known: KnownClaims.Pair?
  }

  let context: DocumentContext
  let sentence: SentenceContext
  let surroundings: BlockContext
  let model: RankingModel
  private let blockKind: String
  private let clauseKind: String
  private let rootWord: Int

  init(
    context: DocumentContext, sentence: SentenceContext, surroundings: BlockContext, block: Int, model: RankingModel
  ) {
    self.context = context
    self.model = model
    self.sentence = sentence
    self.surroundings = surroundings
    blockKind = Self.kind(of: context.document.document.blocks[block])
    rootWord = context.syntax.root(of: sentence.sentence)
    clauseKind = Self.clauseKind(root: rootWord, in: context.syntax)
  }

  private var syntax: SyntaxGraph { context.syntax }

  /// A feature with up to four parts.
  @inline(__always)
  private func feature(
    _ name: StaticString, _ first: String? = nil, _ second: String? = nil, _ third: String? = nil,
    _ fourth: String? = nil
  ) -> Feature {
    var feature = Feature(name)
    if let first { feature.add(first) }
    if let second { feature.add(second) }
    if let third { feature.add(third) }
    if let fourth { feature.add(fourth) }
    return feature
  }

  // MARK: - The pair

  func pairFeatures(subject: Participant, object: Participant) -> PairFeatures {
    var result = PairFeatures()
    let subjectType = context.table.entities[subject.entity].type.rawValue
    let objectType = context.table.entities[object.entity].type.rawValue
    result.specific.append(feature("bias"))
    result.specific.append(feature("types", subjectType, objectType))
    result.shared.append(feature("sources", subject.source.rawValue, object.source.rawValue))
    result.shared.append(feature("sources+block", subject.source.rawValue, object.source.rawValue, blockKind))
    result.shared.append(feature("sources+clause", subject.source.rawValue, object.source.rawValue, clauseKind))
    let (subjectName, objectName) = (context.nameFacts[subject.entity], context.nameFacts[object.entity])
    result.specific.append(feature("objectHead", objectName.head))
    result.specific.append(feature("subjectHead", subjectName.head))
    if let classes = objectName.classes {
      result.specific.append(feature("objectClass", classes.coarse))
      result.specific.append(feature("objectClass", classes.fine))
    }
    if let classes = subjectName.classes {
      result.specific.append(feature("subjectClass", classes.coarse))
      result.specific.append(feature("subjectClass", classes.fine))
    }
    if subject.entity == context.topic { result.shared.append(feature("subjectIsTopic")) }
    if object.entity == context.topic { result.shared.append(feature("objectIsTopic")) }
    if let aspect = subject.aspect {
      result.shared.append(feature("subjectAspect", "\(aspect.rawValue)", subject.source.rawValue))
    }
    if let aspect = object.aspect {
      result.shared.append(feature("objectAspect", "\(aspect.rawValue)", object.source.rawValue))
    }
    addStanding(subject, "s", to: &result)
    addStanding(object, "o", to: &result)
    if sentence.isQuestion { result.shared.append(feature("question")) }
    if subject.isInSentence, object.isInSentence {
      addPath(subject, object, to: &result)
    } else {
      addContext(subject, object, to: &result)
    }
    addGroups(subject, object, to: &result)
    if !context.known.isEmpty {
      result.known = context.known.pair(
        subject: context.knownName[subject.entity], object: context.knownName[object.entity])
    }
    result.sharedWeights = result.shared.map { model.weight(of: $0.hash) }
    return result
  }

  /// Whether something else has a better claim to a participant's place.
  private func addStanding(_ participant: Participant, _ side: String, to result: inout PairFeatures) {
    let type = context.typeOf[participant.entity]
    if context.nameFacts[participant.entity].isGeneric { result.shared.append(feature("generic", side)) }
    if participant.mention >= 0, context.table.mentions[participant.mention].isGuessed {
      result.shared.append(feature("guessed", side))
    }
    if participant.isInSentence {
      if participant.source == .named,
        sentence.participants.contains(where: {
          $0.word == participant.word && ($0.source == .definite || $0.source == .identity)
        })
      {
        result.shared.append(feature("stoodInFor", side))
      }
      return
    }
    let rival = sentence.participants.contains {
      ($0.source == .named || $0.source == .base || $0.source == .pronoun || $0.source == .definite)
        && context.typeOf[$0.entity] == type
    }
    if rival { result.shared.append(feature("rivalInSentence", side, participant.source.rawValue)) }
    if let nearer = sentence.participants.first(where: { !$0.isInSentence && context.typeOf[$0.entity] == type }),
      nearer.entity != participant.entity
    {
      result.shared.append(feature("rivalNearer", side, participant.source.rawValue, nearer.source.rawValue))
    }
    let hasSubject = sentence.participants.contains {
      $0.isInSentence && syntax.relation(of: $0.word).universal == .nsubj
    }
    result.shared.append(feature(hasSubject ? "subjectNamed" : "subjectMissing", side, participant.source.rawValue))
    if sentence.participants.count(where: { $0.source == .named }) == 1 { result.shared.append(feature("only", side)) }
  }

  private func addPath(_ subject: Participant, _ object: Participant, to result: inout PairFeatures) {
    result.first = min(subject.word, object.word)
    result.last = max(subject.word, object.word)
    let order = subject.word < object.word ? "so" : "os"
    result.specific.append(feature("order", order))
    let distance = result.last - result.first
    result.shared.append(feature("distance", order, bucket(distance)))
    let between = mentionsBetween(result.first, result.last)
    result.shared.append(feature("between", order, String(min(between, 6))))
    if isNearerOfType(object, than: subject) { result.shared.append(feature("nearerObject", order)) }
    if isNearerOfType(subject, than: object) { result.shared.append(feature("nearerSubject", order)) }
    if isParenthesised(subject) != isParenthesised(object) {
      result.shared.append(feature("parenthesis", isParenthesised(subject) ? "s" : "o", order))
    }
    guard let path = syntax.path(from: subject.word, to: object.word) else {
      result.shared.append(feature("noPath", order))
      return
    }
    let inner = path.inner
    for word in inner { result.pathMask.formUnion(context.mask(of: word)) }
    result.top = path.top
    var shape = feature("path")
    for word in path.up { shape.add("<", step(word)) }
    let topLemma = syntax.lemma(of: path.top)
    var lexical = shape
    var whole = shape
    whole.add(syntax.upos(of: path.top).name)
    lexical.add(topLemma)
    for word in path.down {
      whole.add(">", step(word))
      lexical.add(">", step(word))
    }
    result.shared.append(whole)
    result.specific.append(lexical)
    result.shared.append(feature("pathLength", order, String(min(path.length, 9))))
    result.specific.append(feature("top", topLemma, order))
    if let classes = context.classesOfLemma(at: path.top) {
      result.specific.append(feature("topClass", classes.coarse, order))
      result.specific.append(feature("topClass", classes.fine, order))
      var shape = feature("pathClass")
      for word in path.up { shape.add("<", step(word)) }
      shape.add(classes.fine)
      for word in path.down { shape.add(">", step(word)) }
      result.specific.append(shape)
    }
    result.shared.append(feature("topTag", syntax.upos(of: path.top).name, order))
    addPathWords(path, inner, order, to: &result)
    if let first = path.up.last { result.specific.append(feature("upEnd", step(first), topLemma)) }
    if let first = path.down.first { result.specific.append(feature("downEnd", step(first), topLemma)) }
    for word in path.up where hasNegation(word) { result.shared.append(feature("negated")) }
    for word in path.down where hasNegation(word) { result.shared.append(feature("negated")) }
    if hasNegation(path.top) { result.shared.append(feature("negated")) }
    var ends = feature("ends")
    ends.add(path.up.first.map { step($0) } ?? "top", path.down.last.map { step($0) } ?? "top")
    result.shared.append(ends)
  }

  private func addPathWords(
    _ path: DependencyPath, _ inner: [Int], _ order: String, to result: inout PairFeatures
  ) {
    for word in inner {
      switch syntax.upos(of: word) {
      case .noun, .verb, .adj, .adp:
        result.specific.append(feature("on", syntax.lemma(of: word), order))
        if let classes = context.classesOfLemma(at: word) {
          result.specific.append(feature("onClass", classes.coarse, order))
          result.specific.append(feature("onClass", classes.fine, order))
        }
      default: continue
      }
    }
    for word in inner {
      // "associated with a *lower* risk of": what modifies a word on the way decides the direction.
      for child in syntax.children(of: word) where syntax.relation(of: Int(child)) == .amod {
        result.specific.append(feature("modifier", syntax.lemma(of: Int(child)), order))
        result.specific.append(feature("modified", syntax.lemma(of: Int(child)), syntax.lemma(of: word), order))
      }
    }
    for half in [path.up, path.down] {
      for word in half {
        if let marker = syntax.caseLemma(of: word) { result.specific.append(feature("marker", marker, order)) }
      }
    }
  }

  private func addContext(_ subject: Participant, _ object: Participant, to result: inout PairFeatures) {
    let inside = subject.isInSentence ? subject : object
    let outside = subject.isInSentence ? object : subject
    let side = subject.isInSentence ? "s" : "o"
    let place = placeInSentence(inside)
    result.shared.append(feature("inside", side, outside.source.rawValue, place))
    result.shared.append(feature("inside+clause", side, outside.source.rawValue, place, clauseKind))
    let root = syntax.path(from: inside.word, to: rootWord)
    result.top = rootWord
    if let root {
      var shape = feature("rootPath", side, outside.source.rawValue)
      for word in root.up { shape.add("<", step(word)) }
      result.shared.append(shape)
      var lexical = feature("rootPathTop", side)
      for word in root.up { lexical.add("<", step(word)) }
      lexical.add(syntax.lemma(of: rootWord))
      result.specific.append(lexical)
      result.specific.append(feature("root", side, syntax.lemma(of: rootWord), clauseKind))
      if let classes = context.classesOfLemma(at: rootWord) {
        result.specific.append(feature("rootClass", side, classes.coarse, clauseKind))
        result.specific.append(feature("rootClass", side, classes.fine, clauseKind))
      }
      for word in root.up.dropFirst() { result.specific.append(feature("rootOn", side, syntax.lemma(of: word))) }
    }
    if isParenthesised(inside) { result.shared.append(feature("insideParenthesis", side)) }
    let rank = surroundings.participants.firstIndex(of: outside) ?? -1
    result.shared.append(feature("rank", side, String(min(rank, 4))))
    result.shared.append(feature("rivals", side, String(min(surroundings.participants.count, 5))))
    for cue in surroundings.cues.prefix(24) {
      let lemma = context.lemmaFacts[Int(cue.lemma)].lowercased
      result.specific.append(feature("contextCue", side, lemma, cue.source.rawValue))
      result.specific.append(feature("contextCueFor", side, lemma, outside.source.rawValue))
    }
  }

  private func addGroups(_ subject: Participant, _ object: Participant, to result: inout PairFeatures) {
    for group in sentence.groups where group.member == subject.mention && group.group == object.mention {
      result.specific.append(feature("memberOf", group.tie.rawValue))
    }
    for group in sentence.groups where group.member == object.mention && group.group == subject.mention {
      result.shared.append(feature("groupOf", group.tie.rawValue))
    }
    addMembership(subject, "s", to: &result)
    addMembership(object, "o", to: &result)
  }

  private func addMembership(_ participant: Participant, _ side: String, to result: inout PairFeatures) {
    guard participant.source == .member else { return }
    for group in sentence.groups where group.member == participant.mention {
      result.shared.append(feature("byMember", group.tie.rawValue, side))
    }
  }

  // MARK: - The relation

  /// Adds the pair's features for one relation, with the rules that fired and the cues that stand for it.
  func add(
    _ pair: PairFeatures, relation number: Int, firings: [HypothesisBuilder<Feature>.Firing], rivals: RelationMask,
    rules: RuleSet, to result: inout FeatureSum<Feature>
  ) {
    let name = context.schema.suffixes[number]
    for feature in pair.specific { result.append(feature.with(relation: name)) }
    for (feature, weight) in zip(pair.shared, pair.sharedWeights) {
      result.append(feature, weight: weight)
      result.append(feature.with(relation: name))
    }
    if firings.isEmpty {
      result.append(feature("noRule"))
      result.append(feature("noRuleBut", String(min(rivals.count, 3))))
      result.append(feature("noRuleBut", String(min(rivals.count, 3))).with(relation: name))
    }
    if pair.top >= 0, context.mask(of: pair.top).contains(number) {
      result.append(feature("topIsCue"))
      result.append(feature("topIsCue").with(relation: name))
    }
    if pair.pathMask.contains(number) {
      result.append(feature("cueOnPath"))
      result.append(feature("cueOnPath").with(relation: name))
    }
    for firing in firings {
      let rule = rules.rules[firing.rule].name
      let implicit = firing.isImplicit ? "implicit" : firing.subjectRoute.rawValue
      result.append(feature("rule", rule).with(relation: name))
      result.append(
        feature("ruleTrigger", rule, syntax.lemma(of: firing.trigger)).with(relation: name))
      result.append(feature("routes", implicit, firing.objectRoute.rawValue))
      result.append(feature("ruleRoutes", rule, implicit, firing.objectRoute.rawValue).with(relation: name))
      result.append(feature("anyRule"))
      let count = String(min(rivals.count, 4))
      result.append(feature("firedAmong", count, implicit, firing.objectRoute.rawValue))
      result.append(feature("firedAmong", count))
      if rivals.first == number { result.append(feature("firedFirst", count, implicit)) }
    }
    addCues(number, name, pair, to: &result)
    if let known = pair.known {
      let counts = known.counts(of: number)
      KnownClaims.forEachFeature(of: counts, relation: name) { result.append($0) }
    }
  }

  private func addCues(
    _ number: Int, _ name: FeatureSuffix, _ pair: PairFeatures, to result: inout FeatureSum<Feature>
  ) {
    var count = 0
    for word in sentence.cueWords where context.mask(of: word).contains(number) {
      let place: String
      if pair.first < 0 {
        place = word < sentence.start ? "label" : "any"
      } else if word < pair.first {
        place = pair.first - word <= 4 ? "justBefore" : "before"
      } else if word > pair.last {
        place = "after"
      } else {
        place = "between"
      }
      result.append(feature("cue", syntax.lemma(of: word), place).with(relation: name))
      if place == "between" || place == "justBefore" || place == "any" { count += 1 }
    }
    result.append(feature("cues", String(min(count, 3))).with(relation: name))
    if surroundings.mask.contains(number) {
      result.append(feature("contextCued").with(relation: name))
      result.append(feature(pair.first < 0 ? "contextCuedOutside" : "contextCuedInside"))
    }
    if count > 0 { result.append(feature(pair.first < 0 ? "cuedOutside" : "cuedInside", String(min(count, 3)))) }
  }

  // MARK: - Parts

  private func step(_ word: Int) -> String { context.steps[word] }

  private func bucket(_ distance: Int) -> String {
    switch distance {
    case ..<3: "1"
    case ..<5: "3"
    case ..<8: "5"
    case ..<13: "8"
    case ..<21: "13"
    default: "21"
    }
  }

  private func mentionsBetween(_ first: Int, _ last: Int) -> Int {
    sentence.participants.count { $0.source == .named && $0.word > first && $0.word < last }
  }

  /// Whether another participant of the same type stands between the two.
  private func isNearerOfType(_ one: Participant, than other: Participant) -> Bool {
    let type = context.typeOf[one.entity]
    return sentence.participants.contains {
      $0.source == .named && context.typeOf[$0.entity] == type && $0.entity != one.entity
        && min(one.word, other.word) < $0.word && $0.word < max(one.word, other.word)
    }
  }

  private func isParenthesised(_ participant: Participant) -> Bool {
    participant.word >= 0 && context.openParenthesis(before: participant.word) != nil
  }

  private func hasNegation(_ word: Int) -> Bool { context.isNegated(word) }

  private func placeInSentence(_ participant: Participant) -> String {
    let first = sentence.participants.first { $0.source == .named }
    if participant.word < sentence.start { return "label" }
    if first == participant { return "first" }
    let afterLabel = sentence.participants.first { $0.source == .named && $0.word >= sentence.start }
    if afterLabel == participant { return "firstAfterLabel" }
    if let first, first.word >= 0, participant.source == .named,
      syntax.firstConjunct(of: participant.word) == syntax.firstConjunct(of: first.word)
    {
      return "coordinated"
    }
    return participant.source == .named ? "later" : participant.source.rawValue
  }

  private static func kind(of block: Block) -> String {
    switch block.kind {
    case .heading: "heading"
    case .paragraph, .answer, .quote: "paragraph"
    case .listItem: "item"
    case .tableCell(let cell): cell.isHeader ? "header" : cell.column == 0 ? "firstCell" : "cell"
    case .caption: "caption"
    case .question: "question"
    case .term, .definition: "definition"
    case .code, .footnote, .reference: "other"
    }
  }

  /// Whether a sentence with this root is a full clause, a clause without subject, or a mere phrase.
  private static func clauseKind(root: Int, in syntax: SyntaxGraph) -> String {
    switch syntax.upos(of: root) {
    case .verb, .aux:
      if syntax.overtSubject(of: root) != nil { return "clause" }
      return syntax.document.words[root].xpos.name == "VB" ? "imperative" : "headless"
    case .adj: return syntax.overtSubject(of: root) != nil ? "clause" : "headlessAdjective"
    default: return syntax.hasChild(of: root, .cop) ? "clause" : "phrase"
    }
  }
}
