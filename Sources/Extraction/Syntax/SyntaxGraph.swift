internal import Linguistics

/// The dependency trees of a document with children at hand: for each word its dependents in text order.
///
/// Children lie in one flat array; building it is O(words).
struct SyntaxGraph: Sendable {
  let document: AnalyzedDocument
  private let childStart: [Int32]
  private let childList: [Int32]
  /// The sentence of each word.
  let sentenceOf: [Int32]

  init(_ document: AnalyzedDocument) {
    self.document = document
    let words = document.words
    var counts = [Int32](repeating: 0, count: words.count + 1)
    for word in words where word.head >= 0 { counts[Int(word.head) + 1] += 1 }
    for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
    childStart = counts
    var next = counts
    var list = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    for (index, word) in words.enumerated() where word.head >= 0 {
      list[Int(next[Int(word.head)])] = Int32(index)
      next[Int(word.head)] += 1
    }
    childList = list
    var sentences = [Int32](repeating: 0, count: words.count)
    for (number, sentence) in document.sentences.enumerated() {
      for word in sentence.words { sentences[word] = Int32(number) }
    }
    sentenceOf = sentences
  }

  func children(of word: Int) -> ArraySlice<Int32> {
    childList[Int(childStart[word])..<Int(childStart[word + 1])]
  }

  func relation(of word: Int) -> DependencyRelation { document.words[word].relation }
  func upos(of word: Int) -> UPOS { document.words[word].upos }
  func head(of word: Int) -> Int { Int(document.words[word].head) }
  func lemma(of word: Int) -> String { document.lemma(of: word) }
  func sentence(of word: Int) -> Sentence { document.sentences[Int(sentenceOf[word])] }

  /// The first word of a sentence that hangs on no other.
  func root(of sentence: Sentence) -> Int {
    sentence.words.first { head(of: $0) < 0 } ?? sentence.words.lowerBound
  }

  /// A word's step on a path: its relation, for a noun phrase with its preposition, "nmod:of".
  func step(of word: Int) -> String {
    let relation = relation(of: word)
    if let marker = caseLemma(of: word), relation.universal == .nmod || relation.universal == .obl {
      return relation.universal.name + ":" + marker
    }
    return relation.name
  }

  /// The first dependent with a relation, subtypes told apart.
  func child(of word: Int, _ relation: DependencyRelation) -> Int? {
    for child in children(of: word) where document.words[Int(child)].relation == relation { return Int(child) }
    return nil
  }

  func hasChild(of word: Int, _ relation: DependencyRelation) -> Bool { child(of: word, relation) != nil }

  /// The lemma of the preposition that marks a noun phrase ("of", "in", "because of"), or nil.
  func caseLemma(of word: Int) -> String? {
    guard let marker = child(of: word, .case) else { return nil }
    return lemma(of: marker)
  }

  /// A word and the words coordinated with it ("A, B and C"), in text order. Bounded by the sentence.
  func conjuncts(of word: Int) -> [Int] {
    var result = [word]
    var next = 0
    while next < result.count {
      for child in children(of: result[next]) where document.words[Int(child)].relation == .conj {
        result.append(Int(child))
      }
      next += 1
    }
    return result
  }

  /// The first word of the coordination that a word is in.
  func firstConjunct(of word: Int) -> Int {
    var current = word
    while document.words[current].relation == .conj, head(of: current) >= 0 { current = head(of: current) }
    return current
  }

  /// Whether a word is the other or lies below it in the tree. O(depth).
  func isBelow(_ word: Int, _ ancestor: Int) -> Bool {
    var current = word
    while current >= 0 {
      if current == ancestor { return true }
      current = head(of: current)
    }
    return false
  }
}
