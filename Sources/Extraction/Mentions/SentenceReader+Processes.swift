import Linguistics
import Ontology

/// Processes that a verb names with its object or subject: "to absorb calcium", "helps blood clot".
extension SentenceReader {
  mutating func readProcessVerbs() {
    for word in sentence where view.upos(word) == .verb {
      let own = view.wordClass(word)
      let tag = view.word(word).xpos
      guard own.objectProcess != nil || own.subjectProcess != nil, tag == .baseVerb || tag == .gerund else { continue }
      if let process = own.objectProcess, let object = chunk(after: word) {
        for member in group(from: object) where !isTaken[member] {
          guard let reading = self.process(process, of: member) else { break }
          add(reading, words: word..<chunks[member].words.upperBound, head: word)
        }
      } else if let process = own.subjectProcess, tag == .baseVerb, let subject = subject(of: word),
        let reading = self.process(process, of: subject)
      {
        add(reading, words: chunks[subject].words.lowerBound..<word + 1, head: word)
      }
    }
  }

  private func process(_ process: String, of chunk: Int) -> Reading? {
    guard let reading = readings[chunk], reading.aspect == nil else { return nil }
    switch reading.term.type {
    case .anatomy, .nutrient, .compound, .protein, .disorder: break
    case .physiology where process == "production": break
    case .food where process == "digestion": break
    default: return nil
    }
    return Reading(reader.term(named: "\(reading.term.name) \(process)", type: .physiology))
  }

  /// The chunk right before a verb, or before its "to".
  private func subject(of verb: Int) -> Int? {
    var end = verb
    if end > sentence.lowerBound, view.reads(end - 1, "to") { end -= 1 }
    return chunks.firstIndex { $0.words.upperBound == end && !$0.isModifierOnly }
  }
}
