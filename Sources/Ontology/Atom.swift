/// The unit that lexicon names and texts are compared in: a run of letters or a run of digits.
///
/// "Vitamin B-12", "vitamin B12" and "vitamin b 12" are the same three atoms: case, hyphens and spaces never matter.
public struct Atom: Sendable, Hashable {
  /// UTF-8 offsets into the text.
  public var start: Int32
  public var end: Int32
  /// The lexicon's number for the normalised word, ``unknown`` where no name of the lexicon has the word, or ``barrier``.
  public var word: Int32

  public init(start: Int32, end: Int32, word: Int32) {
    self.start = start
    self.end = end
    self.word = word
  }

  /// A word that no name of the lexicon has.
  public static let unknown: Int32 = -1
  /// Punctuation that no name runs across.
  public static let barrier: Int32 = -2
}
