import Linguistics
import Ontology

/// Coordinations whose members share a head or a modifier.
extension SentenceReader {
  /// "bone and muscle health", "heart, kidney and liver disease", "green and red peppers": the last member's head
  /// belongs to those before it.
  mutating func shareHeads() {
    for last in chunks.indices.reversed() {
      guard isCoordinated(last), let shared = readings[last], chunks[last].words.count > 1 else { continue }
      var index = last - 1
      while index >= 0, isCoordinated(index + 1) {
        guard let reading = readingWithHead(of: last, for: index, shared: shared) else { break }
        add(reading, words: chunks[index].words, head: chunks[last].head)
        isTaken[index] = true
        index -= 1
      }
    }
  }

  /// What a member names with the head of the last one, where it is likely to share it.
  private func readingWithHead(of last: Int, for index: Int, shared: Reading) -> Reading? {
    let member = chunks[index]
    let words = chunks[last].words
    guard !isTaken[index], view.word(member.head).xpos != .pluralNoun || member.isModifierOnly else { return nil }
    let head = headWords(of: words)
    guard head.lowerBound > words.lowerBound else { return nil }
    let name = surface(member) + " " + reader.naming.name(of: head)
    let type = shared.term.type
    if let aspect = shared.aspect, let base = readings[index], base.aspect == nil, base.term.type == shared.base?.type {
      return reader.aspect(aspect, of: base, head: chunks[last].head)
    }
    let known = reader.term(named: name, type: type)
    if known.entry != nil { return readings[index]?.term == known ? nil : Reading(known) }
    if member.isModifierOnly { return Reading(known) }
    // "kale, broccoli, turnip greens": what is a name of the kind already needs no head.
    if let own = readings[index], own.term.entry != nil, own.term.type == type { return nil }
    // Without an entry only like goes with like: "muscle and nerve function", never "growth and immune function".
    guard member.words.count == 1, let modifier = reader.read(words.lowerBound..<head.lowerBound),
      PhraseReader.isSubstance(modifier.term.type) || modifier.term.type == .anatomy,
      readings[index]?.term.type == modifier.term.type, view.wordClass(chunks[last].head).headType == type,
      !view.wordClass(chunks[last].head).standsAlone
    else { return nil }
    return Reading(known)
  }

  /// The part of a phrase that its coordinated modifiers share: the head, or the name of the lexicon that ends it.
  private func headWords(of words: Range<Int>) -> Range<Int> {
    let head = words.upperBound - 1
    if view.wordClass(head).headType != nil { return head..<words.upperBound }
    for start in words.dropFirst() {
      if view.pass.hit(covering: start..<words.upperBound) != nil { return start..<words.upperBound }
    }
    return head..<words.upperBound
  }

  private func surface(_ chunk: Chunk) -> String {
    let words = reader.naming(chunk.words)
    return words.map { reader.naming.cased($0) }.joined(separator: " ")
  }

  /// "fortified milk and cereal", "calcium absorption and excretion": the first member's modifier belongs to the next.
  mutating func shareModifiers() {
    for index in chunks.indices.dropFirst() where isCoordinated(index) && !isTaken[index] && !isTaken[index - 1] {
      let (first, next) = (chunks[index - 1], chunks[index])
      guard first.words.count > 1, next.words.count == 1 else { continue }
      let modifier = first.words.lowerBound..<first.words.upperBound - 1
      let name = reader.naming.name(of: modifier) + " " + reader.naming.singular(next.head)
      if modifier.count == 1, view.wordClass(modifier.lowerBound).isShared, let type = readings[index]?.term.type {
        let term = reader.term(named: name, type: type)
        if term.entry != nil { take(index, as: Reading(term)) }
      } else if readings[index] == nil, let type = view.wordClass(next.head).headType,
        type == view.wordClass(first.head).headType, readings[index - 1] != nil
      {
        take(index, as: Reading(reader.term(named: name, type: type)))
      }
    }
  }

  private mutating func take(_ index: Int, as reading: Reading) {
    add(reading, words: chunks[index].words, head: chunks[index].head)
    readings[index] = reading
    isTaken[index] = true
  }
}
