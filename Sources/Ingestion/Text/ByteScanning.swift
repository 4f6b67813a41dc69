/// Tests on single bytes of UTF-8 text; bytes of non-ASCII characters count as letters.
extension UInt8 {
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
  var isLetter: Bool { isLowercase || isUppercase || self >= 0x80 }
  /// Whether the byte continues a character that began before it.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

extension Collection<UInt8> {
  /// The number of characters in the sense of code points. O(n).
  var scalarCount: Int { reduce(0) { $0 + ($1.isContinuation ? 0 : 1) } }

  /// Compares with an ASCII text that is in lower case already, ignoring case.
  func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
    count == lowercase.utf8CodeUnitCount && startsIgnoringCase(with: lowercase)
  }

  func startsIgnoringCase(with lowercase: StaticString) -> Bool {
    lowercase.withUTF8Buffer { prefix in
      count >= prefix.count && zip(self, prefix).allSatisfy { $0.lowercased == $1 }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The slice without white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isSpace { slice.removeFirst() }
    while let last = slice.last, last.isSpace { slice.removeLast() }
    return slice
  }

  /// The words between white space.
  var words: [ArraySlice<UInt8>] { split(whereSeparator: \.isSpace) }

  /// Whether any character is a letter or a digit.
  var hasContent: Bool { contains { $0.isDigit || $0.isLetter } }
}
