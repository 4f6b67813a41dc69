import Linguistics

/// A paragraph of a treebank as raw text, with where its tokens lie and which of them end a sentence.
struct GoldParagraph {
  private(set) var bytes: [UInt8] = []
  private(set) var tokens: [Range<Int>] = []
  private(set) var endsSentence: [Bool] = []

  /// Joins the sentences from each `# newpar` or `# newdoc` to the next.
  static func paragraphs(of sentences: [CoNLLUSentence]) -> [GoldParagraph] {
    var paragraphs: [GoldParagraph] = []
    for sentence in sentences {
      let starts = sentence.comments.contains { $0.hasPrefix("# newpar") || $0.hasPrefix("# newdoc") }
      if starts || paragraphs.isEmpty { paragraphs.append(GoldParagraph()) }
      paragraphs[paragraphs.count - 1].append(sentence)
    }
    return paragraphs
  }

  private mutating func append(_ sentence: CoNLLUSentence) {
    var multiword = sentence.multiwordTokens[...]
    var word = 0
    while word < sentence.words.count {
      if let token = multiword.first, token.words.lowerBound == word {
        append(token: token.form, misc: token.misc)
        word = token.words.upperBound
        multiword.removeFirst()
      } else {
        append(token: sentence.words[word].form, misc: sentence.words[word].misc)
        word += 1
      }
    }
    endsSentence[endsSentence.count - 1] = true
  }

  private mutating func append(token: String, misc: String) {
    let start = bytes.count
    bytes.append(contentsOf: token.utf8)
    tokens.append(start..<bytes.count)
    endsSentence.append(false)
    if !misc.contains("SpaceAfter=No") { bytes.append(0x20) }
  }
}
