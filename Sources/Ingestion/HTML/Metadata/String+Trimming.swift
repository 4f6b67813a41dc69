extension StringProtocol {
  /// Without white space at both ends and with runs of it inside folded to one space.
  var folded: String { split { $0.isWhitespace || $0 == "\u{200B}" }.joined(separator: " ") }

  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }

  /// Letters and digits in lower case: what two spellings of one headline have in common.
  var headlineKey: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
