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
  private let site: String?
  /// What separators part in the window's title, as keys: the headline and the site's name.
  private let windowParts: Set<String>
  private let language: String?

  static func read(_ page: PageMap, content: MainContent, data: StructuredData) -> Metadata {
    let reader = MetadataReader(page: page, content: content, data: data)
    var metadata = Metadata()
    metadata.title = reader.head.title
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
    let meta = MetaElements(page.tree)
    self.meta = meta
    let site = (meta.first("og:site_name") ?? data.publisher ?? meta.first("application-name", "dc.publisher"))?.folded
      .nonEmpty
    let language = Self.language(of: page.tree, meta: meta, data: data)
    self.site = site
    self.language = language
    let declared = [
      data.headline, meta.first("og:title"), meta.first("twitter:title"), meta.first("dc.title", "dcterms.title"),
      meta.first("headline"),
    ].compactMap { $0?.folded.nonEmpty }
    let window = page.tree.first(.title).map { page.tree.text(of: $0).folded }
    windowParts = Set((window ?? "").split { "|–—-:·»«•".contains($0) }.map { String($0).headlineKey })
    head = ArticleHead(page, content: content, language: language) { headings in
      TitleChoice(declared: declared, window: window, headings: headings, site: site).title
    }
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
      for name in source.filter({ !isSite($0) }).flatMap(AuthorName.names) where !names.contains(name) && !isSite(name)
      {
        names.append(name)
      }
      if !names.isEmpty { return names }
    }
    return []
  }

  /// Whether a name is that of the site or its address, which many pages give for want of an author.
  private func isSite(_ name: String) -> Bool {
    let key = name.headlineKey
    if let siteKey = site?.headlineKey, key == siteKey || siteKey.count > 3 && key.hasPrefix(siteKey) { return true }
    if windowParts.contains(key) { return true }
    guard let host = canonicalURL?.split(separator: "/").dropFirst().first else { return false }
    // A person's own site is called after the person: two words that make up the address are a name.
    let labels = host.split(separator: ".").map(String.init).filter { $0 != "www" && $0.count > 3 }
    return labels.contains { key.contains($0.headlineKey) && $0.headlineKey != key }
      || labels.contains { key == $0.headlineKey } && !name.contains(" ")
  }

  // MARK: Date

  /// What says outright when the article was published, then what the page shows, then fields that often hold the day on
  /// which the page was generated.
  private var published: CalendarDate? {
    let declared =
      data.published
      ?? meta.first(
        "article:published_time", "og:article:published_time", "datepublished", "article:published", "dc.date.issued",
        "dcterms.issued", "citation_publication_date", "cxenseparse:recs:publishtime") ?? meta.firstPublicationDate
    if let declared, let date = date(declared) ?? head.publishedDate {
      // Machines write the day in Greenwich, people the day where they are.
      guard let shown = head.visibleDate, let day = date.dayNumber, let shownDay = shown.dayNumber,
        abs(day - shownDay) == 1
      else { return date }
      return shown
    }
    let generated = meta.first("dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date")
    return head.publishedDate ?? head.visibleDate ?? generated.flatMap(date) ?? head.timeDate ?? head.labelledDate
      ?? urlDate
  }

  private func date(_ value: String) -> CalendarDate? {
    CalendarDate(iso: value) ?? CalendarDate(in: value, isDayFirst: head.isDayFirst)
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

  private static func language(of tree: MarkupTree, meta: MetaElements, data: StructuredData) -> String? {
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
      tree.element(of: node) == .a
        && tree.valueRange(of: .rel, at: node).map { Line(tree.bytes[$0]).bytes.firstPlace(of: "license") != nil }
          ?? false
    }
    return link.flatMap { tree.value(of: .href, at: $0) }
  }
}
