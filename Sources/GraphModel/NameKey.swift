import Ontology

/// The form of a name under which spellings of one thing meet: "Vitamin B-12", "vitamin B12"; "Leafy greens", "leafy green".
///
/// The words of the name as the lexicon compares them (lower case, singular, American, no hyphens and diacritics), a letter
/// and the number after it written together, and "absorption of calcium" turned to `calcium absorption`. Two names with
/// one key are one thing if their types agree; whatever else makes two names one thing (synonyms, identifiers) is
/// ``IdentityResolver``'s business.
public struct NameKey: RawRepresentable, Sendable, Hashable, Comparable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The key of a name.
  ///
  /// Never empty for a name that holds anything: a name of punctuation alone is its own key.
  public init(_ name: String) {
    let words = Self.headLast(Self.joiningDesignators(NormalizedName.words(of: name)))
    rawValue = words.isEmpty ? name : words.joined(separator: " ")
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The words of the key.
  public var words: [Substring] { rawValue.split(separator: " ") }

  /// The words that tell members of a family apart: `d3` of "vitamin d3", `3` of "omega 3".
  public var designators: Set<Substring> { Set(words.filter(Self.isDesignator)) }

  /// Whether a word is a single letter or holds a digit.
  static func isDesignator(_ word: some StringProtocol) -> Bool {
    word.utf8.count == 1 || word.utf8.contains(where: isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// Writes a single letter and a number after it as one word.
  private static func joiningDesignators(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, last.utf8.count == 1, !isDigit(last.utf8.first!), word.utf8.allSatisfy(isDigit) {
        result[result.count - 1] += word
      } else {
        result.append(word)
      }
    }
    return result
  }

  /// Puts the head of a phrase with one "of" and no other preposition last, where a compound has it.
  private static func headLast(_ words: [String]) -> [String] {
    let places = words.indices.filter { linking.contains(words[$0]) }
    guard places.count == 1, words[places[0]] == "of", places[0] > 0, places[0] + 1 < words.count else { return words }
    let rest = words[(places[0] + 1)...].drop { $0 == "the" }
    return rest.isEmpty ? words : Array(rest + words[..<places[0]])
  }

  private static let linking: Set<String> = [
    "of", "in", "to", "for", "from", "with", "without", "by", "on", "at", "and", "or", "between", "during", "after",
  ]
}
