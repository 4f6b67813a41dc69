/// A day of the calendar, or a month or year where no more is known, read from the ways in which pages write dates.
struct CalendarDate: Hashable, CustomStringConvertible {
  let year: Int
  let month: Int?
  let day: Int?

  /// ISO 8601 with as many parts as are known.
  var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return ([String(year)] + [month, day].compactMap { $0 }.map(padded)).joined(separator: "-")
  }

  /// Nil for what is no date, or none between 1990 and 2100: no article on the web is older.
  init?(year: Int, month: Int?, day: Int?) {
    guard (1990...2100).contains(year) else { return nil }
    if let month { guard (1...12).contains(month) else { return nil } }
    if let day {
      guard let month else { return nil }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard (1...lengths[month - 1]).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a date at the beginning of a machine-readable value: `2019-11-18T10:00Z`, `20191118`, `2019/11/18`, `2019-11`.
  init?(iso text: String) {
    let digits = text.trimmed
    let parts = digits.split { !($0.isASCII && $0.isNumber) }
    guard let first = parts.first, digits.first?.isNumber == true else { return nil }
    if first.count == 8 || first.count == 14 {
      self.init(
        year: Int(first.prefix(4)) ?? 0, month: Int(first.dropFirst(4).prefix(2)),
        day: Int(first.dropFirst(6).prefix(2)))
      return
    }
    guard first.count == 4, let year = Int(first) else { return nil }
    let month = parts.count > 1 && parts[1].count <= 2 ? Int(parts[1]) : nil
    let day = month != nil && parts.count > 2 && parts[2].count <= 2 ? Int(parts[2]) : nil
    self.init(year: year, month: month, day: day)
  }

  /// Finds the first full date that a text writes out: "November 18, 2019", "18. November 2019", "18.11.2019", "2019-11-18".
  init?(in text: String) {
    guard text.utf8.contains(where: \.isDigit) else { return nil }
    let words = DateWord.words(of: text)
    for index in words.indices {
      if let date = Self.date(at: index, of: words) {
        self = date
        return
      }
    }
    return nil
  }

  private static func date(at index: Int, of words: [DateWord]) -> CalendarDate? {
    func number(_ offset: Int) -> Int? { index + offset < words.count ? words[index + offset].number : nil }
    func month(_ offset: Int) -> Int? { index + offset < words.count ? words[index + offset].month : nil }
    if let year = number(0), year > 31, let middle = number(1), let day = number(2), words[index].isJoined {
      return CalendarDate(year: year, month: middle, day: day)
    }
    if let day = number(0), let month = month(1), let year = number(2) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = month(0), let day = number(1), let year = number(2) {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let first = number(0), let second = number(1), let year = number(2), words[index].isJoined, first <= 31,
      second <= 31
    else { return nil }
    let full = year < 100 ? 2000 + year : year
    // With a stroke between, both orders are in use: only a number past 12 tells them apart.
    if words[index].separator == "/", first <= 12, second <= 12, first != second { return nil }
    return CalendarDate(year: full, month: second, day: first) ?? CalendarDate(year: full, month: first, day: second)
  }
}

/// A word of a text that may be part of a date.
private struct DateWord {
  var number: Int?
  var month: Int?
  /// What stands between this word and the next.
  var separator: Character = " "

  /// Whether only a mark parts a number from the next one: "18.11.2019".
  var isJoined: Bool { number != nil && (separator == "." || separator == "/" || separator == "-" || separator == "年") }

  static func words(of text: String) -> [DateWord] {
    var words: [DateWord] = []
    var current = ""
    func finish(_ separator: Character) {
      defer { current = "" }
      guard !current.isEmpty else {
        if separator != " ", separator != ".", separator != ",", separator != "月", !words.isEmpty {
          words[words.count - 1].separator = separator
        }
        return
      }
      let number = current.count <= 4 ? Int(current) ?? ordinal(current) : nil
      let month = number == nil ? monthNumbers[current.lowercased()] : nil
      // Filler between the parts of a date: "18 de noviembre de 2019", "the 18th of November".
      if number == nil, month == nil, ["de", "of", "del", "the", "den", "am"].contains(current.lowercased()) { return }
      words.append(DateWord(number: number, month: month, separator: separator))
    }
    for character in text.prefix(400) {
      if character == "年" || character == "月" || character == "日" || !(character.isLetter || character.isNumber) {
        finish(character)
      } else {
        if let last = current.last, last.isNumber != character.isNumber, ordinalSuffix(of: current, character) == nil {
          finish(" ")
        }
        current.append(character)
      }
    }
    finish(" ")
    return words
  }

  private static func ordinalSuffix(of number: String, _ next: Character) -> Character? {
    guard number.count <= 3, number.first?.isNumber == true, "stndrhºo".contains(next) else { return nil }
    return next
  }

  private static func ordinal(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 2, ["st", "nd", "rd", "th", "º", "o"].contains(word.dropFirst(digits.count))
    else {
      return nil
    }
    return Int(digits)
  }

  private static let monthNumbers: [String: Int] = {
    let names = [
      "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia",
      "february feb februar februari février fevrier févr febrero fevereiro fev febbraio lutego",
      "march mar märz maerz mär mars marzo março marco maart marca",
      "april apr avril avr abril abr aprile kwietnia",
      "may mai mayo maio maggio mag mei maja",
      "june jun juni juin junio junho giugno giu czerwca",
      "july jul juli juillet juil julio julho luglio lug lipca",
      "august aug août aout agosto ago augustus sierpnia",
      "september sept sep septembre septiembre setembro set settembre wrzesnia września",
      "october oct oktober okt octobre octubre outubro out ottobre ott października",
      "november nov novembre noviembre novembro listopada",
      "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre grudnia",
    ]
    var numbers: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { numbers[String(name)] = index + 1 }
    }
    return numbers
  }()
}
