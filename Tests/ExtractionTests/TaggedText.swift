import Documents
import Linguistics

/// Builds an analysed document from words with their tags, one sentence a line: "Vitamin/NOUN K/NOUN helps/VERB/help".
///
/// A word that begins with "~" stands directly after the word before it. Without a lemma the lower-case form is taken.
/// All words hang on the sentence's first word.
func analyzed(_ tagged: String) -> AnalyzedDocument {
  var (text, words, sentences, lemmas): (String, [Word], [Sentence], [String]) = ("", [], [], [])
  var blocks: [Block] = []
  for line in tagged.split(separator: "\n") {
    if !text.isEmpty { text += "\n" }
    let (start, first) = (text.utf8.count, words.count)
    for token in line.split(separator: " ") {
      let fields = token.split(separator: "/")
      let isGlued = fields[0].hasPrefix("~")
      let form = isGlued ? fields[0].dropFirst() : fields[0]
      if !isGlued, words.count > first { text += " " }
      let lemma = fields.count > 2 ? String(fields[2]) : form.lowercased()
      let index = lemmas.firstIndex(of: lemma) ?? lemmas.count
      if index == lemmas.count { lemmas.append(lemma) }
      words.append(
        Word(
          start: Int32(text.utf8.count), end: Int32(text.utf8.count + form.utf8.count), lemma: Int32(index),
          head: words.count == first ? -1 : Int32(first), relation: words.count == first ? .root : .dep,
          upos: UPOS(name: String(fields[1]))!, xpos: PennTag(rawValue: 0)))
      text += form
    }
    sentences.append(
      Sentence(block: blocks.count, words: first..<words.count, range: start..<text.utf8.count))
    blocks.append(Block(kind: .paragraph, range: start..<text.utf8.count))
  }
  let document = Document(id: "test", source: "test.txt", text: text, blocks: blocks)
  return AnalyzedDocument(document: document, sentences: sentences, words: words, lemmas: lemmas)
}
