extension Lexicon {
  /// Splits a range of a text into atoms. O(length).
  public func atoms(in text: [UInt8], range: Range<Int>) -> [Atom] {
    var atoms: [Atom] = []
    appendAtoms(in: text, range: range, to: &atoms)
    return atoms
  }

  /// Splits a range of a text into atoms and appends them. O(length); allocates only what the array needs.
  public func appendAtoms(in text: [UInt8], range: Range<Int>, to atoms: inout [Atom]) {
    var scanner = AtomScanner(range: range)
    let span = text.span
    while let piece = scanner.next(in: span) {
      let word = piece == .barrier ? Atom.barrier : storage.vocabulary.find(scanner.folded) ?? Atom.unknown
      atoms.append(Atom(start: Int32(scanner.start), end: Int32(scanner.end), word: word))
    }
  }

  /// Calls `body` with every match that starts at an atom, shortest first. O(length of the longest match).
  public func forEachMatch(
    at start: Int, in atoms: [Atom], before limit: Int, of text: [UInt8], _ body: (Match) -> Void
  ) {
    var node = WordTrie.root
    var index = start
    while index < limit, atoms[index].word >= 0, let next = storage.trie.next(node, atoms[index].word) {
      node = next
      index += 1
      guard storage.terminals[Int(node)] >= 0 else { continue }
      let surface = text[Int(atoms[start].start)..<Int(atoms[index - 1].end)]
      if let entry = entries(at: node, text: surface).first { body(Match(atoms: start..<index, entry: entry)) }
    }
  }

  /// The longest match that starts at an atom.
  public func longestMatch(at start: Int, in atoms: [Atom], before limit: Int, of text: [UInt8]) -> Match? {
    var longest: Match?
    forEachMatch(at: start, in: atoms, before: limit, of: text) { longest = $0 }
    return longest
  }

  /// All entries that a match may mean, in the order of the files.
  public func meanings(of match: Match, in atoms: [Atom], of text: [UInt8]) -> [Int] {
    var node = WordTrie.root
    for index in match.atoms {
      guard let next = storage.trie.next(node, atoms[index].word) else { return [] }
      node = next
    }
    let surface = Int(atoms[match.atoms.lowerBound].start)..<Int(atoms[match.atoms.upperBound - 1].end)
    return entries(at: node, text: text[surface])
  }

  /// Non-overlapping matches from left to right, at each place the longest. O(number of atoms).
  public func matches(in atoms: [Atom], of text: [UInt8]) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < atoms.count {
      if let match = longestMatch(at: index, in: atoms, before: atoms.count, of: text) {
        matches.append(match)
        index = match.atoms.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  /// The entries whose names end at a node, without those whose exact spelling the text does not have.
  func entries(at node: Int32, text: ArraySlice<UInt8>) -> [Int] {
    var entries: [Int] = []
    var next = storage.terminals[Int(node)]
    while next >= 0 {
      let name = storage.names[Int(next)]
      if !name.isExact || storage.bytes[name.text.dropFirst()] == text { entries.append(Int(name.entry)) }
      next = name.next
    }
    return entries
  }
}
