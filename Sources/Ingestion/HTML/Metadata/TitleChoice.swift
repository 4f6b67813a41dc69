/// Chooses the headline among what a page gives as its title.
///
/// A heading that the page shows is the headline as its readers know it; what is declared confirms which heading that is,
/// and stands in for it where no heading fits.
struct TitleChoice {
  let title: String?

  /// - Parameters:
  ///   - declared: Titles from metadata, the most trusted first.
  ///   - window: The contents of the `title` element, often with the site's name at one end.
  ///   - headings: Headings of the first level near the article, then others, in reading order.
  init(declared: [String], window: String?, headings: [String], site: String?) {
    let references = (declared + [window].compactMap { $0 }).map(\.headlineKey)
    let siteKey = site?.headlineKey
    let confirmed = headings.filter { heading in
      let key = heading.headlineKey
      return key.count > 2 && key != siteKey && references.contains { $0 == key || $0.contains(key) }
    }.max { $0.headlineKey.count < $1.headlineKey.count }
    let surrounded = declared.first { title in headings.contains { Self.isNear(title.headlineKey, $0.headlineKey) } }
    if let confirmed {
      title = confirmed
    } else if let surrounded {
      title = surrounded
    } else if let first = declared.first {
      title = Self.withoutSite(first, site: site)
    } else if let heading = headings.first, window == nil {
      title = heading
    } else {
      title = window.map { Self.withoutSite($0, site: site) }?.nonEmpty
    }
  }

  /// Whether a heading is the declared title with a few words more: a label before it.
  private static func isNear(_ reference: String, _ heading: String) -> Bool {
    reference.count > 15 && heading.contains(reference) && heading.count < reference.count * 3 / 2
  }

  /// A title without the site's name that a separator parts from it.
  private static func withoutSite(_ title: String, site: String?) -> String {
    for separator in [" | ", " :: ", " - ", " – ", " — ", " · ", " » ", " « ", " • "] {
      let parts = title.components(separatedBy: separator)
      guard parts.count > 1 else { continue }
      if let site, let index = parts.firstIndex(where: { $0.headlineKey == site.headlineKey }) {
        let kept = index == 0 ? parts[1...] : parts[..<index]
        return kept.joined(separator: separator).trimmed
      }
      // Without a known name, the longer side is the headline and a short last part the site.
      let last = parts[parts.count - 1]
      if parts.count == 2, last.count > 2 * parts[0].count, separator != " - " { return last.trimmed }
      return parts.dropLast().joined(separator: separator).trimmed
    }
    return title.trimmed
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
