internal import Linguistics
internal import Ontology

/// Everything that may take part in the claims of one sentence.
struct SentenceContext: Sendable {
  let number: Int
  let sentence: Sentence
  var participants: [Participant]
  var groups: [GroupMember]
  /// The relations that words of the sentence are cues for.
  var mask: RelationMask
  /// The sentence's own cue words.
  var cueWords: [Int]
  var isQuestion: Bool
  /// Where the part after a label ("Zinc: ...") begins; the sentence's start without one.
  var start: Int
}

extension DocumentContext {
  static let maximumParticipants = 48

  /// - Parameters:
  ///   - label: the entity that a label at the start of the block named, for the sentences after it.
  func sentenceContext(_ number: Int, block: BlockContext, antecedents: Antecedents, label: Int?) -> SentenceContext {
    let sentence = document.sentences[number]
    let own = outerMentions(of: sentence)
    var participants: [Participant] = []
    for mention in own.prefix(Self.maximumParticipants) { append(mention, to: &participants) }
    appendInner(of: own, in: sentence, to: &participants)
    let groups = groupMembers(in: sentence)
    for pair in groups {
      let entity = table.mentions[pair.member].entity
      participants.append(
        Participant(entity: entity, mention: pair.member, word: table.mentions[pair.group].head, source: .member))
    }
    for word in sentence.words where antecedents.entityOfWord[word] >= 0 {
      let source: Participant.Source = syntax.upos(of: word) == .pron ? .pronoun : .definite
      participants.append(
        Participant(entity: Int(antecedents.entityOfWord[word]), mention: -1, word: word, source: source))
    }
    appendIdentities(in: sentence, own, to: &participants)
    if let label { participants.append(Participant(entity: label, mention: -1, word: -1, source: .label)) }
    // A sentence with a subject of its own is about that, not about what the article is about elsewhere.
    let subjectTypes = Set(
      own.filter { syntax.relation(of: syntax.firstConjunct(of: table.mentions[$0].head)).universal == .nsubj }
        .map { typeOf[table.mentions[$0].entity] })
    participants += block.participants.filter {
      ($0.source != .topic && $0.source != .outerHeading) || !subjectTypes.contains(typeOf[$0.entity])
    }
    var mask = RelationMask()
    var cueWords: [Int] = []
    for word in sentence.words {
      let cue = self.mask(of: word)
      if !cue.isEmpty {
        mask.formUnion(cue)
        cueWords.append(word)
      }
    }
    return SentenceContext(
      number: number, sentence: sentence, participants: participants, groups: groups, mask: mask, cueWords: cueWords,
      isQuestion: isQuestion(sentence), start: labelEnd(of: sentence) ?? sentence.words.lowerBound)
  }

  /// What processes, ills and groups of people are named by takes part by itself, too.
  private func appendInner(of own: [Int], in sentence: Sentence, to participants: inout [Participant]) {
    var place = 0
    for number in mentions(of: sentence) where participants.count < Self.maximumParticipants {
      let mention = table.mentions[number]
      while place < own.count, table.mentions[own[place]].words.upperBound <= mention.words.lowerBound { place += 1 }
      guard place < own.count else { return }
      let outer = table.mentions[own[place]]
      guard outer.words.lowerBound < mention.words.lowerBound, mention.head != outer.head,
        mention.words.upperBound <= outer.words.upperBound, mention.entity != outer.base,
        mention.entity != outer.entity,
        Self.holdsOthers(table.entities[outer.entity].type)
      else { continue }
      participants.append(Participant(entity: mention.entity, mention: number, word: mention.head, source: .inner))
    }
  }

  private static func holdsOthers(_ type: EntityType) -> Bool {
    type == .physiology || type == .disorder || type == .population || type == .supplement
  }

