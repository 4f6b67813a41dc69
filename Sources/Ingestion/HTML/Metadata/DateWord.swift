/// A word of a text that may be part of a date.
struct DateWord {
  /// What stands between a word and the next.
  enum Separator { case space, point, stroke, dash, colon, year, other }

  /// A date stands near the beginning of a line, or the line is no dateline.
  static let maximumLength = 500

  var number: Int?
  var month: Int?
  var separator = Separator.space

  /// Whether only a mark parts a number from the next one: "18.11.2019".
  var isJoined: Bool {
    guard number != nil else { return false }
    return switch separator {
    case .point, .stroke, .dash, .year: true
    case .space, .colon, .other: false
    }
  }

  /// The words of a text in UTF-8, without those that may stand between the parts of a date. O(length).
  static func words(of text: UnsafeBufferPointer<UInt8>) -> [DateWord] {
    var scanner = DateWordScanner()
    scanner.scan(text)
    return scanner.words
  }
}

/// Takes a text apart into runs of digits and runs of letters.
private struct DateWordScanner {
  private(set) var words: [DateWord] = []
  private var number = 0
  private var digits = 0
  private var letters = WordHash()
  /// Whether the letters of the current word follow its digits: "18th".
  private var isOrdinal = false

  mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte.isDigit {
        if letters.length > 0 { finish(.space) }
        number = digits < 5 ? number * 10 + Int(byte & 0x0F) : number
        digits += 1
        position += 1
      } else if byte < 0x80 {
        let lower = byte | 0x20
        if lower >= 0x61, lower <= 0x7A { addLetter(lower) } else { finish(Self.separator(of: byte)) }
        position += 1
      } else {
        position += addWide(text, at: position)
      }
    }
    finish(.space)
  }

  private static func separator(of byte: UInt8) -> DateWord.Separator {
    switch byte {
    case UInt8(ascii: "."): .point
    case UInt8(ascii: "/"): .stroke
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: ":"): .colon
    case 0...0x20, UInt8(ascii: ","): .space
    default: .other
    }
  }

  private mutating func addLetter(_ byte: UInt8) {
    // Letters right after digits are an ordinal's ending, or the next word.
    if digits > 0 { isOrdinal = true }
    letters.add(byte)
  }

  /// Adds a character beyond ASCII and returns its length.
  private mutating func addWide(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let byte = text[position]
    let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, text.count - position)
    let second = length > 1 ? text[position + 1] : 0
    let third = length > 2 ? text[position + 2] : 0
    switch (byte, second, third) {
    // 年, and 月 and 日, which mean year, month and day.
    case (0xE5, 0xB9, 0xB4): finish(.year)
    case (0xE6, 0x9C, 0x88), (0xE6, 0x97, 0xA5): finish(.year)
    case (0xC2, 0xAA, _), (0xC2, 0xBA, _):
      addLetter(byte)
      letters.add(second)
    case (0xC2, _, _), (0xE2, 0x80, _), (0xE2, 0x8B, _): finish(second == 0xA0 ? .space : .other)
    // Capitals of Latin-1.
    case (0xC3, 0x80...0x9E, _):
      addLetter(byte)
      letters.add(second + 0x20)
    default:
      addLetter(byte)
      for index in position + 1..<position + length { letters.add(text[index]) }
    }
    return length
  }

  private mutating func finish(_ separator: DateWord.Separator) {
    defer {
      number = 0
      digits = 0
      letters = WordHash()
      isOrdinal = false
    }
    guard digits > 0 || letters.length > 0 else {
      // "18. - 11": the last mark but points and spaces tells.
      if separator != .space, separator != .point, !words.isEmpty { words[words.count - 1].separator = separator }
      return
    }
    if digits > 0 {
      let isNumber = digits <= 4
      let isEnded = !isOrdinal || Self.ordinalEndings.contains(letters.value)
      words.append(DateWord(number: isNumber ? number : nil, separator: isEnded ? separator : .space))
      guard isOrdinal, !isEnded else { return }
    }
    // "18 de noviembre de 2019", "the 18th of November".
    guard !Self.fillers.contains(letters.value) else { return }
    words.append(DateWord(month: Self.monthNumbers[letters.value], separator: separator))
  }

  private static func hashes(_ words: String) -> [UInt64] { words.split(separator: " ").map { WordHash($0).value } }

  private static let ordinalEndings = Set(hashes("st nd rd th º ª o er"))
  private static let fillers = Set(hashes("de of del the den am"))

  private static let monthNumbers: [UInt64: Int] = {
    let names = [
      "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia января",
      "february feb februar februari février fevrier févr febrero fevereiro fev febbraio lutego февраля",
      "march mar märz maerz mär mars marzo março marco maart marca марта",
      "april apr avril avr abril abr aprile kwietnia апреля",
      "may mai mayo maio maggio mag mei maja мая",
      "june jun juni juin junio junho giugno giu czerwca июня",
      "july jul juli juillet juil julio julho luglio lug lipca июля",
      "august aug août aout agosto ago augustus sierpnia августа",
      "september sept sep septembre septiembre setembro set settembre wrzesnia września сентября",
      "october oct oktober okt octobre octubre outubro out ottobre ott października октября",
      "november nov novembre noviembre novembro listopada ноября",
      "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre grudnia декабря",
    ]
    var numbers: [UInt64: Int] = [:]
    for (index, line) in names.enumerated() { for hash in hashes(line) { numbers[hash] = index + 1 } }
    return numbers
  }()
}
