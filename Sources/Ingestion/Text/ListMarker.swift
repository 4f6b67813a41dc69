/// The sign that opens a list item: a bullet, or a number with its full stop or bracket.
struct ListMarker: Equatable {
  /// The item's number in a numbered list.
  var ordinal: Int?
  /// Bytes from the marker's start to the item's text.
  var length: Int

  /// Reads the marker at the start of a line or segment, if there is one with text after it.
  init?(at slice: ArraySlice<UInt8>) {
    guard let found = Self.bullet(at: slice) ?? Self.number(at: slice) else { return nil }
    var length = found.length
    while slice.startIndex + length < slice.endIndex, slice[slice.startIndex + length].isSpace { length += 1 }
    guard slice.startIndex + length < slice.endIndex else { return nil }
    ordinal = found.ordinal
    self.length = length
  }

  private init(ordinal: Int? = nil, length: Int) {
    self.ordinal = ordinal
    self.length = length
  }

  /// Bullets that are used for nothing else, as UTF-8: they need no space after them.
  private static let plainBullets: [[UInt8]] = ["•", "◦", "▪", "■", "●", "○", "‣", "✓", "✔", "➢", "►"].map {
    Array($0.utf8)
  }
  /// Signs that are bullets only before a space.
  private static let spacedBullets: [[UInt8]] = ["-", "*", "+", "–", "—", "·", "o"].map { Array($0.utf8) }

  private static func bullet(at slice: ArraySlice<UInt8>) -> ListMarker? {
    guard let first = slice.first, !first.isDigit else { return nil }
    if first >= 0x80, let bullet = plainBullets.first(where: { slice.starts(with: $0) }) {
      return ListMarker(length: bullet.count)
    }
    guard let bullet = spacedBullets.first(where: { slice.starts(with: $0) }),
      let next = slice.dropFirst(bullet.count).first, next.isSpace
    else { return nil }
    return ListMarker(length: bullet.count)
  }

  /// "1.", "1)", "(1)" before a space; at most three digits, so that a year is none.
  private static func number(at slice: ArraySlice<UInt8>) -> ListMarker? {
    let isBracketed = slice.first == UInt8(ascii: "(")
    let digits = slice.dropFirst(isBracketed ? 1 : 0).prefix(4).prefix { $0.isDigit }
    guard (1...3).contains(digits.count) else { return nil }
    let rest = slice[digits.endIndex...]
    guard let close = rest.first, close == UInt8(ascii: ")") || (close == UInt8(ascii: ".") && !isBracketed),
      let next = rest.dropFirst().first, next.isSpace
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return ListMarker(ordinal: value, length: rest.startIndex - slice.startIndex + 1)
  }
}
