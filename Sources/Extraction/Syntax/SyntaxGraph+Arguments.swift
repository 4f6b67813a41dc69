internal import Linguistics

/// A word that fills a slot of a predicate and the way the tree led to it.
struct Filler: Sendable, Hashable {
  /// How a filler was found: the plainer, the surer.
  enum Route: String, Sendable {
    case direct, passive, relative, participle, control, coordinated, causer, lightVerb, possessive, adnominal, purpose
  }

  var word: Int
  var route: Route
}

/// Logical arguments: who does what to whom, whatever the clause looks like.
///
/// Passive, relative, participial, controlled and coordinated clauses are undone here, once, so that a rule names only
/// `subject`, `object` and prepositions. Every walk is bounded by the sentence.
extension SyntaxGraph {
  static let maximumControlDepth = 6

  /// The logical subjects of a verb, of a predicative adjective or of a predicate noun.
  func subjects(of predicate: Int, depth: Int = 0) -> [Filler] {
    guard depth < Self.maximumControlDepth else { return [] }
    if isPassive(predicate) { return agents(of: predicate) }
    if let subject = overtSubject(of: predicate) {
      if isRelativizer(subject), let noun = relativeHead(of: predicate) { return spread(noun, .relative) }
      return spread(subject, .direct)
    }
    let parent = head(of: predicate)
    guard parent >= 0 else { return [] }
    switch relation(of: predicate) {
    case .relcl:
      return hasOvertObjectGap(predicate) ? [] : spread(parent, .relative)
    case .acl:
      return isPastParticiple(predicate) ? [] : spread(parent, .participle)
    case .amod:
      return spread(parent, .participle)
    case .xcomp, .ccomp:
      return controllers(of: predicate, under: parent, depth: depth)
    case .advcl:
      return subjects(of: parent, depth: depth + 1).map { Filler(word: $0.word, route: .control) }
    case .conj, .parataxis:
      return sharedSubjects(of: predicate, with: parent, depth: depth)
    default:
      break
    }
    if upos(of: predicate) == .noun || upos(of: predicate) == .propn {
      return nounSubjects(of: predicate, depth: depth)
    }
    return []
  }

  /// The logical objects of a verb: what it acts on.
  func objects(of predicate: Int, depth: Int = 0) -> [Filler] {
    guard depth < Self.maximumControlDepth else { return [] }
    var result: [Filler] = []
    if isPassive(predicate) {
      if let subject = overtSubject(of: predicate) {
        if isRelativizer(subject), let noun = relativeHead(of: predicate) {
          result += spread(noun, .relative)
        } else {
          result += spread(subject, .passive)
        }
      } else if relation(of: predicate) == .acl || relation(of: predicate) == .amod {
        result += spread(head(of: predicate), .participle)
      } else if relation(of: predicate) == .relcl {
        result += spread(head(of: predicate), .relative)
      } else if relation(of: predicate) == .conj {
        result += objects(of: head(of: predicate), depth: depth + 1).map { Filler(word: $0.word, route: .coordinated) }
      } else if relation(of: predicate) == .advcl || relation(of: predicate) == .xcomp {
        result += subjects(of: head(of: predicate), depth: depth + 1).map { Filler(word: $0.word, route: .control) }
      }
    }
    for child in children(of: predicate) where document.words[Int(child)].relation == .obj {
      if isRelativizer(Int(child)), let noun = relativeHead(of: predicate) {
        result += spread(noun, .relative)
      } else {
        result += spread(Int(child), .direct)
      }
    }
    if result.isEmpty, relation(of: predicate) == .relcl, let subject = overtSubject(of: predicate),
      !isRelativizer(subject), let noun = relativeHead(of: predicate)
    {
      result += spread(noun, .relative)
    }
    if result.isEmpty, hasChild(of: predicate, .cc) || !children(of: predicate).isEmpty {
      result += objectsSharedToTheRight(of: predicate)
    }
    return result
  }

