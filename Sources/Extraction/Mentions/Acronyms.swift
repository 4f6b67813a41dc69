import Linguistics

/// The acronyms that a document defines: "docosapentaenoic acid (DPA)".
struct Acronyms {
  /// The words of each acronym's long form, by the acronym as written.
  private(set) var longForms: [String: Range<Int>] = [:]

  /// Finds the definitions. O(number of words).
  init(_ view: DocumentView) {
    for sentence in view.document.sentences where sentence.words.count > 3 {
      for word in sentence.words.dropFirst(2).dropLast() where isEnclosed(word, in: view) {
        let form = view.surface(word..<word + 1)
        if longForms[form] == nil, let words = longForm(of: Array(form.utf8), before: word - 1, in: sentence, view) {
          longForms[form] = words
        }
      }
    }
  }

  /// Whether a word of capitals stands alone in parentheses.
  private func isEnclosed(_ word: Int, in view: DocumentView) -> Bool {
    guard view.byte(word - 1) == UInt8(ascii: "("), view.byte(word + 1) == UInt8(ascii: ")") else { return false }
    let range = view.word(word).range
    guard 2...6 ~= range.count else { return false }
    return view.pass.text[range].allSatisfy { 0x41...0x5a ~= $0 }
  }

  /// The words before a parenthesis whose initials make the acronym.
  private func longForm(of acronym: [UInt8], before end: Int, in sentence: Sentence, _ view: DocumentView) -> Range<
    Int
  >? {
    var start = end
    for letter in acronym.reversed() {
      start -= 1
      while start > sentence.words.lowerBound, view.upos(start) == .punct { start -= 1 }
      guard start >= sentence.words.lowerBound, view.byte(start) | 0x20 == letter | 0x20 else { return nil }
    }
    return start..<end
  }
}
