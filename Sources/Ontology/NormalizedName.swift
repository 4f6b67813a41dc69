/// Names as the lexicon compares them, for those who compare names without a lexicon.
public enum NormalizedName {
  /// The words of a name without case, diacritics, hyphens and punctuation, each singular and in American spelling; a
  /// number stands by itself.
  ///
  /// "Vitamin B-12" and "vitamin b12" are both `vitamin`, `b`, `12`. The words are keys, not words to show.
  /// Complexity: O(length).
  public static func words(of name: String) -> [String] {
    let bytes = Array(name.utf8)
    var scanner = AtomScanner(range: bytes.indices)
    let span = bytes.span
    var words: [String] = []
    while let piece = scanner.next(in: span) {
      guard piece == .word else { continue }
      var word = scanner.folded
      normalizer.normalize(&word)
      words.append(String(decoding: word, as: UTF8.self))
    }
    return words
  }

  /// The rules of the spelling file, which is part of the program's code, so that there is always one to read. What is
  /// wrong in it keeps lexicons from loading, and so does not get far.
  private static let normalizer: WordNormalizer = {
    var issues: [DataFileIssue] = []
    return WordNormalizer(.spelling, issues: &issues)
  }()
}

extension DelimitedFile {
  /// The spelling file.
  static let spelling = DelimitedFile(name: "spelling.tsv", bytes: PackageResources.spelling_tsv)
}
