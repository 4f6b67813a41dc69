/// Finds lemmas from form and tags: known forms first, then the rule of the longest known ending; where that makes no
/// known word of a regular inflection, the base form that is one.
package struct Lemmatizer: Sendable {
  /// The longest ending, in bytes, that has a rule of its own.
  package static let longestEnding = 7

  package let rules: [LemmaRule]
  /// Keys of forms and endings, and for each an index into ``rules``.
  package let keys: [UInt64]
  package let values: [UInt16]
  private let table: HashTable
  private let exceptions: LemmaExceptions
  /// The forms of running text, to tell base forms from mere stems.
  private let vocabulary: WordFeatures

  package init(
    rules: [LemmaRule], keys: [UInt64], values: [UInt16], exceptions: LemmaExceptions, vocabulary: WordFeatures
  ) {
    self.rules = rules
    self.keys = keys
    self.values = values
    self.exceptions = exceptions
    self.vocabulary = vocabulary
    table = HashTable(keys: keys)
  }

  /// What a rule is for.
  package enum Part {
    /// A form exactly as written.
    case form
    /// A form in lower case, which stands for it in any case.
    case lowered
    /// An ending of so many bytes.
    case ending(Int)

    fileprivate var code: UInt64 {
      switch self {
      case .form: 255
      case .lowered: 254
      case .ending(let length): UInt64(length)
      }
    }
  }

  package static func key(_ bytes: some Sequence<UInt8>, _ part: Part, upos: UPOS, xpos: PennTag) -> UInt64 {
    var hash = ByteHash()
    for byte in bytes { hash.combine(byte) }
    hash.combine(part.code << 16 | UInt64(upos.rawValue) << 8 | UInt64(xpos.rawValue))
    return hash.value
  }

  package func lemma(of form: String, upos: UPOS, xpos: PennTag) -> String {
    // Addresses have no other forms, and thousands are not set apart in lemmas.
    if xpos == .address { return form }
    if upos == .num, form.utf8.contains(UInt8(ascii: ",")) { return form.filter { $0 != "," } }
    let lowered = form.lowercased()
    if let lemma = exceptions.lemma(of: lowered, upos: upos) { return lemma }
    if let rule = rule(Self.key(form.utf8, .form, upos: upos, xpos: xpos)), let lemma = rule.lemma(of: form) {
      return lemma
    }
    if let rule = rule(Self.key(lowered.utf8, .lowered, upos: upos, xpos: xpos)), let lemma = rule.lemma(of: form) {
      return lemma
    }
    // The letter of "vitamin D" is a name.
    if upos == .noun, form.utf8.count == 1 { return form }
    let lemma = endingRule(lowered, upos: upos, xpos: xpos).lemma(of: form) ?? lowered
    return regularBase(of: lowered, upos: upos, xpos: xpos, unlessKnown: lemma) ?? lemma
  }

  /// The known base form of a regular inflection, if what its ending suggests is none: "provoke" of "provoked", not "provok".
  private func regularBase(of lowered: String, upos: UPOS, xpos: PennTag, unlessKnown lemma: String) -> String? {
    guard upos != .propn, !xpos.isProper, !vocabulary.contains(lemma) else { return nil }
    return RegularInflection(xpos: xpos)?.bases(of: lowered).first(where: vocabulary.contains)
  }

  /// The rule of the longest ending of a lowered form that has one.
  package func endingRule(_ lowered: String, upos: UPOS, xpos: PennTag) -> LemmaRule {
    let count = lowered.utf8.count
    for length in (0...min(Self.longestEnding, count)).reversed() {
      if let rule = rule(Self.key(lowered.utf8.suffix(length), .ending(length), upos: upos, xpos: xpos)) {
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
