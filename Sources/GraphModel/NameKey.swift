/// The form of a name under which spellings of one thing meet: "Vitamin B-12", "vitamin B12"; "Leafy greens", "leafy green".
///
/// Lower case, words apart by one blank, hyphens and punctuation gone, every word singular and in American spelling, a
/// letter and the number after it written together (`b 12` is `b12`). Two names with one key are one thing if their types
/// agree; whatever else makes two names one thing (synonyms, identifiers) is ``IdentityResolver``'s business.
public struct NameKey: RawRepresentable, Sendable, Hashable, Comparable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The key of a name.
  ///
  /// Never empty for a name that holds anything but blanks: a name of punctuation alone is its own key.
  public init(_ name: String) {
    var words = Self.words(of: name)
    for index in words.indices { words[index] = Self.singular(Self.american(words[index])) }
    let joined = Self.joiningDesignators(words).joined(separator: " ")
    rawValue = joined.isEmpty ? name.lowercased() : joined
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The words of the key.
  public var words: [Substring] { rawValue.split(separator: " ") }

  /// The words that tell members of a family apart: `d3` of "vitamin d3", `3` of "omega 3".
  public var designators: Set<Substring> { Set(words.filter(Self.isDesignator)) }

  /// Whether a word is a single letter or holds a digit.
  static func isDesignator(_ word: some StringProtocol) -> Bool {
    word.utf8.count == 1 || word.utf8.contains { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
  }

  /// Lower-case runs of letters and digits; an apostrophe inside a word is dropped, other marks end the word.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else if scalar == "'" || scalar == "\u{2019}" || scalar.properties.generalCategory == .nonspacingMark {
        if scalar != "'" && scalar != "\u{2019}" { word.unicodeScalars.append(scalar) }
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Writes a single letter and a number after it as one word.
  private static func joiningDesignators(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, last.utf8.count == 1, last.utf8.first! >= UInt8(ascii: "a"),
        word.utf8.allSatisfy({ UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") })
      {
        result[result.count - 1] += word
      } else {
        result.append(word)
      }
    }
    return result
  }
}
