import Linguistics
import Ontology

/// A document under mention recognition: its words with their classes and the lexicon's names in them.
struct DocumentView {
  let document: AnalyzedDocument
  let pass: LexiconPass
  let lexicon: Lexicon
  /// The class of each word.
  private let classOfWord: [WordClass]
  /// The class of any word, in the document or not.
  let classes: WordClasses
  private var acronyms: [String: Reading] = [:]

  init(_ document: AnalyzedDocument, ontology: Ontology, classes: WordClasses) {
    self.document = document
    lexicon = ontology.lexicon
    pass = LexiconPass(document, lexicon: ontology.lexicon)
    self.classes = classes
    classOfWord = classes.classes(of: document, text: pass.text)
    // A long form is read without the acronyms: none defines another.
    let reader = PhraseReader(self)
    for (form, words) in Acronyms(self).longForms {
      guard let reading = reader.read(words) else { continue }
      acronyms[form] = Reading(reading.term, aspect: reading.aspect, base: reading.base, alias: form)
    }
  }

  /// What a single word stands for, where the document defines it as an acronym.
  func acronym(_ words: Range<Int>) -> Reading? {
    acronyms.isEmpty || words.count != 1 ? nil : acronyms[surface(words)]
  }

  func word(_ index: Int) -> Word { document.words[index] }
  func upos(_ index: Int) -> UPOS { document.words[index].upos }
  func wordClass(_ index: Int) -> WordClass { classOfWord[index] }

  /// The process that a verb with its particle makes of its object.
  func phrasalProcess(of verb: Int) -> String? {
    classes(document.lemma(of: verb) + " " + surface(verb + 1..<verb + 2)).objectProcess
  }

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
    guard index + 1 < end, isGlued(index), isGlued(index + 1), upos(index) == .punct || upos(index) == .sym,
      word(index - 1).xpos != .pluralNoun
    else { return false }
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

  /// Whether a word ends in "ing".
  func endsInIng(_ index: Int) -> Bool {
    let range = word(index).range
    return range.count > 4 && pass.text[range.suffix(3)].elementsEqual("ing".utf8)
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
