/// The seventeen universal parts of speech of UD, in alphabetical order.
///
/// Reference: <https://universaldependencies.org/u/pos/>
public enum UPOS: UInt8, Sendable, Hashable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x

  /// The tag as CoNLL-U writes it.
  public var name: String { Self.names[Int(rawValue)] }

  private static let names = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
  ]

  public init?(name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}
