/// Writes sentences as CoNLL-U.
public enum CoNLLUWriter {
  /// The text of some sentences, each followed by an empty line.
  public static func text(of sentences: [CoNLLUSentence]) -> String {
    var text = ""
    for sentence in sentences { write(sentence, to: &text) }
    return text
  }

  static func write(_ sentence: CoNLLUSentence, to text: inout String) {
    for comment in sentence.comments { text += comment + "\n" }
    var tokens = sentence.multiwordTokens[...]
    for (index, word) in sentence.words.enumerated() {
      if let token = tokens.first, token.words.lowerBound == index {
        let number = "\(token.words.lowerBound + 1)-\(token.words.upperBound)"
        text += "\(number)\t\(token.form)\t_\t_\t_\t_\t_\t_\t_\t\(token.misc)\n"
        tokens.removeFirst()
      }
      let head = word.head.map(String.init) ?? "_"
      text += "\(index + 1)\t\(word.form)\t\(word.lemma)\t\(word.upos)\t\(word.xpos)\t\(word.features)\t\(head)\t"
      text += "\(word.relation)\t_\t\(word.misc)\n"
    }
    text += "\n"
  }
}
