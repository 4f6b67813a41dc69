import Linguistics
import Ontology

/// A stretch of words that reads as a name of the lexicon.
struct LexiconHit: Hashable {
  var words: Range<Int>
  var match: Lexicon.Match
}

/// The atoms of a document and, for each word, the lexicon names that start at it.
///
/// Names are found by atoms, not by tokens, so that it does not matter where the tokenizer parts a hyphenated word.
struct LexiconPass {
  let text: [UInt8]
  private(set) var atoms: [Atom] = []
  /// For each word the index of its first atom, with one more element for the end.
  private(set) var firstAtom: [Int] = []
  /// For each atom the word that it lies in.
  private(set) var wordOfAtom: [Int] = []
  private let lexicon: Lexicon

  /// O(length of the text).
  init(_ document: AnalyzedDocument, lexicon: Lexicon) {
    self.lexicon = lexicon
    text = Array(document.document.text.utf8)
    atoms.reserveCapacity(document.words.count)
    firstAtom.reserveCapacity(document.words.count + 1)
    for sentence in document.sentences {
      lexicon.appendAtoms(in: text, range: sentence.range, to: &atoms)
      assignAtoms(to: sentence, in: document)
    }
    firstAtom.append(atoms.count)
  }

  /// The longest name that starts at a word, ends with a word inside a range and passes a test.
  func longestHit(at word: Int, before end: Int, where accepts: (LexiconHit) -> Bool) -> LexiconHit? {
    let start = firstAtom[word]
    // Most words begin no name at all.
    guard start < firstAtom[word + 1], atoms[start].word >= 0 else { return nil }
    var longest: LexiconHit?
    lexicon.forEachMatch(at: start, in: atoms, before: firstAtom[end], of: text) { match in
      let last = wordOfAtom[match.atoms.upperBound - 1]
      // A name ends where a word does: "potassium-rich" holds no lone "potassium" where the tokenizer kept it whole.
      guard match.atoms.upperBound == firstAtom[last + 1] else { return }
      let hit = LexiconHit(words: word..<last + 1, match: match)
      if accepts(hit) { longest = hit }
    }
    return longest
  }

  /// The name that covers exactly these words.
  func hit(covering words: Range<Int>) -> LexiconHit? {
    longestHit(at: words.lowerBound, before: words.upperBound) { $0.words == words }
  }

  /// All entries that a hit may mean.
  func meanings(of hit: LexiconHit) -> [Int] { lexicon.meanings(of: hit.match, in: atoms, of: text) }

  private mutating func assignAtoms(to sentence: Sentence, in document: AnalyzedDocument) {
    var next = wordOfAtom.count
    for word in sentence.words {
      firstAtom.append(next)
      let end = word + 1 < sentence.words.upperBound ? document.words[word + 1].start : Int32.max
      while next < atoms.count, atoms[next].start < end {
        wordOfAtom.append(word)
        next += 1
      }
    }
  }
}
