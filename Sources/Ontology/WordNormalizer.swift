/// Brings a folded word to the form in which names are compared: American spelling, singular.
///
/// The result is a key, not a word to show: "calories" and "calorie" both become "calory".
struct WordNormalizer: Sendable {
  private var words = WordTable(capacity: 256)
  private var wordForms: [[UInt8]] = []
  private var parts: [(from: [UInt8], to: [UInt8])] = []
  private var endings: [(from: [UInt8], to: [UInt8])] = []
  /// Which pairs of bytes begin one of ``parts``: spares most words the search.
  private var partStarts = [Bool](repeating: false, count: 1 << 16)

  /// Reads rules from a spelling file: lines of `word|part|ending`, from, to. Throws a ``DataFileError``.
  init(_ rules: DelimitedFile) throws(DataFileError) {
    var issues: [DataFileIssue] = []
    self.init(rules, issues: &issues)
    if !issues.isEmpty { throw DataFileError(issues: issues) }
  }

  /// Reads the rules of a spelling file that are sound, and collects what is wrong with the others.
  init(_ rules: DelimitedFile, issues: inout [DataFileIssue]) {
    for row in rules.rows {
      let fields = rules.fields(of: row).map { Array($0.utf8) }
      guard fields.count == 3, fields[1].count > 1 else {
        issues.append(rules.issue("A rule has three columns: its kind, the letters and what they become.", at: row))
        continue
      }
      let (from, to) = (fields[1], fields[2])
      switch String(decoding: fields[0], as: UTF8.self) {
      case "word":
        // The first entry of a word counts; a second would be silently lost, so it is an error.
        if words.find(from.span) != nil {
          issues.append(rules.issue("The word has a rule already.", at: row, field: 1))
        } else {
          _ = words.intern(from.span)
          wordForms.append(to)
        }
      case "part":
        parts.append((from, to))
        partStarts[Int(from[0]) << 8 | Int(from[1])] = true
      case "ending": endings.append((from, to))
      default:
        issues.append(rules.issue("The kind of a rule is word, part or ending.", at: row))
      }
    }
  }

  /// The normalised form of a folded word. O(length).
  func normalize(_ word: inout [UInt8]) {
    if let known = words.find(word.span) {
      word = wordForms[Int(known)]
      return
    }
    respell(&word)
    takeOffPlural(&word)
    if let known = words.find(word.span) { word = wordForms[Int(known)] }
  }

  private func respell(_ word: inout [UInt8]) {
    guard word.count > 3 else { return }
    var index = 0
    while index + 1 < word.count {
      if partStarts[Int(word[index]) << 8 | Int(word[index + 1])],
        let part = parts.first(where: { word[index...].starts(with: $0.from) })
      {
        word.replaceSubrange(index..<index + part.from.count, with: part.to)
      }
      index += 1
    }
    for ending in endings where word.count > ending.from.count + 1 && word.ends(in: ending.from) {
      word.replaceSubrange(word.count - ending.from.count..<word.count, with: ending.to)
      break
    }
  }

  /// Takes a regular plural off and then brings singulars to the form that the plural rules leave.
  private func takeOffPlural(_ word: inout [UInt8]) {
    guard word.count > 3 else { return }
    if word.last == UInt8(ascii: "s") {
      if Self.singularEndings.contains(where: { word.ends(in: $0) }) { return }
      if word.ends(in: Self.ies), word.count > 4 {
        word.replaceSubrange(word.count - 3..<word.count, with: CollectionOfOne(UInt8(ascii: "y")))
        return
      }
      word.removeLast()
    }
    guard word.count > 4 else { return }
    if word.ends(in: Self.ie) {
      word.removeLast(2)
      word.append(UInt8(ascii: "y"))
    } else if Self.softEndings.contains(where: { word.ends(in: $0) }) {
      word.removeLast()
    }
  }

  private static let ies = Array("ies".utf8)
  private static let ie = Array("ie".utf8)
  /// Endings in "s" that are not plurals.
  private static let singularEndings = ["ss", "us", "is"].map { Array($0.utf8) }
  /// Endings whose last "e" belongs to the plural as often as to the word: "dishe", "boxe", "tomatoe", "viruse".
  private static let softEndings = ["che", "she", "xe", "sse", "oe", "use"].map { Array($0.utf8) }
}

extension [UInt8] {
  func ends(in suffix: [UInt8]) -> Bool {
    guard count >= suffix.count else { return false }
    for index in suffix.indices where self[count - suffix.count + index] != suffix[index] { return false }
    return true
  }
}
