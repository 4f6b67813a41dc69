import Linguistics

/// Amounts that make a lack or an excess: "not enough iron", "too little zinc", "too much salt".
extension SentenceReader {
  /// The reading of a chunk with what the words before it say about the amount.
  func quantified(_ reading: Reading?, in chunk: Chunk) -> Reading? {
    guard let reading, reading.aspect == nil, PhraseReader.isSubstance(reading.term.type),
      let aspect = quantity(before: reader.naming(chunk.words).lowerBound)
    else { return reading }
    return reader.aspect(aspect, of: reading, head: nil)
  }

  private func quantity(before word: Int) -> Mention.Aspect? {
    let last = word - 1
    guard last > sentence.lowerBound else { return nil }
    if view.reads(last - 1, "too") {
      if view.reads(last, "much") || view.reads(last, "many") { return .excess }
      if view.reads(last, "little") || view.reads(last, "few") { return .deficiency }
    }
    guard view.reads(last, "enough") || view.reads(last, "adequate") || view.reads(last, "sufficient") else {
      return nil
    }
    for before in max(sentence.lowerBound, last - 4)..<last {
      for form: StaticString in ["not", "n't", "without", "never", "lacking"] where view.reads(before, form) {
        return .deficiency
      }
    }
    return nil
  }
}
