import Linguistics
import Ontology

/// Groups of people: "people with diabetes", "adults over 50", "those on a vegan diet".
extension SentenceReader {
  mutating func readPeople() {
    for index in chunks.indices where !isTaken[index] && !chunks[index].isModifierOnly {
      let chunk = chunks[index]
      let own = view.wordClass(chunk.head)
      guard own.isPeople || readings[index]?.term.type == .population else { continue }
      let name = own.isPeople && chunk.words.count == 1 ? "person" : reader.naming.name(of: reader.naming(chunk.words))
      readQualified(from: chunk.words, head: chunk.head, name: name, chunk: index)
    }
    if sentence.count > 2, candidates.isEmpty, ageEnd(from: sentence.lowerBound) == sentence.upperBound,
      isUnit(sentence.upperBound - 1)
    {
      // A cell or an item that is nothing but an age names the people of that age.
      let term = reader.term(named: view.surface(sentence), type: .population)
      add(Reading(term), words: sentence, head: sentence.upperBound - 1)
    }
    for word in sentence where view.upos(word) == .pron && view.wordClass(word).isPeople {
      readQualified(from: word..<word + 1, head: word, name: "person", chunk: nil)
    }
  }

  private mutating func readQualified(from words: Range<Int>, head: Int, name: String, chunk: Int?) {
    let next = words.upperBound
    guard next < sentence.upperBound else { return }
    if let end = ageEnd(from: next) {
      let text = (next..<end).map { reader.naming.cased($0) }.joined(separator: " ")
      let term = reader.term(named: "\(name) \(text)", type: .population)
      // The scale of names knows the group by its bare word too.
      add(Reading(term, alias: name), words: words.lowerBound..<end, head: head)
      if let chunk { isTaken[chunk] = true }
      return
    }
    guard view.reads(next, "with") || view.reads(next, "on"), let complement = self.chunk(after: next) else { return }
    for member in group(from: complement) {
      guard let reading = readings[member], Self.setsApart(reading) else { break }
      let term = reader.term(named: "\(name) \(view.surface(next..<next + 1)) \(reading.term.name)", type: .population)
      add(Reading(term), words: words.lowerBound..<chunks[member].words.upperBound, head: head)
      if let chunk { isTaken[chunk] = true }
    }
  }

  /// Whether "people with" or "on" something are a group: with a condition, on a diet or a drug.
  private static func setsApart(_ reading: Reading) -> Bool {
    let type = reading.term.type
    return type == .disorder || type == .physiology || type == .anatomy || type == .activity || type == .medication
  }

  /// The end of an age after a word for people: "over 50", "aged 19 to 50 years", "under the age of 5".
  private func ageEnd(from start: Int) -> Int? {
    var next = start
    var hasNumber = false
    while next < sentence.upperBound, next - start < 9 {
      if view.upos(next) == .num {
        hasNumber = true
      } else if !isAgeWord(next) {
        break
      }
      next += 1
    }
    while next > start, view.upos(next - 1) != .num, !isUnit(next - 1), !view.reads(next - 1, "older") { next -= 1 }
    return hasNumber && next > start + 1 && !view.isSeparator(start) ? next : nil
  }

  private func isAgeWord(_ word: Int) -> Bool {
    for form: StaticString in [
      "over", "under", "aged", "ages", "age", "older", "younger", "than", "above", "below", "the", "birth",
    ]
    where view.reads(word, form) { return true }
    for form: StaticString in ["of", "to", "and", "between", "from", "or", "through"] where view.reads(word, form) {
      return true
    }
    return isUnit(word) || view.isHyphen(word, before: sentence.upperBound)
  }

  private func isUnit(_ word: Int) -> Bool {
    view.reads(word, "years") || view.reads(word, "months") || view.reads(word, "year") || view.reads(word, "old")
  }
}
