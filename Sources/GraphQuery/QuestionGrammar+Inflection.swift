extension QuestionGrammar {
  /// The words of the vocabulary that a word of a question is a form of, itself among them.
  ///
  /// Endings are taken off only where the rest is a word that the grammar names, so that "rickets" stays whole and
  /// "activated" gives "activate".
  func forms(of word: String) -> Set<String> {
    var forms: Set<String> = [word]
    if let base = irregular[word] { forms.insert(base) }
    for candidate in Self.stems(of: word) where vocabulary.contains(candidate) { forms.insert(candidate) }
    return forms
  }

  private static func stems(of word: String) -> [String] {
    var stems: [String] = []
    func add(without suffix: String, plus endings: [String]) {
      guard word.hasSuffix(suffix), word.utf8.count > suffix.utf8.count + 1 else { return }
      let stem = String(word.dropLast(suffix.count))
      stems += endings.map { stem + $0 }
      if let last = stem.last, stem.utf8.count > 2, stem.dropLast().last == last {
        stems.append(String(stem.dropLast()))
      }
    }
    add(without: "s", plus: [""])
    add(without: "es", plus: [""])
    add(without: "ies", plus: ["y"])
    add(without: "ed", plus: ["", "e"])
    add(without: "ied", plus: ["y"])
    add(without: "d", plus: [""])
    add(without: "ing", plus: ["", "e"])
    return stems.map { respelled($0) } + stems
  }

  /// British verbs in -ise.
  private static func respelled(_ word: String) -> String {
    word.hasSuffix("ise") ? word.dropLast(3) + "ize" : word
  }
}
