extension AnalyzedDocument {
  /// The sentences as CoNLL-U has them, with `# newpar` at the start of each block and `# text`.
  ///
  /// O(length of the text).
  public func conlluSentences() -> [CoNLLUSentence] {
    var text = document.text
    return text.withUTF8 { bytes in
      sentences.indices.map { sentence($0, bytes) }
    }
  }

  private func sentence(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> CoNLLUSentence {
    let sentence = sentences[index]
    var result = CoNLLUSentence()
    if index == 0 { result.comments.append("# newdoc") }
    if index == 0 || sentences[index - 1].block != sentence.block { result.comments.append("# newpar") }
    result.comments.append("# sent_id = \(index + 1)")
    let line = bytes[sentence.range].map { $0 < 0x20 ? 0x20 : $0 }
    result.comments.append("# text = " + String(decoding: line, as: UTF8.self))
    let first = sentence.words.lowerBound
    for number in sentence.words {
      let word = words[number]
      var row = CoNLLUSentence.Row(form: String(decoding: bytes[word.range], as: UTF8.self))
      row.lemma = lemma(of: number)
      (row.upos, row.xpos, row.relation) = (word.upos.name, word.xpos.name, word.relation.name)
      row.head = word.head < 0 ? 0 : Int(word.head) - first + 1
      result.words.append(row)
    }
    addTokens(of: index, to: &result, bytes)
    return result
  }

  /// Ranges of multi-word tokens, and where no space follows a token.
  private func addTokens(of index: Int, to result: inout CoNLLUSentence, _ bytes: UnsafeBufferPointer<UInt8>) {
    let range = sentences[index].words
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound && words[end].continuesToken { end += 1 }
      let place = start - range.lowerBound..<end - range.lowerBound
      // What follows the last token of a sentence is the next sentence of its block, if there is one.
      let isLast = end == range.upperBound
      let continues = !isLast || (index + 1 < sentences.count && sentences[index + 1].block == sentences[index].block)
      let misc = continues && words[end].start == words[end - 1].end ? "SpaceAfter=No" : "_"
      if place.count > 1 {
        let form = String(decoding: bytes[Int(words[start].start)..<Int(words[end - 1].end)], as: UTF8.self)
        var token = CoNLLUSentence.MultiwordToken(words: place, form: form)
        token.misc = misc
        result.multiwordTokens.append(token)
      } else {
        result.words[place.lowerBound].misc = misc
      }
      start = end
    }
  }
}
