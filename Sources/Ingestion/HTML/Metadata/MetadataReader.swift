internal import Documents
internal import MarkupParsing

/// Finds out what a page says about its article.
///
/// In order of trust: JSON-LD, OpenGraph and other `meta` elements, microdata, visible text near the headline; absent
/// where none of them speaks clearly.
struct MetadataReader {
  private let page: PageMap
  private let tree: MarkupTree
  private let meta: MetaElements
  private let data: StructuredData
  private let head: ArticleHead

  static func read(_ page: PageMap, content: MainContent, data: StructuredData) -> Metadata {
    let reader = MetadataReader(page: page, content: content, data: data)
    var metadata = Metadata()
    metadata.title = reader.title
    metadata.site = reader.site
    metadata.authors = reader.authors
    metadata.published = reader.published?.description
    metadata.language = reader.language
    metadata.canonicalURL = reader.canonicalURL
    metadata.description =
      reader.data.description?.folded
      ?? reader.meta.first("og:description", "description", "dc.description", "twitter:description")
    metadata.keywords = reader.keywords
    metadata.license = reader.license
    return metadata
  }

  private init(page: PageMap, content: MainContent, data: StructuredData) {
    self.page = page
    self.data = data
    tree = page.tree
    meta = MetaElements(page.tree)
    head = ArticleHead(page, content: content)
  }

  // MARK: Title

  private var title: String? {
    let declared = [
      data.headline, meta.first("og:title"), meta.first("twitter:title"), meta.first("dc.title", "dcterms.title"),
      meta.first("headline"),
    ].compactMap { $0?.folded.nonEmpty }
    let window = tree.first(.title).map { tree.text(of: $0).folded }
    return TitleChoice(declared: declared, window: window, headings: head.headings, site: site).title
  }

  private var site: String? {
    (meta.first("og:site_name") ?? data.publisher ?? meta.first("application-name", "dc.publisher"))?.folded.nonEmpty
  }

  // MARK: Authors

  private var authors: [String] {
    let sources: [[String]] = [
      data.authors,
      meta.all("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author"),
      meta.all("dc.creator", "citation_author", "byl", "parsely-author", "sailthru.author", "twitter:creator_name"),
      head.markedAuthors, head.bylines, head.spokenBylines,
    ]
    for source in sources {
      var names: [String] = []
      for name in source.flatMap(AuthorName.names) where !names.contains(name) && !isSite(name) { names.append(name) }
      if !names.isEmpty { return names }
    }
    return []
  }

  /// Whether a name is that of the site or its address, which many pages give for want of an author.
  private func isSite(_ name: String) -> Bool {
    let key = name.headlineKey
    if let siteKey = site?.headlineKey, key == siteKey || siteKey.count > 3 && key.hasPrefix(siteKey) { return true }
    guard let host = canonicalURL?.split(separator: "/").dropFirst().first else { return false }
    // A person's own site is called after the person: two words that make up the address are a name.
    let labels = host.split(separator: ".").map(String.init).filter { $0 != "www" && $0.count > 3 }
    return labels.contains { key.contains($0.headlineKey) && $0.headlineKey != key }
      || labels.contains { key == $0.headlineKey } && !name.contains(" ")
  }

  // MARK: Date

  private var published: CalendarDate? {
    let machine =
      data.published
      ?? meta.first(
        "article:published_time", "og:article:published_time", "datepublished", "article:published", "dc.date.issued",
        "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date", "publish_date",
        "publication_date", "pubdate", "publishdate", "date", "parsely-pub-date", "sailthru.date",
        "cxenseparse:recs:publishtime")
    if let machine, let date = CalendarDate(iso: machine) ?? CalendarDate(in: machine) { return date }
    return head.markedDate ?? head.visibleDate ?? urlDate
  }

  /// The day in an address such as `/2019/11/18/headline`.
  private var urlDate: CalendarDate? {
    guard let url = canonicalURL else { return nil }
    let parts = url.split(separator: "/")
    for index in parts.indices.dropLast(2) where parts[index].count == 4 {
      guard parts[index + 1].count <= 2, let year = Int(parts[index]), let month = Int(parts[index + 1]) else {
        continue
      }
      if parts[index + 2].count <= 2, let day = Int(parts[index + 2]) {
        return CalendarDate(year: year, month: month, day: day)
      }
    }
    return nil
  }

  // MARK: The rest

  private var language: String? {
    let html = tree.first(.html)
    let tag =
      html.flatMap { tree.value(of: .lang, at: $0) ?? tree.value(of: .xmlLang, at: $0) } ?? data.language
      ?? meta.first("og:locale", "content-language", "language", "dc.language")
    guard let tag = tag?.trimmed.lowercased().replacing("_", with: "-"), (2...12).contains(tag.count) else {
      return nil
    }
    return tag.utf8.allSatisfy { $0 == 0x2D || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A } ? tag : nil
  }

  private var canonicalURL: String? {
    (meta.target("canonical") ?? meta.first("og:url") ?? data.url)?.nonEmpty
  }

  private var keywords: [String] {
    let listed =
      data.keywords.isEmpty ? meta.all("article:tag", "news_keywords", "keywords", "dc.subject") : data.keywords
    var keywords: [String] = []
    for keyword in listed.flatMap({ $0.split(separator: ",") }).map(\.folded) {
      if !keyword.isEmpty, !keywords.contains(keyword) { keywords.append(keyword) }
    }
    return keywords
  }

  private var license: String? {
    if let license = data.license ?? meta.target("license") ?? meta.first("dcterms.license", "dc.rights.license") {
      return license
    }
    let link = tree.nodes.first { node in
      tree.element(of: node) == .a && tree.value(of: .rel, at: node)?.lowercased().contains("license") ?? false
    }
    return link.flatMap { tree.value(of: .href, at: $0) }
  }
}
