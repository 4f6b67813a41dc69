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

  /// Finds the first full date that a text writes out: "November 18, 2019", "18. November 2019", "18.11.2019",
  /// "2019-11-18", "Mon Nov 18 14:57:21 CET 2019".
  ///
  /// - Parameter isDayFirst: Which way round `3/5/2022` is meant, where that is known.
  init?(in text: String, isDayFirst: Bool? = nil) {
    var text = text
    guard let date = text.withUTF8({ CalendarDate(in: $0, isDayFirst: isDayFirst) }) else { return nil }
    self = date
  }

  /// The same for bytes of UTF-8, of which the first few hundred are read.
  init?(in text: UnsafeBufferPointer<UInt8>, isDayFirst: Bool? = nil) {
    // No date has fewer digits than "1.2.20".
    guard text.count(where: \.isDigit) >= 4 else { return nil }
    let words = DateWord.words(of: UnsafeBufferPointer(rebasing: text.prefix(DateWord.maximumLength)))
    for index in words.indices {
      if let date = Self.date(at: index, of: words, isDayFirst: isDayFirst) {
        self = date
        return
      }
    }
    return nil
  }

  private static func date(at index: Int, of words: [DateWord], isDayFirst: Bool?) -> CalendarDate? {
    func number(_ offset: Int) -> Int? { index + offset < words.count ? words[index + offset].number : nil }
    func month(_ offset: Int) -> Int? { index + offset < words.count ? words[index + offset].month : nil }
    if let year = number(0), year > 31, let middle = number(1), let day = number(2), words[index].isJoined {
      return CalendarDate(year: year, month: middle, day: day)
    }
    if let day = number(0), let month = month(1), let year = number(2) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = month(0), let day = number(1) {
      if let year = number(2), let date = CalendarDate(year: year, month: month, day: day) { return date }
      // The way of `date`: a time of day, mostly with a zone, before the year.
      guard number(2) != nil, words[index + 2].separator == .colon, number(3) != nil else { return nil }
      return [5, 6].lazy.compactMap(number).first { $0 > 31 }.flatMap { CalendarDate(year: $0, month: month, day: day) }
    }
    guard let first = number(0), let second = number(1), let year = number(2), words[index].isJoined, first <= 31,
      second <= 31
    else { return nil }
    // "1.2.3.4": a version or an address.
    let goesOn = index > 0 && words[index - 1].isJoined || words[index + 2].isJoined && number(3) != nil
    guard year > 99 || year < 40 && !goesOn else { return nil }
    let full = year < 100 ? 2000 + year : year
    // With a stroke between, both orders are in use: a number past 12 tells them apart, or the page's language.
    if words[index].separator == .stroke, first <= 12, second <= 12, first != second {
      guard let isDayFirst else { return nil }
      return CalendarDate(year: full, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
    }
    return CalendarDate(year: full, month: second, day: first) ?? CalendarDate(year: full, month: first, day: second)
  }

  /// Days since the year 0 of the Gregorian calendar, for telling how far two days lie apart; nil without a day.
  var dayNumber: Int? {
    guard let month, let day else { return nil }
    // Counted from March, so that the day that leap years add comes last.
    let shifted = month < 3 ? (year: year - 1, month: month + 9) : (year: year, month: month - 3)
    return shifted.year * 365 + shifted.year / 4 - shifted.year / 100 + shifted.year / 400
      + (153 * shifted.month + 2) / 5 + day
  }
}
