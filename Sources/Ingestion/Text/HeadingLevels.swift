/// Gives headings of a plain text their levels: numbers say it, else a heading right under another is its first part.
struct HeadingLevels {
  /// The level of the latest heading; the title has level 1.
  private(set) var innermost = 1
  /// Whether the headings of the inner level have the form "Name: rest".
  private var innerHasColon: Bool?

  /// The level of the next heading.
  ///
  /// - Parameter follows: Whether nothing stands between it and the heading before.
  mutating func level(of text: [UInt8], follows: Bool) -> Int {
    let hasColon = text.contains(UInt8(ascii: ":"))
    if let depth = Self.numberDepth(text) {
      innermost = min(6, 1 + depth)
      innerHasColon = nil
    } else if follows, innermost == 2 {
      innermost = 3
      innerHasColon = hasColon
    } else if innermost == 3, let innerHasColon, innerHasColon == hasColon {
      innermost = 3
    } else {
      innermost = 2
      innerHasColon = nil
    }
    return innermost
  }

  /// 2 for "2.1 Sources", 1 for "3 Sources".
  private static func numberDepth(_ text: [UInt8]) -> Int? {
    guard let word = text[...].words.first, word.first?.isDigit == true,
      word.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
    else { return nil }
    let parts = word.split(separator: UInt8(ascii: "."))
    return parts.allSatisfy { $0.count <= 2 } ? parts.count : nil
  }
}
