internal import Linguistics

/// A group that a sentence names and a member it gives: "fatty fish (salmon)", "minerals such as zinc", "nuts and other
/// plant foods".
struct GroupMember: Sendable, Hashable {
  /// How the sentence ties them.
  enum Tie: String, Sendable {
    case suchAs, including, like, parenthesis, other, apposition
  }

  /// Indices into the mention table's mentions.
  var group: Int
  var member: Int
  var tie: Tie
}

extension DocumentContext {
  /// The members that a sentence gives of the groups it names, in text order. O(mentions × distance to the tie).
  func groupMembers(in sentence: Sentence) -> [GroupMember] {
    let mentions = outerMentions(of: sentence)
    var result: [GroupMember] = []
    for (place, member) in mentions.enumerated() {
      if let found = groupByTree(of: member) ?? groupByParenthesis(of: member, among: mentions[..<place]) {
        result.append(found)
      }
    }
    result += membersByOther(mentions)
    for pair in membersByMarker(mentions, in: sentence) where !result.contains(where: { $0.member == pair.member }) {
      result.append(pair)
    }
    return result.sorted { ($0.member, $0.group) < ($1.member, $1.group) }
  }

  /// "dairy products such as milk, cheese, and yogurt": the run of names after the marker, whatever the tree makes of it.
  private func membersByMarker(_ mentions: [Int], in sentence: Sentence) -> [GroupMember] {
    var result: [GroupMember] = []
    // "People on blood thinners such as warfarin": the group may stand inside a longer phrase.
    for group in self.mentions(of: sentence) {
      guard let (tie, start) = marker(after: table.mentions[group].words.upperBound) else { continue }
      var end = start
      for member in mentions where table.mentions[member].words.lowerBound >= start {
        let words = table.mentions[member].words
        guard words.lowerBound >= end, isListGap(end..<words.lowerBound, isFirst: end == start) else { break }
        if let pair = checked(GroupMember(group: group, member: member, tie: tie)) { result.append(pair) }
        end = words.upperBound
      }
    }
    return result
  }

  /// The marker of examples that begins at a word, over a comma or parenthesis, and the word after it.
  private func marker(after word: Int) -> (tie: GroupMember.Tie, end: Int)? {
    var next = word
    if next < document.words.count, [",", "(", "–", "—"].contains(document.form(of: next)) { next += 1 }
    guard next + 1 < document.words.count else { return nil }
    switch syntax.lemma(of: next) {
    case "such" where syntax.lemma(of: next + 1) == "as": return (.suchAs, next + 2)
    case "including": return (.including, next + 1)
    case "include" where document.form(of: next) == "including": return (.including, next + 1)
    case "like" where syntax.upos(of: next) == .adp: return (.like, next + 1)
    default: return nil
    }
  }

  /// Whether only separators and words like "some" or "the" part two members of a list.
  private func isListGap(_ words: Range<Int>, isFirst: Bool) -> Bool {
    guard words.count <= 4 else { return false }
    var isParted = isFirst
    for word in words {
      switch syntax.upos(of: word) {
      case .cconj: isParted = true
      case .punct where document.form(of: word) == ",": isParted = true
      case .det, .adj, .num: continue
      default: return false
      }
    }
    return isParted
  }

  /// The sentence's mentions without those nested in others.
  ///
  /// "Absorption of iron and zinc" is two mentions with one head, the longer around the shorter; neither is nested.
  func outerMentions(of sentence: Sentence) -> [Int] {
    var result: [Int] = []
    var end = 0
    var head = -1
    for number in mentions(of: sentence) {
      let mention = table.mentions[number]
      guard mention.words.lowerBound >= end || mention.head == head else { continue }
      result.append(number)
      // "To build bones" is bone formation and still speaks of bones.
      guard syntax.upos(of: mention.head) != .verb else { continue }
      end = max(end, mention.words.upperBound)
      head = mention.head
    }
    return result
  }

