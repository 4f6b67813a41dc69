import Documents
import Linguistics

/// Prints the syntactic analysis of texts as CoNLL-U.
public struct SyntaxPrinter: Sendable {
  private let analyzer: Analyzer

  /// Loads the bundled model.
  public init() throws {
    analyzer = try Analyzer()
  }

  /// Splits, tags and parses raw text whose paragraphs are parted by empty lines.
  public func conllu(of text: String) -> [UInt8] {
    let document = Document(
      id: "", source: "", text: text,
      blocks: Self.paragraphs(of: text).map { Block(kind: .paragraph, range: $0) })
    return analyzer.analyze(document).conllu()
  }

  /// Tags and parses CoNLL-U, keeping its sentences and words.
  ///
  /// - Throws: `CoNLLUError` where the text is not CoNLL-U.
  public func conllu(ofPretokenized text: String) throws -> [UInt8] {
    Array(CoNLLUWriter.text(of: analyzer.annotate(try CoNLLUReader.sentences(of: text))).utf8)
  }

  /// UTF-8 ranges between lines that are empty but for white space.
  private static func paragraphs(of text: String) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start: Int?
    var position = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        if let first = start { paragraphs.append(first..<position) }
        start = nil
      } else if start == nil {
        start = position
      }
      position += line.count + 1
    }
    if let first = start { paragraphs.append(first..<text.utf8.count) }
    return paragraphs
  }
}
