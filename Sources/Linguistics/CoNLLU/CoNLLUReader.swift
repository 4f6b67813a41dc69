/// What keeps a text from being CoNLL-U, with the number of the line, counted from 1.
public struct CoNLLUError: Error, Sendable, Hashable, CustomStringConvertible {
  public var line: Int
  public var reason: String

  public var description: String { "line \(line) is not CoNLL-U: \(reason)" }
}

/// Reads CoNLL-U.
public enum CoNLLUReader {
  /// Reads all sentences of a text. Empty nodes ("8.1") are left out.
  ///
  /// - Throws: ``CoNLLUError`` at the first line that is neither a comment, a row of ten columns nor empty.
  public static func sentences(of text: String) throws(CoNLLUError) -> [CoNLLUSentence] {
    var sentences: [CoNLLUSentence] = []
    var sentence = CoNLLUSentence()
    func isEmpty() -> Bool { sentence.words.isEmpty }
    var number = 0
    for slice in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = slice.last == UInt8(ascii: "\r") ? slice.dropLast() : slice
      guard let first = line.first else {
        if !isEmpty() { sentences.append(sentence) }
        sentence = CoNLLUSentence()
        continue
      }
      if first == UInt8(ascii: "#") && isEmpty() {
        sentence.comments.append(String(Substring(line)))
      } else {
        try read(line, number, into: &sentence)
      }
    }
    if !isEmpty() { sentences.append(sentence) }
    return sentences
  }

  private static func read(
    _ line: Substring.UTF8View, _ number: Int, into sentence: inout CoNLLUSentence
  ) throws(CoNLLUError) {
    let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard columns.count == 10 else {
      throw CoNLLUError(line: number, reason: "a row has 10 columns parted by tabs, this one has \(columns.count).")
    }
    let next = sentence.words.count + 1
    if columns[0].contains(".") { return }
    if columns[0].contains("-") {
      let ends = columns[0].split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] == next, ends[1] > ends[0] else {
        throw CoNLLUError(line: number, reason: "the token range “\(columns[0])” does not begin at word \(next).")
      }
      var token = CoNLLUSentence.MultiwordToken(words: ends[0] - 1..<ends[1], form: columns[1])
      token.misc = columns[9]
      sentence.multiwordTokens.append(token)
      return
    }
    guard Int(columns[0]) == next else {
      throw CoNLLUError(line: number, reason: "the word number is “\(columns[0])” where \(next) is due.")
    }
    guard !columns[1].isEmpty else { throw CoNLLUError(line: number, reason: "the form is empty.") }
    var row = CoNLLUSentence.Row(form: columns[1])
    (row.lemma, row.upos, row.xpos, row.features) = (columns[2], columns[3], columns[4], columns[5])
    row.head = Int(columns[6])
    (row.relation, row.misc) = (columns[7], columns[9])
    sentence.words.append(row)
  }
}
