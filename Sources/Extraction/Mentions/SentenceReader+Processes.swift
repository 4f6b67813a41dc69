import Linguistics
import Ontology

/// Processes that a verb names with its object or subject: "to absorb calcium", "helps blood clot".
extension SentenceReader {
  mutating func readProcessVerbs() {
    for word in sentence where isVerb(word) {
      let own = view.wordClass(word)
      let tag = view.word(word).xpos
      if tag == .past || tag == .participle || isFiniteMain(word) && !isHarm(own) { continue }
      if let object = object(of: word) {
        guard let process = objectProcess(of: word, own: own) else { continue }
        for member in group(from: object) where !isTaken[member] {
          guard let reading = self.process(process, of: member) else { break }
          add(reading, words: word..<chunks[member].words.upperBound, head: word)
        }
      } else if tag == .baseVerb {
        readIntransitive(word, own: own)
      }
    }
  }

  /// Whether a verb does its object an ill, whoever does it: "salt damages the arteries".
  private func isHarm(_ own: WordClass) -> Bool {
    own.objectProcess.map { view.classes($0).headType == .disorder } ?? false
  }

  /// Whether a verb is the finite verb of a clause with a subject of its own kind: "the pancreas produces insulin" says
  /// who produces, "cells, which carry oxygen" what they are for.
  private func isFiniteMain(_ word: Int) -> Bool {
    let value = view.word(word)
    guard value.upos == .verb, value.xpos != .baseVerb, value.xpos != .gerund else { return false }
    return value.relation != .relcl
  }

  /// Whether a word is a verb, or tagged as a noun but left out of every chunk: the "building" of "building bones".
  private func isVerb(_ word: Int) -> Bool {
    if view.upos(word) == .verb || view.wordClass(word).isOnlyVerb { return true }
    return view.upos(word) == .noun && view.wordClass(word).objectProcess != nil && view.endsInIng(word)
      && !chunks.contains { $0.full.contains(word) }
  }

  private mutating func readIntransitive(_ word: Int, own: WordClass) {
    if let process = own.subjectProcess, let subject = subject(of: word),
      let reading = self.process(process, of: subject)
    {
      add(reading, words: chunks[subject].words.lowerBound..<word + 1, head: word)
      // "helps muscles and blood vessels contract": all of a coordination do.
      var member = subject
      while isCoordinated(member), !isTaken[member - 1], let reading = self.process(process, of: member - 1) {
        member -= 1
        add(reading, words: chunks[member].words.lowerBound..<word + 1, head: word)
      }
    } else if let process = own.ownProcess {
      let type: EntityType = process == "death" ? .disorder : .physiology
      add(Reading(reader.term(named: process, type: type)), words: word..<word + 1, head: word)
    }
  }

  /// The process that a verb makes of its object, with its particle: "breaks down".
  private func objectProcess(of word: Int, own: WordClass) -> String? {
    guard word + 1 < sentence.upperBound, view.reads(word + 1, "down") else { return own.objectProcess }
    return view.phrasalProcess(of: word)
  }

  /// The chunk that follows a verb, over its particle.
  private func object(of word: Int) -> Int? {
    let hasParticle = word + 1 < sentence.upperBound && view.reads(word + 1, "down")
    return chunk(after: hasParticle ? word + 1 : word)
  }

  private func process(_ process: String, of chunk: Int) -> Reading? {
    guard let reading = readings[chunk], reading.aspect == nil else { return nil }
    switch reading.term.type {
    case .anatomy, .nutrient, .compound, .protein, .disorder: break
    case .physiology where process == "production": break
    case .food where process == "digestion" || process == "avoidance": break
    default: return nil
    }
    if process == "absorption" { return reader.aspect(.absorption, of: reading, head: nil) }
    let type = process == "avoidance" ? .activity : view.classes(process).headType ?? .physiology
    return Reading(reader.term(named: "\(reading.term.name) \(process)", type: type))
  }

  /// The chunk right before a verb, or before its "to".
  private func subject(of verb: Int) -> Int? {
    var end = verb
    if end > sentence.lowerBound, view.reads(end - 1, "to") { end -= 1 }
    return chunks.firstIndex { $0.words.upperBound == end && !$0.isModifierOnly }
  }
}
