/// Names of persons out of what bylines and metadata hold.
enum AuthorName {
  private static let prefixes = [
    "written by", "posted by", "published by", "medically reviewed by", "reviewed by", "story by", "words by",
    "article by", "by",
    "ein beitrag von", "ein gastbeitrag von", "geschrieben von", "veröffentlicht von", "text von", "von", "vom",
    "interview:", "text:",
    "autor:", "autorin:", "author:", "autor", "autorin", "author", "publié par", "par", "escrito por", "por",
    "scritto da", "di", "door", "przez", "from",
  ]

  /// Prefixes that make a line a byline wherever it stands near a headline.
  private static let openings = [
    "by ", "written by ", "von ", "par ", "por ", "text: ", "autor: ", "author: ", "interview: ", "di ",
    "geschrieben von ",
  ]

  /// Words that no person's name has: such a line names a function, a site, an organisation or nobody.
  private static let impersonal: Set<String> = [
    "admin", "administrator", "wordpressadmin", "redaktion", "webmaster", "editor", "editors", "editorial", "staff",
    "newsroom", "desk", "facebook", "twitter", "by", "von",
    "comments", "comment", "kommentare", "read", "share", "follow", "login", "subscribe", "http", "https", "www",
    "posts", "view", "more", "posted", "published", "publiziert",
    "veröffentlicht", "geschrieben", "erstellt", "profile", "updated", "min", "minutes", "contributor", "anonymous",
    "unknown", "guest", "null", "undefined", "publisher",
    "archiv", "archive", "agencies", "abteilung", "anónimo", "redacción", "afp", "efe", "dpa", "apa", "ansa", "reuters",
    "gmbh", "ag", "inc", "llc", "ltd", "verein", "stiftung",
    "partei", "verband",
    "departement", "ministerium", "institut",
    "institute", "kitchens", "foto", "photo", "фото", "designed", "recipe", "online", "magazin", "redaction",
    "rédaction", "sekretariat", "feuerwehr", "foundation",
    "university", "universität", "department", "team", "agency", "association", "company", "bundesfraktion",
    "bundestagsfraktion", "bund", "am", "on", "um", "at",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonntag", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
    "domingo",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// Whether a line near a headline introduces its author: "By Jane Doe".
  static func isByline(_ line: String) -> Bool {
    guard line.count <= 80 else { return false }
    let lower = line.lowercased()
    guard let opening = openings.first(where: { lower.hasPrefix($0) }) else { return false }
    return line.dropFirst(opening.count).first?.isUppercase ?? false
  }

  /// The names in a byline, without what introduces, parts or follows them. Empty when it names no person.
  static func names(in byline: String) -> [String] {
    var text = byline.folded
    let lower = text.lowercased()
    if let prefix = prefixes.first(where: {
      lower.hasPrefix($0) && ($0.hasSuffix(":") || " :".contains(lower.dropFirst($0.count).first ?? "x"))
    }) {
      text = String(text.dropFirst(prefix.count))
    }
    text = String(text.drop { " :".contains($0) })
    return parts(of: text).compactMap(name)
  }

  private static func parts(of text: String) -> [String] {
    var parts = [text]
    for separator in [";", " and ", " & ", " und ", " et ", " | ", " • ", " – ", " — ", " · "] {
      parts = parts.flatMap { $0.components(separatedBy: separator) }
    }
    // A comma parts names, or a name from a function: "Jane Doe, John Roe" or "Jane Doe, RD".
    return parts.flatMap { part -> [String] in
      let pieces = part.split(separator: ",").map { $0.trimmed }
      guard pieces.count > 1 else { return [part] }
      let named = pieces.filter { $0.contains(" ") && $0.count <= 30 }
      return named.count == pieces.count ? pieces : [pieces[0]]
    }
  }

  /// A single name, or nil when the text is none.
  private static func name(_ text: String) -> String? {
    var name = text.folded
    while let last = name.last, ",:;|-/".contains(last) { name = String(name.dropLast()).trimmed }
    while let first = name.first, ",:;|-/@".contains(first) { name = String(name.dropFirst()).trimmed }
    guard (2...50).contains(name.count), name.contains(where: \.isLetter), !name.contains("@"), !name.contains("://")
    else {
      return nil
    }
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    guard words.count <= 6, words.allSatisfy({ !impersonal.contains(String($0)) }) else { return nil }
    guard name.count(where: \.isNumber) <= 3, CalendarDate(in: name) == nil, !name.contains("e.V.") else { return nil }
    // "mf", "zvg": initials, or what says that a picture was provided.
    if name.count <= 3, !name.contains(where: \.isUppercase), name.contains(where: \.isLowercase) { return nil }
    // "symple.ch", "LAOLA1.at": an address.
    if !name.contains(" "), let dot = name.lastIndex(of: "."), (2...3).contains(name[dot...].count - 1) { return nil }
    return name
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map(String.init)
  }
}
