/// A sentence as a CoNLL-U file has it.
///
/// Reference: <https://universaldependencies.org/format.html>
public struct CoNLLUSentence: Sendable, Hashable {
  /// The lines that start with `#`, without the line feed.
  public var comments: [String] = []
  public var words: [Row] = []
  /// Surface tokens that are more than one word, in order.
  public var multiwordTokens: [MultiwordToken] = []

  public init() {}

  /// A syntactic word with its ten columns, less its number.
  public struct Row: Sendable, Hashable {
    public var form: String
    public var lemma = "_"
    public var upos = "_"
    public var xpos = "_"
    public var features = "_"
    /// The number of the head, counted from 1; 0 for the root, `nil` where the file has none.
    public var head: Int?
    public var relation = "_"
    public var misc = "_"

    public init(form: String) {
      self.form = form
    }
  }

  /// A surface token, such as "don't", and the words that it is made of, as indices into ``CoNLLUSentence/words``.
  public struct MultiwordToken: Sendable, Hashable {
    public var words: Range<Int>
    public var form: String
    public var misc = "_"

    public init(words: Range<Int>, form: String) {
      self.words = words
      self.form = form
    }
  }
}