  /// Phrases that hang on a word by one of some prepositions; `nil` for any.
  func obliques(of predicate: Int, prepositions: [String]) -> [Filler] {
    var result: [Filler] = []
    for child in children(of: predicate) {
      let relation = document.words[Int(child)].relation.universal
      guard relation == .obl || relation == .nmod || relation == .advcl || relation == .acl || relation == .xcomp
      else { continue }
      guard let marker = marker(of: Int(child)), prepositions.contains(marker) else { continue }
      result += spread(Int(child), .direct)
    }
    let parent = head(of: predicate)
    if result.isEmpty, parent >= 0, let object = child(of: predicate, .obj) {
      // A prepositional phrase that the parser hung on the object: "provides calcium for bones".
      for child in children(of: object) where document.words[Int(child)].relation == .nmod {
        if let marker = caseLemma(of: Int(child)), prepositions.contains(marker), marker != "of" {
          result += spread(Int(child), .adnominal)
        }
      }
    }
    return result
  }

  /// Clauses that complete a predicate: "helps *absorb*", "is needed *to form*".
  func complements(of predicate: Int) -> [Int] {
    var result: [Int] = []
    for child in children(of: predicate) {
      let relation = document.words[Int(child)].relation
      let isPurpose = (relation == .advcl || relation == .acl) && child > predicate && marker(of: Int(child)) == "to"
      if relation == .xcomp || relation == .ccomp || isPurpose { result += conjuncts(of: Int(child)) }
    }
    return result
  }

  /// Those that make a process go on: the subjects of "help" in "X helps the body absorb", of "essential" in "X is
  /// essential to form", the object of "need" in "the body needs X to absorb".
  func causers(of predicate: Int, helpers: Set<String>, needers: Set<String>, depth: Int = 0) -> [Filler] {
    guard depth < Self.maximumControlDepth else { return [] }
    let parent = head(of: predicate)
    guard parent >= 0 else { return [] }
    let relation = relation(of: predicate)
    if relation == .conj {
      return causers(of: parent, helpers: helpers, needers: needers, depth: depth + 1)
    }
    guard relation == .xcomp || relation == .ccomp || relation == .advcl || relation == .acl || relation == .csubj
    else { return [] }
    let governor = lemma(of: parent)
    if needers.contains(governor), upos(of: parent) == .verb {
      return objects(of: parent, depth: depth + 1).map { Filler(word: $0.word, route: .causer) }
    }
    guard helpers.contains(governor) else { return [] }
    let own = subjects(of: parent, depth: depth + 1)
    let found = own.isEmpty ? causers(of: parent, helpers: helpers, needers: needers, depth: depth + 1) : own
    return found.map { Filler(word: $0.word, route: .causer) }
  }

  // MARK: - Clause shapes

  func isPassive(_ predicate: Int) -> Bool {
    for child in children(of: predicate) {
      let relation = document.words[Int(child)].relation
      if relation == .auxPass || relation == .nsubjPass { return true }
    }
    guard isPastParticiple(predicate) else { return false }
    switch relation(of: predicate) {
    case .acl, .amod, .advcl: return !hasChild(of: predicate, .obj)
    case .conj: return head(of: predicate) >= 0 && overtSubject(of: predicate) == nil && isPassive(head(of: predicate))
    case .root, .parataxis: return overtSubject(of: predicate) == nil && !hasChild(of: predicate, .obj)
    default: return false
    }
  }

  func isPastParticiple(_ word: Int) -> Bool {
    document.words[word].xpos.name == "VBN"
      || (upos(of: word) == .verb && document.words[word].xpos.name == "VBD"
        && !hasChild(of: word, .nsubj) && relation(of: word) == .acl)
  }

  func overtSubject(of predicate: Int) -> Int? {
    for child in children(of: predicate) where document.words[Int(child)].relation.universal == .nsubj {
      return Int(child)
    }
    return nil
  }

