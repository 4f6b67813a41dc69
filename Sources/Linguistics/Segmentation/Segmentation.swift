/// The sentences and words of a document, as ranges of its bytes.
struct Segmentation {
  private(set) var sentences: [Sentence] = []
  private(set) var words: [Range<Int>] = []
  /// Whether a word is not the first of its token.
  private(set) var continuesToken: [Bool] = []
  private var tokens: [Range<Int>] = []
  private let clitics = CliticSplitter()

  /// Appends the sentences of one block.
  mutating func append(
    block: Int, range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, by model: LinguisticModel
  ) {
    tokens.removeAll(keepingCapacity: true)
    model.tokenizer.tokens(of: bytes, in: range, into: &tokens)
    for sentence in model.splitter.sentences(of: bytes, tokens: tokens[...]) {
      let first = words.count
      for token in tokens[sentence] {
        let start = words.count
        clitics.words(of: token, in: bytes, into: &words)
        for index in start..<words.count { continuesToken.append(index > start) }
      }
      let span = tokens[sentence.lowerBound].lowerBound..<tokens[sentence.upperBound - 1].upperBound
      sentences.append(Sentence(block: block, words: first..<words.count, range: span))
    }
  }
}
