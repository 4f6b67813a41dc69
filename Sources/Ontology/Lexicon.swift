/// The names of known things: entries with a preferred name, a type, synonyms and identifiers, found by name in any
/// spelling, number or hyphenation.
///
/// Names are compared as sequences of normalised words (``Atom``). A lexicon is built once and then only read; the
/// entries' texts stay in the bytes of the files until somebody asks for them.
public struct Lexicon: Sendable {
  /// A known thing.
  public struct Entry: Sendable, Hashable {
    /// The name to show.
    public var name: String
    public var type: EntityType
    /// Other names, in the order of the files.
    public var synonyms: [String]
    /// Cross-references as CURIEs (`MESH:D014807`), sorted.
    public var ids: [String]

    public init(name: String, type: EntityType, synonyms: [String] = [], ids: [String] = []) {
      self.name = name
      self.type = type
      self.synonyms = synonyms
      self.ids = ids
    }
  }

  /// A stretch of atoms that reads as a name of an entry.
  public struct Match: Sendable, Hashable {
    /// Indices of the matched atoms.
    public var atoms: Range<Int>
    /// The entry named; where a name has several meanings, the first that the files give it.
    public var entry: Int

    public init(atoms: Range<Int>, entry: Int) {
      self.atoms = atoms
      self.entry = entry
    }
  }

  var storage: LexiconStorage

  /// The number of entries.
  public var count: Int { storage.entries.count }

  /// An entry's text, read from the files' bytes. O(length of its rows).
  public func entry(_ index: Int) -> Entry {
    var entry = Entry(name: name(of: index), type: type(of: index))
    var next = storage.entries[index].row
    while next >= 0 {
      let row = storage.rows[Int(next)]
      entry.synonyms += storage.list(row.synonyms).map { $0.hasPrefix("=") ? String($0.dropFirst()) : $0 }
      entry.ids += storage.list(row.ids)
      next = row.next
    }
    entry.ids = Set(entry.ids).sorted()
    return entry
  }

  /// The type of an entry. O(1).
  public func type(of entry: Int) -> EntityType { storage.types[Int(storage.entries[entry].type)] }

  /// The preferred name of an entry.
  public func name(of entry: Int) -> String {
    let text = storage.text(storage.entries[entry].name)
    return text.hasPrefix("=") ? String(text.dropFirst()) : text
  }

  /// The entry that a text names as a whole, preferring one of the given type. O(length).
  public func entry(named text: String, type: EntityType? = nil) -> Int? {
    let bytes = Array(text.utf8)
    let atoms = atoms(in: bytes, range: bytes.indices)
    var node = WordTrie.root
    for atom in atoms {
      guard let next = storage.trie.next(node, atom.word) else { return nil }
      node = next
    }
    let entries = entries(at: node, text: bytes[...])
    return entries.first { type == nil || self.type(of: $0) == type } ?? entries.first
  }
}

extension Lexicon: CustomStringConvertible {
  public var description: String { "a lexicon of \(count) entries" }
}
