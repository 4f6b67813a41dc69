/// The flat arrays that a lexicon consists of.
struct LexiconStorage: Sendable {
  /// A line of a file: one entry, or more synonyms and identifiers of an entry known already.
  struct Row: Sendable {
    var synonyms: Range<Int>
    var ids: Range<Int>
    /// The next row of the same entry, -1 at the end.
    var next: Int32 = -1
  }

  struct Entry: Sendable {
    var name: Range<Int>
    var type: UInt8
    var row: Int32
    var lastRow: Int32
  }

  /// One name of one entry, at the trie node where it ends.
  struct Name: Sendable {
    var entry: Int32
    /// The next name that ends at the same node, -1 at the end.
    var next: Int32 = -1
    /// The layer of the file: an earlier layer's meaning hides those of later ones.
    var layer: Int32
    /// Whether only this very spelling counts; the text then begins with "=".
    var isExact: Bool
    var text: Range<Int>
  }

  /// All files, one after the other; every range is an offset into it.
  var bytes: [UInt8] = []
  var types: [EntityType] = []
  var entries: [Entry] = []
  var rows: [Row] = []
  var names: [Name] = []
  var vocabulary: Vocabulary
  var trie: WordTrie
  /// For each node of the trie the first of the ``names`` that end there, -1 for none.
  var terminals: [Int32] = [-1]

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The elements of a field that is parted by bars.
  func list(_ range: Range<Int>) -> [String] {
    bytes[range].split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The words of all names, numbered by normalised form.
struct Vocabulary: Sendable {
  private var normalizer: WordNormalizer
  private var raw: WordTable
  /// The normalised word of each raw word.
  private var normalized: [Int32] = []
  private var words: WordTable

  init(normalizer: WordNormalizer, capacity: Int) {
    self.normalizer = normalizer
    raw = WordTable(capacity: capacity)
    words = WordTable(capacity: capacity)
  }

  /// The number of a folded word's normalised form, nil where no name has it. O(length).
  func find(_ folded: [UInt8]) -> Int32? {
    if let known = raw.find(folded.span) { return normalized[Int(known)] }
    var word = folded
    normalizer.normalize(&word)
    return words.find(word.span)
  }

  /// The number of a folded word's normalised form, a new one where it is new.
  mutating func intern(_ folded: [UInt8]) -> Int32 {
    let known = raw.intern(folded.span)
    if Int(known) < normalized.count { return normalized[Int(known)] }
    var word = folded
    normalizer.normalize(&word)
    let number = words.intern(word.span)
    normalized.append(number)
    return number
  }
}
