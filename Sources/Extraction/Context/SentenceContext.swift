internal import Linguistics

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
    if let label { participants.append(Participant(entity: label, mention: -1, word: -1, source: .label)) }
    participants += block.participants
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

  private func append(_ number: Int, to participants: inout [Participant]) {
    let mention = table.mentions[number]
    participants.append(
      Participant(
        entity: mention.entity, mention: number, word: mention.head, source: .named, aspect: mention.aspect))
    if let base = mention.base {
      participants.append(
        Participant(entity: base, mention: number, word: mention.head, source: .base, aspect: mention.aspect))
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