  private func append(_ number: Int, to participants: inout [Participant]) {
    let mention = table.mentions[number]
    let aspect = mention.aspect ?? spokenAspect(of: mention)
    participants.append(
      Participant(entity: mention.entity, mention: number, word: mention.head, source: .named, aspect: aspect))
    if mention.base == nil, let aspect, Self.isTopical(table.entities[mention.entity].type) {
      let type = table.entities[mention.entity].type
      if type != .disorder {
        participants.append(
          Participant(entity: mention.entity, mention: number, word: mention.head, source: .base, aspect: aspect))
      }
    }
    if let base = mention.base {
      participants.append(
        Participant(entity: base, mention: number, word: mention.head, source: .base, aspect: mention.aspect))
    }
  }

  /// The lack or excess that the words around a mention speak of: "low iron", "a lack of iron", "too much iron".
  private func spokenAspect(of mention: Mention) -> Mention.Aspect? {
    for child in syntax.children(of: mention.head) {
      if let aspect = cues.aspectWords[syntax.lemma(of: Int(child)).lowercased()] { return aspect }
      if syntax.lemma(of: Int(child)) == "much",
        syntax.children(of: Int(child)).contains(where: { syntax.lemma(of: Int($0)) == "too" })
      {
        return .excess
      }
      if syntax.lemma(of: Int(child)) == "enough", isUnderNegation(mention.head) { return .deficiency }
    }
    var current = mention.head
    for _ in 0..<3 {
      guard syntax.relation(of: current).universal == .nmod, syntax.head(of: current) >= 0 else { return nil }
      current = syntax.head(of: current)
      if let aspect = cues.aspectWords[syntax.lemma(of: current)] { return aspect }
      for child in syntax.children(of: current) where syntax.relation(of: Int(child)) == .amod {
        if let aspect = cues.aspectWords[syntax.lemma(of: Int(child))] { return aspect }
      }
    }
    return nil
  }

  private func isUnderNegation(_ word: Int) -> Bool {
    let head = syntax.head(of: word)
    return head >= 0 && isNegated(head)
  }

  /// "Folate is a vitamin found in liver": the subject also stands where the predicate noun is.
  private func appendIdentities(in sentence: Sentence, _ own: [Int], to participants: inout [Participant]) {
    for number in own.prefix(Self.maximumParticipants) {
      let mention = table.mentions[number]
      guard syntax.hasChild(of: mention.head, .cop) else { continue }
      for filler in syntax.subjects(of: mention.head) {
        let subject = mentionAtHead[filler.word] >= 0 ? mentionAtHead[filler.word] : mentionOver[filler.word]
        guard subject >= 0, Int(subject) != number else { continue }
        participants.append(
          Participant(
            entity: table.mentions[Int(subject)].entity, mention: Int(subject), word: mention.head, source: .identity))
      }
    }
  }

  private func isQuestion(_ sentence: Sentence) -> Bool {
    document.form(of: sentence.words.upperBound - 1) == "?"
  }

  /// The word after the colon or dash of a label; nil without a label.
  func labelEnd(of sentence: Sentence) -> Int? {
    let words = sentence.words
    for word in words.prefix(9) where word > words.lowerBound {
      switch document.form(of: word) {
      case ":", "–", "—": return word + 1 < words.upperBound ? word + 1 : nil
      case ".", "?", "!", ";": return nil
      default: continue
      }
    }
    return nil
  }

  /// The entity that labels a block: the only one before the colon of its first sentence.
  func label(of block: Int) -> (entity: Int, end: Int)? {
    guard let first = sentencesOfBlock[block].first else { return nil }
    let sentence = document.sentences[first]
    let end: Int
    if let labelEnd = labelEnd(of: sentence) {
      end = labelEnd
    } else if sentencesOfBlock[block].count > 1, let last = sentence.words.last,
      document.form(of: last) == ":" || document.form(of: last) == ".", sentence.words.count <= 5,
      case .listItem = document.document.blocks[block].kind
    {
      end = sentence.words.upperBound
    } else {
      return nil
    }
    let named = outerMentions(of: sentence).filter { table.mentions[$0].words.upperBound <= end }
    guard let mention = named.first, named.count <= 2 else { return nil }
    return (table.mentions[mention].entity, end)
  }
}
