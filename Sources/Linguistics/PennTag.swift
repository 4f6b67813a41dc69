/// A Penn Treebank part-of-speech tag as the English UD treebanks use it (their XPOS column), as a small integer.
public struct PennTag: RawRepresentable, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public var name: String { Self.names[Int(rawValue)] }

  public init?(name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// All tags in the order of their raw values; `_` stands for an unknown tag. New ones go to the end.
  public static let names = [
    "_", "''", "$", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN",
    "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
    "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``",
  ]

  /// The treebanks' tag of URLs and e-mail addresses.
  static let address = PennTag(name: "ADD")!

  /// Whether it tags proper nouns, and other words of names.
  package var isProper: Bool { name == "NNP" || name == "NNPS" }
}
