import Linguistics
import Ontology

/// Phrases with a complement: "absorption of calcium", "lack of iron", "pain in the joints", "levels of X in the blood".
extension SentenceReader {
  mutating func readComplements() {
    for index in chunks.indices.reversed() where !isTaken[index] && !chunks[index].isModifierOnly {
      readComplement(of: index)
    }
  }

  private mutating func readComplement(of index: Int) {
    let chunk = chunks[index]
    let preposition = chunk.words.upperBound
    guard preposition < sentence.upperBound, view.upos(preposition) == .adp else { return }
    guard let complement = self.chunk(after: preposition), complement > index else { return }
    var found = false
    for member in group(from: complement) {
      // The complement's own reading stays a mention inside the phrase.
      guard let reading = reading(of: chunk, preposition: preposition, complement: member) else { break }
      // Members after the first share the preposition only where they are of one kind.
      if member > complement, readings[member]?.term.type != readings[complement]?.term.type { break }
      let end = extent(of: reading, from: chunks[member].words.upperBound)
      add(reading, words: reader.naming(chunk.words).lowerBound..<end, head: chunk.head)
      found = true
    }
    if found { isTaken[index] = true }
  }

  private func reading(of chunk: Chunk, preposition: Int, complement: Int) -> Reading? {
    let words = reader.naming(chunk.words)
    let own = view.wordClass(chunk.head)
    let isOf = view.reads(preposition, "of")
    guard isOf || view.reads(preposition, "in") || view.reads(preposition, "to") || view.reads(preposition, "on") else {
      return nil
    }
    let base = readings[complement]
    if let aspect = own.aspect, isOf || aspect == .deficiency, let base,
      PhraseReader.isSubstance((base.base ?? base.term).type)
    {
      return self.aspect(aspect, of: base, chunk: chunk)
    }
    if own.isPartitive, isOf, let base { return base }
    guard words.count == 1, let type = own.headType, Self.takesComplement(type) else { return nil }
    if !isOf {
      guard type == .disorder, base?.term.type == .anatomy else { return nil }
    }
    guard let inner = base?.term.name ?? bareName(complement) else { return nil }
    // "damage of the kidney" is kidney damage; "disease of the kidney, heart" is read member by member.
    return Reading(reader.term(named: "\(inner) \(reader.naming.singular(chunk.head))", type: type))
  }

  private static func takesComplement(_ type: EntityType) -> Bool {
    type == .physiology || type == .disorder || type == .anatomy || type == .supplement
  }

  /// "low levels of iron" is a lack, "high doses of iron" an excess.
  private func aspect(_ aspect: Mention.Aspect, of base: Reading, chunk: Chunk) -> Reading {
    let first = view.wordClass(chunk.full.lowerBound).modifierAspect
    let inner = Reading(base.base ?? base.term)
    if chunk.full.count > 1, aspect == .level || aspect == .intake, first == .deficiency || first == .excess {
      return reader.aspect(first ?? aspect, of: inner, head: nil)
    }
    return reader.aspect(aspect, of: inner, head: chunk.head)
  }

  /// The name of a short complement that has no type: "accumulation of debris".
  private func bareName(_ complement: Int) -> String? {
    let words = reader.naming(chunks[complement].words)
    guard words.count <= 2, view.upos(words.upperBound - 1) == .noun, !view.wordClass(words.upperBound - 1).isVague
    else {
      return nil
    }
    return reader.naming.name(of: words)
  }

  /// Where a phrase about a level ends: it takes "in the blood" along.
  private func extent(of reading: Reading, from end: Int) -> Int {
    guard reading.aspect == .level, end < sentence.upperBound, view.reads(end, "in"), let place = chunk(after: end),
      view.reads(chunks[place].head, "blood") || view.reads(chunks[place].head, "bloodstream")
    else { return end }
    return chunks[place].words.upperBound
  }
}
