internal import Linguistics

/// Finds the participants of a sentence that a phrase brings: by its head, or by what a word that only measures or
/// handles things passes on ("a variety of *foods*", "eating *garlic*").
struct ParticipantPlaces {
  private let context: DocumentContext
  private let rules: RuleSet
  private let byWord: [Int: [Int]]
  /// Participants that may fill an empty subject: the nearest that the context brings.
  let implicitSubjects: [(Int, Filler.Route)]

  init(sentence: SentenceContext, context: DocumentContext, rules: RuleSet) {
    self.context = context
    self.rules = rules
    var byWord: [Int: [Int]] = [:]
    var implicit: [(Int, Filler.Route)] = []
    for (number, participant) in sentence.participants.enumerated() {
      if participant.isInSentence {
        byWord[participant.word, default: []].append(number)
        if participant.mention >= 0, participant.source == .named || participant.source == .base {
          for word in context.table.mentions[participant.mention].words where word != participant.word {
            byWord[word, default: []].append(number)
          }
        }
      } else if implicit.count < 3 {
        implicit.append((number, .direct))
      }
    }
    self.byWord = byWord
    implicitSubjects = implicit
  }

  func participants(at fillers: [Filler]) -> [(Int, Filler.Route)] {
    var result: [(Int, Filler.Route)] = []
    for filler in fillers {
      for participant in participants(at: filler.word, depth: 0)
      where !result.contains(where: { $0.0 == participant }) {
        result.append((participant, filler.route))
      }
    }
    return result
  }

  private func participants(at word: Int, depth: Int) -> [Int] {
    if let found = byWord[word] { return found }
    guard depth < 4 else { return [] }
    let syntax = context.syntax
    let lemma = syntax.lemma(of: word)
    var result: [Int] = []
    if syntax.upos(of: word) == .verb, rules.transparentVerbs.contains(lemma) {
      for object in syntax.objects(of: word) { result += participants(at: object.word, depth: depth + 1) }
    } else if rules.transparentNouns.contains(lemma) || syntax.upos(of: word) == .pron || syntax.upos(of: word) == .num
    {
      for child in syntax.children(of: word) where syntax.relation(of: Int(child)).universal == .nmod {
        let marker = syntax.caseLemma(of: Int(child))
        guard marker == "of" || marker == "for" || marker == "in" else { continue }
        for conjunct in syntax.conjuncts(of: Int(child)) { result += participants(at: conjunct, depth: depth + 1) }
      }
    }
    return result
  }
}
