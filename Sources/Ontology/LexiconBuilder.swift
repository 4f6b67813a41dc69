/// Reads lexicon files into a lexicon.
///
/// A lexicon file is tab-separated: name, synonyms parted by bars, identifiers parted by bars. A line `!Type` gives the
/// type of the lines below it. A name or synonym that begins with `=` counts only in this very spelling (`=EPA`).
/// A line whose name and type are an entry's already adds to that entry. Where two layers give a name different
/// meanings, the earlier layer's counts; within one layer a name may have several meanings.
struct LexiconBuilder {
  private(set) var storage: LexiconStorage
  private(set) var issues: [DataFileIssue] = []
  private let schema: Schema
  private var scanned: [Int32] = []

  init(schema: Schema, normalizer: WordNormalizer) {
    self.schema = schema
    storage = LexiconStorage(
      vocabulary: Vocabulary(normalizer: normalizer, capacity: 1 << 15), trie: WordTrie(capacity: 1 << 17))
    storage.types = schema.entityTypes
  }

  /// Adds a file. Smaller layers go first.
  mutating func add(_ file: DelimitedFile, layer: Int) {
    let base = storage.bytes.count
    storage.bytes += file.bytes
    var type: UInt8?
    for row in file.rows {
      if file.bytes[row.start] == UInt8(ascii: "!") {
        type = readType(of: row, in: file)
      } else if let type {
        read(row, in: file, base: base, type: type, layer: layer)
      } else {
        issues.append(file.issue("The entry needs a line with its type (such as !Food) above it.", at: row))
      }
    }
  }

  private mutating func readType(of row: DelimitedFile.Row, in file: DelimitedFile) -> UInt8? {
    let name = String(decoding: file.bytes[row.start + 1..<row.end], as: UTF8.self)
    guard let index = schema.entityTypes.firstIndex(of: EntityType(rawValue: name)) else {
      issues.append(file.issue("The schema has no entity type named \(name).", at: row))
      // The lines below are read all the same, so that their own errors are found.
      return 0
    }
    return UInt8(index)
  }

  private mutating func read(_ row: DelimitedFile.Row, in file: DelimitedFile, base: Int, type: UInt8, layer: Int) {
    var fields: [Range<Int>] = []
    var start = row.start
    for index in row.start...row.end where index == row.end || file.bytes[index] == UInt8(ascii: "\t") {
      fields.append(base + start..<base + index)
      start = index + 1
    }
    guard fields.count <= 3, !fields[0].isEmpty else {
      issues.append(file.issue("An entry has a name and at most two more columns: synonyms and identifiers.", at: row))
      return
    }
    let none = base + row.end..<base + row.end
    let parts = LexiconStorage.Row(
      synonyms: fields.count > 1 ? fields[1] : none, ids: fields.count > 2 ? fields[2] : none)
    for id in elements(of: parts.ids) where !isCURIE(storage.bytes[id]) {
      issues.append(file.issue("\(storage.text(id)) is not a CURIE (prefix:identifier).", at: row, field: 2))
    }
    guard let node = node(of: fields[0]) else {
      issues.append(file.issue("The name has no letters or digits, or punctuation that no name may have.", at: row))
      return
    }
    let entry = addEntry(named: fields[0], at: node, type: type, parts: parts, layer: layer)
    for synonym in elements(of: parts.synonyms) {
      if let node = self.node(of: synonym) {
        addName(synonym, at: node, entry: entry, layer: layer)
      } else {
        issues.append(file.issue("The synonym \(storage.text(synonym)) cannot be a name.", at: row, field: 1))
      }
    }
  }

  private mutating func addEntry(
    named name: Range<Int>, at node: Int32, type: UInt8, parts: LexiconStorage.Row, layer: Int
  ) -> Int32 {
    let row = Int32(storage.rows.count)
    storage.rows.append(parts)
    var next = storage.terminals[Int(node)]
    while next >= 0 {
      let known = Int(storage.names[Int(next)].entry)
      if storage.entries[known].type == type, storage.names[Int(next)].text == storage.entries[known].name {
        storage.rows[Int(storage.entries[known].lastRow)].next = row
        storage.entries[known].lastRow = row
        return Int32(known)
      }
      next = storage.names[Int(next)].next
    }
    let entry = Int32(storage.entries.count)
    storage.entries.append(LexiconStorage.Entry(name: name, type: type, row: row, lastRow: row))
    addName(name, at: node, entry: entry, layer: layer)
    return entry
  }

  private mutating func addName(_ text: Range<Int>, at node: Int32, entry: Int32, layer: Int) {
    let isExact = storage.bytes[text.lowerBound] == UInt8(ascii: "=")
    var last: Int32 = -1
    var next = storage.terminals[Int(node)]
    while next >= 0 {
      let known = storage.names[Int(next)]
      // An exact name leaves the other spellings to later layers.
      if known.entry == entry && known.isExact == isExact || known.layer < layer && !known.isExact { return }
      last = next
      next = known.next
    }
    let name = Int32(storage.names.count)
    storage.names.append(
      LexiconStorage.Name(entry: entry, layer: Int32(layer), isExact: isExact, text: text))
    if last < 0 {
      storage.terminals[Int(node)] = name
    } else {
      storage.names[Int(last)].next = name
    }
  }

  /// The trie node of a name, nil for a name without words or with a barrier.
  private mutating func node(of name: Range<Int>) -> Int32? {
    let isExact = storage.bytes[name.lowerBound] == UInt8(ascii: "=")
    var scanner = AtomScanner(range: isExact ? name.dropFirst() : name)
    var node = WordTrie.root
    while let piece = scanner.next(in: storage.bytes.span) {
      if piece == .barrier { return nil }
      node = storage.trie.insert(node, storage.vocabulary.intern(scanner.folded))
      while storage.terminals.count < Int(storage.trie.nodeCount) { storage.terminals.append(-1) }
    }
    return node == WordTrie.root ? nil : node
  }

  private func elements(of field: Range<Int>) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var start = field.lowerBound
    for index in field.lowerBound...field.upperBound
    where index == field.upperBound || storage.bytes[index] == UInt8(ascii: "|") {
      if index > start { elements.append(start..<index) }
      start = index + 1
    }
    return elements
  }

  private func isCURIE(_ id: ArraySlice<UInt8>) -> Bool {
    guard let colon = id.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return colon > id.startIndex && colon + 1 < id.endIndex && !id.contains(UInt8(ascii: " "))
  }
}
