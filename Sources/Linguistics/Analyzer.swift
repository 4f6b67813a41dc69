public import Documents

/// Splits a document into sentences and words and finds tags, lemmas and dependency trees.
///
/// Pure and safe to share between threads: the same document gives the same analysis.
public struct Analyzer: Sendable {
  let model: LinguisticModel

  /// Loads the bundled model.
  ///
  /// - Throws: ``ModelError`` if a file of the model is missing or damaged.
  public init() throws {
    model = try LinguisticModel()
  }

  /// Analyses all blocks; the end of a block always ends a sentence.
  ///
  /// O(length of the text).
  public func analyze(_ document: Document) -> AnalyzedDocument {
    var text = document.text
    return text.withUTF8 { bytes in
      var segmentation = Segmentation()
      for (index, block) in document.blocks.enumerated() {
        segmentation.append(block: index, range: block.range.clamped(to: 0..<bytes.count), of: bytes, by: model)
      }
      return analyze(document, bytes, segmentation)
    }
  }

  private func analyze(
    _ document: Document, _ bytes: UnsafeBufferPointer<UInt8>, _ segmentation: Segmentation
  ) -> AnalyzedDocument {
    let ranges = segmentation.words
    let analysis = model.network.analyze(
      rows: model.network.features.rows(of: bytes, words: ranges), sentences: segmentation.sentences.map(\.words))
    var lemmas = LemmaInterner(lemmatizer: model.lemmatizer)
    var words: [Word] = []
    words.reserveCapacity(ranges.count)
    for sentence in segmentation.sentences {
      for index in sentence.words {
        let head = analysis.heads[index]
        let (upos, xpos) = (analysis.upos[index], analysis.xpos[index])
        words.append(
          Word(
            start: Int32(ranges[index].lowerBound), end: Int32(ranges[index].upperBound),
            lemma: lemmas.lemma(of: UnsafeBufferPointer(rebasing: bytes[ranges[index]]), upos: upos, xpos: xpos),
            head: head < 0 ? -1 : head + Int32(sentence.words.lowerBound), relation: analysis.relations[index],
            upos: upos, xpos: xpos, continuesToken: segmentation.continuesToken[index]))
      }
    }
    return AnalyzedDocument(
      document: document, sentences: segmentation.sentences, words: words, lemmas: lemmas.lemmas)
  }
}