  private func groupByTree(of member: Int) -> GroupMember? {
    let first = syntax.firstConjunct(of: table.mentions[member].head)
    let head = syntax.head(of: first)
    guard head >= 0 else { return nil }
    let tie: GroupMember.Tie
    let relation = syntax.relation(of: first).universal
    if relation == .appos {
      tie = .apposition
    } else {
      guard relation == .nmod || relation == .obl || relation == .acl || relation == .advcl || relation == .dep
      else { return nil }
      switch exampleMarker(of: first) {
      case "such": tie = .suchAs
      case "include", "including": tie = .including
      case "like": tie = .like
      default: return nil
      }
    }
    // "foods such as kale" where the parser hung the phrase on the verb: the noun before the marker is the group.
    var number = mentionAtHead[head]
    if number < 0 { number = mentionOver[head] }
    if number < 0 || syntax.upos(of: head) == .verb, tie != .apposition {
      number = lastMention(before: markerStart(of: first))
    }
    guard number >= 0, Int(number) != member else { return nil }
    return checked(GroupMember(group: Int(number), member: member, tie: tie))
  }

  private func exampleMarker(of word: Int) -> String? {
    for child in syntax.children(of: word) {
      let relation = syntax.relation(of: Int(child))
      if relation == .case || relation == .mark || relation == .amod || relation == .advmod {
        let lemma = syntax.lemma(of: Int(child))
        if lemma == "such" || lemma == "include" || lemma == "including" || lemma == "like" { return lemma }
      }
    }
    return nil
  }

  private func markerStart(of word: Int) -> Int {
    Int(syntax.children(of: word).first ?? Int32(word))
  }

  private func lastMention(before word: Int) -> Int32 {
    var current = min(word, document.words.count) - 1
    let start = syntax.sentence(of: word).words.lowerBound
    while current >= max(start, word - 4) {
      if mentionOver[current] >= 0 { return mentionOver[current] }
      current -= 1
    }
    return -1
  }

  /// "fatty fish (salmon, mackerel)": the last mention before the parenthesis that holds the member.
  private func groupByParenthesis(of member: Int, among earlier: ArraySlice<Int>) -> GroupMember? {
    let start = table.mentions[member].words.lowerBound
    guard let open = openParenthesis(before: start) else { return nil }
    guard let group = earlier.last(where: { table.mentions[$0].words.upperBound <= open }),
      table.mentions[group].words.upperBound == open
    else { return nil }
    return checked(GroupMember(group: group, member: member, tie: .parenthesis))
  }

  /// The opening parenthesis that encloses a word, if it stands in the same sentence. O(1).
  func openParenthesis(before word: Int) -> Int? {
    openParentheses[word] < 0 ? nil : Int(openParentheses[word])
  }

  /// For each word of a document the opening parenthesis that encloses it, at most 40 words before it, or -1.
  static func openParentheses(in document: AnalyzedDocument) -> [Int32] {
    var result = [Int32](repeating: -1, count: document.words.count)
    var text = document.document.text
    text.withUTF8 { bytes in
      for sentence in document.sentences {
        var open: Int?
        for word in sentence.words {
          if let open, word - open <= 40 { result[word] = Int32(open) }
          guard document.words[word].range.count == 1 else { continue }
          switch bytes[Int(document.words[word].start)] {
          case UInt8(ascii: "("), UInt8(ascii: "["): open = word
          case UInt8(ascii: ")"), UInt8(ascii: "]"): open = nil
          default: continue
          }
        }
      }
    }
    return result
  }

  /// "nuts, seeds and other plant foods".
  private func membersByOther(_ mentions: [Int]) -> [GroupMember] {
    var result: [GroupMember] = []
    for group in mentions {
      let words = table.mentions[group].words
      let before = words.lowerBound - 1
      guard before >= 0, syntax.lemma(of: before) == "other" else { continue }
      let first = syntax.firstConjunct(of: table.mentions[group].head)
      for conjunct in syntax.conjuncts(of: first) where conjunct < before {
        let number = mentionAtHead[conjunct]
        guard number >= 0, Int(number) != group else { continue }
        if let pair = checked(GroupMember(group: group, member: Int(number), tie: .other)) { result.append(pair) }
      }
    }
    return result
  }

  /// Keeps pairs whose types allow `isA`.
  private func checked(_ pair: GroupMember) -> GroupMember? {
    let member = table.mentions[pair.member].entity
    let group = table.mentions[pair.group].entity
    guard member != group, let isA = schema.number(of: .isA),
      schema.allowed(subject: typeOf[member], object: typeOf[group]).contains(isA)
    else { return nil }
    return pair
  }
}
