/// Lines that a page's frame leaves in its text and that say nothing about the article's subject.
enum Boilerplate {
  /// Whole lines, in lower case.
  private static let lines: Set<String> = [
    "skip to content", "skip to main content", "skip navigation", "skip to navigation", "menu", "main menu", "home",
    "search", "share", "share this", "share this article", "share this post", "tweet", "pin it", "email", "print",
    "print this page", "advertisement", "subscribe", "sign up", "log in", "login", "back to top", "read more",
    "continue reading", "previous", "next", "close", "loading...", "leave a comment", "leave a reply", "comments",
    "accept cookies", "accept all cookies", "cookie settings", "table of contents", "on this page",
  ]

  static func matches(_ piece: TextPiece) -> Bool {
    guard case .line = piece.form, piece.text.count <= 60 else { return false }
    guard piece.text[...].hasContent else { return true }
    let line = String(decoding: piece.text.map(\.lowercased), as: UTF8.self)
    return lines.contains(line) || isReadingTime(piece.text[...].words)
  }

  /// "5 min read", "12 minutes read".
  private static func isReadingTime(_ words: [ArraySlice<UInt8>]) -> Bool {
    words.count == 3 && words[0].allSatisfy(\.isDigit) && words[1].startsIgnoringCase(with: "min")
      && words[2].equalsIgnoringCase("read")
  }
}