  private func isRelativizer(_ word: Int) -> Bool {
    guard upos(of: word) == .pron || upos(of: word) == .det else { return false }
    switch lemma(of: word) {
    case "which", "that", "who", "what", "whose": return true
    default: return false
    }
  }

  /// The noun that a relative clause, or one coordinated with it, describes.
  private func relativeHead(of predicate: Int) -> Int? {
    var current = firstConjunct(of: predicate)
    for _ in 0..<Self.maximumControlDepth {
      let relation = relation(of: current)
      if relation == .relcl || relation.universal == .acl { return head(of: current) }
      guard relation == .xcomp || relation == .ccomp || relation == .conj, head(of: current) >= 0 else { return nil }
      current = head(of: current)
    }
    return nil
  }

  private func hasOvertObjectGap(_ predicate: Int) -> Bool {
    children(of: predicate).contains { isRelativizer(Int($0)) && relation(of: Int($0)).universal == .obl }
  }

  private func agents(of predicate: Int) -> [Filler] {
    for child in children(of: predicate) {
      let relation = document.words[Int(child)].relation
      if relation == .oblAgent || (relation.universal == .obl && caseLemma(of: Int(child)) == "by") {
        return spread(Int(child), .passive)
      }
    }
    return []
  }

  /// Who does what an infinitive names: the object of "help", else its subject.
  private func controllers(of predicate: Int, under parent: Int, depth: Int) -> [Filler] {
    if !isPassive(parent), let object = child(of: parent, .obj) { return spread(object, .control) }
    if isPassive(parent) {
      return objects(of: parent, depth: depth + 1).map { Filler(word: $0.word, route: .control) }
    }
    return subjects(of: parent, depth: depth + 1).map { Filler(word: $0.word, route: .control) }
  }

  private func sharedSubjects(of predicate: Int, with first: Int, depth: Int) -> [Filler] {
    let shared =
      isPassive(first)
      ? objects(of: first, depth: depth + 1) : subjects(of: first, depth: depth + 1)
    return shared.map { Filler(word: $0.word, route: .coordinated) }
  }

  /// The subject of a noun that acts as predicate: "plays a *role*", "its *role*", "the *role* of X".
  private func nounSubjects(of noun: Int, depth: Int) -> [Filler] {
    if let owner = child(of: noun, .nmodPoss) { return spread(owner, .possessive) }
    let parent = head(of: noun)
    if parent >= 0, relation(of: noun) == .obj || relation(of: noun).universal == .obl {
      let governing = subjects(of: parent, depth: depth + 1)
      if !governing.isEmpty { return governing.map { Filler(word: $0.word, route: .lightVerb) } }
    }
    for child in children(of: noun) where relation(of: Int(child)) == .nmod && caseLemma(of: Int(child)) == "of" {
      return spread(Int(child), .adnominal)
    }
    return []
  }

  /// "supports and maintains bone": the object hangs on the last verb only.
  private func objectsSharedToTheRight(of predicate: Int) -> [Filler] {
    for child in children(of: predicate) where relation(of: Int(child)) == .conj && upos(of: Int(child)) == .verb {
      guard overtSubject(of: Int(child)) == nil, Int(child) - predicate <= 4,
        let object = self.child(of: Int(child), .obj)
      else { continue }
      return spread(object, .coordinated)
    }
    return []
  }

  /// The preposition or infinitive marker of a phrase.
  func marker(of word: Int) -> String? {
    for child in children(of: word) {
      let relation = relation(of: Int(child))
      if relation == .case || relation == .mark { return lemma(of: Int(child)) }
    }
    return nil
  }

  private func spread(_ word: Int, _ route: Filler.Route) -> [Filler] {
    conjuncts(of: word).map { Filler(word: $0, route: $0 == word ? route : .coordinated) }
  }
}
