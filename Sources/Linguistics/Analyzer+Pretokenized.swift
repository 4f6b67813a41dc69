extension Analyzer {
  /// Tags, lemmatises and parses sentences whose words are given.
  ///
  /// Forms, multi-word tokens, comments and the last column stay; the columns between are replaced, features by `_`.
  public func annotate(_ sentences: [CoNLLUSentence]) -> [CoNLLUSentence] {
    var rows = [Int32](repeating: -1, count: sentences.reduce(0) { $0 + $1.words.count } * WordFeatures.count)
    var ranges: [Range<Int>] = []
    var word = 0
    for sentence in sentences {
      ranges.append(word..<word + sentence.words.count)
      for row in sentence.words {
        var form = row.form
        form.withUTF8 { form in
          rows.withUnsafeMutableBufferPointer {
            model.network.features.rows(of: form, into: $0.baseAddress! + word * WordFeatures.count)
          }
        }
        word += 1
      }
    }
    let analysis = model.network.analyze(rows: rows, sentences: ranges.filter { !$0.isEmpty })
    return zip(sentences, ranges).map { sentence, range in
      var sentence = sentence
      for (index, word) in range.enumerated() {
        let (upos, xpos) = (analysis.upos[word], analysis.xpos[word])
        sentence.words[index].lemma = model.lemmatizer.lemma(of: sentence.words[index].form, upos: upos, xpos: xpos)
        sentence.words[index].upos = upos.name
        sentence.words[index].xpos = xpos.name
        sentence.words[index].features = "_"
        sentence.words[index].head = Int(analysis.heads[word]) + 1
        sentence.words[index].relation = analysis.relations[word].name
      }
      return sentence
    }
  }
}
