/// Names of persons out of what bylines and metadata hold.
enum AuthorName {
  private static let prefixes = [
    "by ", "written by ", "posted by ", "von ", "par ", "por ", "di ", "da ", "door ", "autor: ", "author: ",
    "autorin: ",
    "text: ", "text von ", "ein beitrag von ", "ein gastbeitrag von ", "geschrieben von ", "veröffentlicht von ",
    "publié par ",
    "escrito por ", "published by ", "medically reviewed by ", "from ", "author ", "autor ", "autor:", "author:",
    "by: ", "by:",
    "przez ",
  ]
  /// Words that no person's name has: such a line names a function, a site or nobody.
  private static let impersonal: Set<String> = [
    "admin", "administrator", "redaktion", "webmaster", "editor", "editorial", "staff", "newsroom", "desk", "facebook",
    "twitter",
    "comments", "comment", "read", "share", "follow", "login", "subscribe", "http", "https", "www", "posts", "view",
    "more",
    "profile", "updated", "min", "minutes", "contributor", "anonymous", "unknown", "guest", "null", "undefined",
  ]

  /// The names in a byline, without what introduces, parts or follows them. Empty when it names no person.
  static func names(in byline: String) -> [String] {
    var text = byline.folded
    let lower = text.lowercased()
    if let prefix = prefixes.first(where: { lower.hasPrefix($0) }) { text = String(text.dropFirst(prefix.count)) }
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
    guard name.count(where: \.isNumber) <= 3, CalendarDate(in: name) == nil else { return nil }
    return name
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map(String.init)
  }
}
