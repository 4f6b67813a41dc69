internal import MarkupParsing

/// The `meta` and `link` elements of a page by name.
struct MetaElements {
  /// By lower-case `property`, `name` or `itemprop`: the contents in the order in which they stand.
  private var contents: [String: [String]] = [:]
  /// By `rel`: the first target.
  private var targets: [String: String] = [:]

  init(_ tree: MarkupTree) {
    for node in tree.nodes {
      switch tree.element(of: node) {
      case .meta:
        guard let content = tree.value(of: .content, at: node)?.folded, !content.isEmpty else { continue }
        for attribute in [Attribute.property, .name, .itemprop, .httpEquiv] {
          if let name = tree.value(of: attribute, at: node)?.lowercased() {
            contents[name, default: []].append(content)
          }
        }
      case .link:
        guard let rel = tree.value(of: .rel, at: node)?.lowercased(), let target = tree.value(of: .href, at: node)
        else {
          continue
        }
        if targets[rel] == nil { targets[rel] = target.trimmed }
      default: continue
      }
    }
  }

  /// The content of the first of `names` that the page has.
  func first(_ names: String...) -> String? {
    for name in names { if let content = contents[name]?.first { return content } }
    return nil
  }

  /// All contents of the first of `names` that the page has.
  func all(_ names: String...) -> [String] {
    for name in names { if let contents = contents[name] { return contents } }
    return []
  }

  /// The content of the first field, by name, that ends in one of the words that publishing systems use for the day of
  /// publication, whatever stands before it: `parsely-pub-date`.
  var firstPublicationDate: String? {
    let endings = [
      "pubdate", "pub-date", "pub_date", "publishdate", "publish_date", "publish-date", "publication_date",
      "publicationdate", "published_time", "published_at", "sailthru.date",
    ]
    let names = contents.keys.filter { name in endings.contains { name.hasSuffix($0) } }
    return names.min().flatMap { contents[$0]?.first }
  }

  func target(_ rel: String) -> String? { targets[rel] }
}
