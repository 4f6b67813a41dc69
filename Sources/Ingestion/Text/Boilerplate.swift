/// Lines of plain text that a page's frame left there and that say nothing about the article's subject.
enum Boilerplate {
  static func matches(_ piece: TextPiece) -> Bool {
    guard case .line = piece.form, piece.text.count <= 60 else { return false }
    guard piece.text[...].hasContent else { return true }
    return BoilerplateLines.isMachinery(Line(piece.text[...])) || isReadingTime(piece.text[...].words)
  }

  /// "5 min read", "12 minutes read".
  private static func isReadingTime(_ words: [ArraySlice<UInt8>]) -> Bool {
    words.count == 3 && words[0].allSatisfy(\.isDigit) && words[1].startsIgnoringCase(with: "min")
      && words[2].equalsIgnoringCase("read")
  }
}
