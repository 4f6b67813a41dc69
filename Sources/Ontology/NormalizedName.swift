import Foundation

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

  /// The rules of the bundled spelling file. A program without its own resources cannot run at all.
  private static let normalizer: WordNormalizer = {
    do {
      let url = Bundle.module.bundleURL.appendingPathComponent("Resources/spelling.tsv")
      return try WordNormalizer(DelimitedFile(name: "spelling.tsv", bytes: [UInt8](Data(contentsOf: url))))
    } catch {
      fatalError("The file spelling.tsv, which is part of the program, cannot be read: \(error)")
    }
  }()
}
