/// Finds lemmas from form and tags: known forms first, then the rule of the longest known ending.
package struct Lemmatizer: Sendable {
  /// The longest ending, in bytes, that has a rule of its own.
  package static let longestEnding = 7

  package let rules: [LemmaRule]
  /// Keys of forms and endings, and for each an index into ``rules``.
  package let keys: [UInt64]
  package let values: [UInt16]
  private let table: HashTable
  private let exceptions: LemmaExceptions

  package init(rules: [LemmaRule], keys: [UInt64], values: [UInt16], exceptions: LemmaExceptions) {
    self.rules = rules
    self.keys = keys
    self.values = values
    self.exceptions = exceptions
    table = HashTable(keys: keys)
  }

  /// The key of a whole form (as written or lowered) or, with its length, of an ending.
  package static func key(_ bytes: some Sequence<UInt8>, ending: Int?, upos: UPOS, xpos: PennTag) -> UInt64 {
    var hash = ByteHash()
    for byte in bytes { hash.combine(byte) }
    hash.combine(UInt64(ending ?? 255) << 16 | UInt64(upos.rawValue) << 8 | UInt64(xpos.rawValue))
    return hash.value
  }

  package func lemma(of form: String, upos: UPOS, xpos: PennTag) -> String {
    // Addresses have no other forms, and thousands are not set apart in lemmas.
    if xpos == .address { return form }
    if upos == .num, form.utf8.contains(UInt8(ascii: ",")) { return form.filter { $0 != "," } }
    let lowered = form.lowercased()
    if let lemma = exceptions.lemma(of: lowered, upos: upos) { return lemma }
    if let rule = rule(Self.key(form.utf8, ending: nil, upos: upos, xpos: xpos)), let lemma = rule.lemma(of: form) {
      return lemma
    }
    if let rule = rule(Self.key(lowered.utf8, ending: nil, upos: upos, xpos: xpos)), let lemma = rule.lemma(of: form) {
      return lemma
    }
    return endingRule(lowered, upos: upos, xpos: xpos).lemma(of: form) ?? lowered
  }

  /// The rule of the longest ending of a lowered form that has one.
  package func endingRule(_ lowered: String, upos: UPOS, xpos: PennTag) -> LemmaRule {
    let count = lowered.utf8.count
    for length in (0...min(Self.longestEnding, count)).reversed() {
      if let rule = rule(Self.key(lowered.utf8.suffix(length), ending: length, upos: upos, xpos: xpos)) {
        return rule
      }
    }
    return upos == .propn ? .unchanged : .lowered
  }

  private func rule(_ key: UInt64) -> LemmaRule? {
    let index = table.index(of: key)
    return index < 0 ? nil : rules[Int(values[index])]
  }
}
