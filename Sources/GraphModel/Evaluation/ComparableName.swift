/// A name as the evaluation compares it: its content words in lower case and singular, the head last.
///
/// "absorption of calcium" and "calcium absorption" are equal; "the leafy greens" and "leafy green" too. Two names are
/// close when their heads agree and at least half of their distinct words are shared.
public struct ComparableName: Sendable, Hashable, Comparable {
  public let words: [String]

  public init(_ name: String) {
    let tokens = Self.headLast(Self.tokens(Self.folded(name)))
    var words: [String] = []
    for token in tokens {
      for part in Self.parts(of: token) where !part.isEmpty && !Self.dropped.contains(part) && part != "of" {
        let singular = Self.singular(part)
        words.append(Self.same[singular] ?? singular)
      }
    }
    self.words = words.isEmpty ? tokens : words
  }

  /// Whether two names have the same head and share at least half of their distinct words.
  public func isClose(to other: ComparableName) -> Bool {
    guard let head = words.last, head == other.words.last else { return false }
    let (mine, others) = (Set(words), Set(other.words))
    return 2 * mine.intersection(others).count >= mine.union(others).count
  }

  public static func < (left: Self, right: Self) -> Bool { left.words.lexicographicallyPrecedes(right.words) }

  // MARK: - Words

  /// Lower case, without diacritics, α and β spelled out.
  private static func folded(_ name: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in name.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x3B1: result += Array("alpha".utf8)
      case 0x3B2: result += Array("beta".utf8)
      case 0..<128: result.append(UInt8(scalar.value))
      case 0xE0...0xE5: result.append(UInt8(ascii: "a"))
      case 0xE7: result.append(UInt8(ascii: "c"))
      case 0xE8...0xEB: result.append(UInt8(ascii: "e"))
      case 0xEC...0xEF: result.append(UInt8(ascii: "i"))
      case 0xF1: result.append(UInt8(ascii: "n"))
      case 0xF2...0xF6: result.append(UInt8(ascii: "o"))
      case 0xF9...0xFC: result.append(UInt8(ascii: "u"))
      case 0x300...0x36F: continue
      default: result.append(UInt8(ascii: " "))
      }
    }
    return result
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func tokens(_ bytes: [UInt8]) -> [String] {
    var result: [String] = []
    var start: Int?
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: " ")
      let continues = isWord(byte) || (start != nil && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")))
      if continues {
        if start == nil { start = index }
      } else if let begin = start {
        result.append(String(decoding: bytes[begin..<index], as: UTF8.self))
        start = nil
      }
    }
    return result
  }

  /// Turns "head of modifier" round and cuts what follows any other preposition.
  private static func headLast(_ tokens: [String]) -> [String] {
    var result = tokens
    if let place = result.dropFirst().firstIndex(of: "of") {
      result = Array(result[(place + 1)...] + result[..<place])
    }
    if let place = result.indices.dropFirst().first(where: { prepositions.contains(result[$0]) }) {
      result = Array(result[..<place])
    }
    return result
  }

  /// Hyphenated words come apart, except names like "omega-3", "b-12" and "1-2".
  private static func parts(of token: String) -> [String] {
    let bytes = Array(token.utf8)
    let isDigit = { (index: Int) in
      index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }
    if token.hasPrefix("omega") || isDigit(0) || isDigit(1) { return [token] }
    return token.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
  }

  private static func singular(_ word: String) -> String {
    if word.utf8.count <= 3 || ["ss", "us", "is", "ous"].contains(where: word.hasSuffix) { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if ["ches", "shes", "xes", "sses", "oes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    if word.hasSuffix("bacteria") { return word.dropLast() + "um" }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static let dropped: Set<String> = [
    "a", "an", "the", "your", "our", "their", "its", "his", "her", "my", "some", "many", "most", "any", "all", "other",
    "certain", "various", "such", "these", "those", "this", "that", "one's", "s",
  ]
  private static let prepositions: Set<String> = [
    "in", "on", "at", "by", "for", "with", "from", "to", "during", "within", "among", "between", "into", "through",
    "than", "as",
  ]
  private static let same: [String: String] = [
    "fibre": "fiber", "haemoglobin": "hemoglobin", "oestrogen": "estrogen", "tumour": "tumor", "ageing": "aging",
    "mineralisation": "mineralization", "omega3": "omega-3", "vit": "vitamin", "bowel": "intestine",
    "gut": "intestine",
  ]
}
