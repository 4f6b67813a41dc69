/// A run of words that can be a noun phrase without its determiner and without what follows its head.
struct Chunk: Hashable {
  /// With leading determiners, quantities and other words that do not name.
  var full: Range<Int>
  /// Without them.
  var words: Range<Int>
  /// Whether the run has no noun: the "green" of "green and red peppers".
  var isModifierOnly: Bool

  var head: Int { words.upperBound - 1 }
}
