/// What the tokenizer tells apart in a text: kinds of letters, digits, and every common mark by itself.
package struct CharacterClass: RawRepresentable, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let space = CharacterClass(rawValue: 0x20)
  package static let upper = CharacterClass(rawValue: 0x41)
  package static let lower = CharacterClass(rawValue: 0x61)
  package static let digit = CharacterClass(rawValue: 0x30)
  /// Marks that belong to the character before them: accents, joiners, variation selectors.
  package static let mark = CharacterClass(rawValue: 0x01)
  /// Control characters that are not white space.
  package static let control = CharacterClass(rawValue: 0x02)
  /// Any sign without a class of its own.
  package static let symbol = CharacterClass(rawValue: 0x03)
  package static let bullet = CharacterClass(rawValue: 0x04)
  package static let currency = CharacterClass(rawValue: 0x05)
  package static let degree = CharacterClass(rawValue: 0x06)
  /// “ ” ‘ ’ and dashes.
  package static let openingQuote = CharacterClass(rawValue: 0x07)
  package static let closingQuote = CharacterClass(rawValue: 0x08)
  package static let apostrophe = CharacterClass(rawValue: 0x09)
  package static let dash = CharacterClass(rawValue: 0x0A)
  package static let ellipsis = CharacterClass(rawValue: 0x0B)

  var isLetter: Bool { self == .upper || self == .lower }
  var isAlphanumeric: Bool { isLetter || self == .digit }

  package init(of scalar: Unicode.Scalar) {
    self = scalar.value < 0x80 ? Self.ascii[Int(scalar.value)] : Self.beyondASCII(scalar)
  }

  private static let ascii: [CharacterClass] = (0..<0x80).map { value in
    switch UInt8(value) {
    case 0x09...0x0D, 0x20: .space
    case 0x00...0x1F, 0x7F: .control
    case 0x30...0x39: .digit
    case 0x41...0x5A: .upper
    case 0x61...0x7A: .lower
    case 0x24: .currency
    case 0x27: .apostrophe
    case let mark: CharacterClass(rawValue: mark)
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x200B, 0xFEFF: return .space
    case 0x2018, 0x201C, 0xAB: return .openingQuote
    case 0x201D, 0xBB: return .closingQuote
    case 0x2019: return .apostrophe
    case 0x2010...0x2015, 0x2212: return .dash
    case 0x2022, 0x2023, 0x25AA, 0x25AB, 0x25CF, 0x25E6, 0x2043, 0x2219, 0xB7: return .bullet
    case 0x2026: return .ellipsis
    case 0xA2...0xA5, 0x20A0...0x20C0: return .currency
    case 0xB0, 0xBA, 0x2103, 0x2109: return .degree
    case 0x200C, 0x200D, 0x1F3FB...0x1F3FF: return .mark
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter, .otherLetter, .modifierLetter: return .lower
    case .decimalNumber: return .digit
    case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
    case .control, .format, .surrogate, .unassigned, .privateUse: return .control
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    default: return .symbol
    }
  }
}
