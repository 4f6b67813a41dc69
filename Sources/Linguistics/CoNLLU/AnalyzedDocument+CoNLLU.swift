extension AnalyzedDocument {
  /// The document as CoNLL-U in UTF-8, with `# newpar` at the start of each block, `# sent_id` and `# text`.
  ///
  /// O(length of the text).
  public func conllu() -> [UInt8] {
    var text = document.text
    return text.withUTF8 { bytes in
      var printer = ConlluPrinter(document: self, bytes: bytes)
      return printer.print()
    }
  }
}

/// Appends rows to a byte buffer; no string is built for a word.
private struct ConlluPrinter {
  let document: AnalyzedDocument
  let bytes: UnsafeBufferPointer<UInt8>
  private let upos = UPOS.allCases.map { Array($0.name.utf8) }
  private let xpos = PennTag.names.map { Array($0.utf8) }
  private let relations = DependencyRelation.names.map { Array($0.utf8) }
  private let lemmas: [[UInt8]]
  private var output: [UInt8] = []

  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")

  init(document: AnalyzedDocument, bytes: UnsafeBufferPointer<UInt8>) {
    self.document = document
    self.bytes = bytes
    lemmas = document.lemmas.map { Array($0.utf8) }
    output.reserveCapacity(bytes.count * 6)
  }

  mutating func print() -> [UInt8] {
    for index in document.sentences.indices { printSentence(index) }
    return output
  }

  private mutating func printSentence(_ index: Int) {
    let sentence = document.sentences[index]
    if index == 0 { output += "# newdoc\n".utf8 }
    if index == 0 || document.sentences[index - 1].block != sentence.block { output += "# newpar\n".utf8 }
    output += "# sent_id = ".utf8
    print(number: index + 1)
    output += "\n# text = ".utf8
    for byte in bytes[sentence.range] { output.append(byte < 0x20 ? 0x20 : byte) }
    output.append(Self.newline)
    var start = sentence.words.lowerBound
    while start < sentence.words.upperBound {
      var end = start + 1
      while end < sentence.words.upperBound && document.words[end].continuesToken { end += 1 }
      printToken(start..<end, of: sentence)
      start = end
    }
    output.append(Self.newline)
  }

  private mutating func printToken(_ token: Range<Int>, of sentence: Sentence) {
    let first = sentence.words.lowerBound
    let isJoined = isFollowedAtOnce(
      token.upperBound, block: sentence.block, isLast: token.upperBound == sentence.words.upperBound)
    if token.count > 1 {
      print(number: token.lowerBound - first + 1)
      output.append(UInt8(ascii: "-"))
      print(number: token.upperBound - first)
      output.append(Self.tab)
      output += bytes[Int(document.words[token.lowerBound].start)..<Int(document.words[token.upperBound - 1].end)]
      output += "\t_\t_\t_\t_\t_\t_\t_\t".utf8
      printMisc(isJoined)
    }
    for index in token {
      let word = document.words[index]
      print(number: index - first + 1)
      printColumn(bytes[word.range])
      printColumn(lemmas[Int(word.lemma)])
      printColumn(upos[Int(word.upos.rawValue)])
      printColumn(xpos[Int(word.xpos.rawValue)])
      output += "\t_\t".utf8
      print(number: word.head < 0 ? 0 : Int(word.head) - first + 1)
      printColumn(relations[Int(word.relation.rawValue)])
      output += "\t_\t".utf8
      printMisc(isJoined && token.count == 1)
    }
  }

  /// Whether no white space parts a token from the next one of its block.
  private func isFollowedAtOnce(_ next: Int, block: Int, isLast: Bool) -> Bool {
    guard next < document.words.count, document.words[next].start == document.words[next - 1].end else { return false }
    guard isLast else { return true }
    // The next word begins the next sentence; blocks may touch.
    let word = document.words[next]
    return document.document.blocks[block].range.contains(Int(word.start))
  }

  private mutating func printColumn(_ column: some Collection<UInt8>) {
    output.append(Self.tab)
    output.append(contentsOf: column)
  }

  private mutating func printMisc(_ isJoined: Bool) {
    if isJoined { output += "SpaceAfter=No".utf8 } else { output.append(UInt8(ascii: "_")) }
    output.append(Self.newline)
  }

  private mutating func print(number: Int) {
    if number >= 10 { print(number: number / 10) }
    output.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
