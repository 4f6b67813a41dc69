import Linguistics
import Ontology

/// A document under mention recognition: its words with their classes and the lexicon's names in them.
struct DocumentView {
  let document: AnalyzedDocument
  let pass: LexiconPass
  let lexicon: Lexicon
  /// The class of each lemma.
  private let classes: [WordClass]

  init(_ document: AnalyzedDocument, ontology: Ontology, classes: WordClasses) {
    self.document = document
    lexicon = ontology.lexicon
    pass = LexiconPass(document, lexicon: ontology.lexicon)
    self.classes = classes.classes(of: document)
  }

  func word(_ index: Int) -> Word { document.words[index] }
  func upos(_ index: Int) -> UPOS { document.words[index].upos }
  func wordClass(_ index: Int) -> WordClass { classes[Int(document.words[index].lemma)] }

  /// Whether a word is a noun or could pass for one.
  func isNominal(_ index: Int) -> Bool {
    switch upos(index) {
    case .noun, .propn, .x: true
    default: false
    }
  }

  /// Whether no white space parts a word from the word before it.
  func isGlued(_ index: Int) -> Bool {
    index > 0 && document.words[index].start == document.words[index - 1].end
  }

  /// Whether a word is a hyphen or dash between two words that it joins.
  func isHyphen(_ index: Int, before end: Int) -> Bool {
    guard index + 1 < end, isGlued(index), isGlued(index + 1), upos(index) == .punct || upos(index) == .sym else {
      return false
    }
    let byte = pass.text[Int(word(index).start)]
    return byte == UInt8(ascii: "-") || byte == 0xe2
  }

  /// Whether a word joins or parts the members of a coordination.
  func isSeparator(_ index: Int) -> Bool {
    switch upos(index) {
    case .cconj: true
    case .punct, .sym:
      word(index).range.count == 1
        && (byte(index) == UInt8(ascii: ",") || byte(index) == UInt8(ascii: "&") || byte(index) == UInt8(ascii: "/")
          || byte(index) == UInt8(ascii: ";"))
    default: false
    }
  }

  /// The first byte of a word.
  func byte(_ index: Int) -> UInt8 { pass.text[Int(word(index).start)] }

  /// Whether a word has this form, whatever its case.
  func reads(_ index: Int, _ form: StaticString) -> Bool {
    let range = word(index).range
    guard range.count == form.utf8CodeUnitCount else { return false }
    return form.withUTF8Buffer { buffer in
      for offset in 0..<buffer.count where pass.text[range.lowerBound + offset] | 0x20 != buffer[offset] {
        return false
      }
      return true
    }
  }

  /// Whether the document names a vitamin by its letter, so that lone letters may be vitamins too.
  var namesVitaminsByLetter: Bool {
    let vitamin = lexicon.atoms(in: Array("vitamin".utf8), range: 0..<7).first?.word
    for index in pass.atoms.indices.dropLast() where pass.atoms[index].word == vitamin {
      if pass.atoms[index + 1].end - pass.atoms[index + 1].start == 1 { return true }
    }
    return false
  }

  /// The text of a range of words as it stands.
  func surface(_ words: Range<Int>) -> String {
    let (start, end) = (Int(word(words.lowerBound).start), Int(word(words.upperBound - 1).end))
    return String(decoding: pass.text[start..<end], as: UTF8.self)
  }
}
