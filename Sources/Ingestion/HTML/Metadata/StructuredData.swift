internal import MarkupParsing

/// What a page's JSON-LD says about the article (schema.org).
struct StructuredData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var language: String?
  private(set) var publisher: String?
  private(set) var description: String?
  private(set) var keywords: [String] = []
  private(set) var license: String?
  private(set) var url: String?
  /// The questions of a marked-up FAQ.
  private(set) var questions: [String] = []

  private var byID: [String: JSONValue] = [:]

  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "BlogPosting", "MedicalWebPage", "ScholarlyArticle", "MedicalScholarlyArticle", "Report",
    "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "TechArticle", "AdvertiserContentArticle",
    "SocialMediaPosting", "LiveBlogPosting", "Recipe", "HowTo", "Review",
  ]
  private static let pageTypes: Set<String> = ["WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage"]

  init(_ tree: MarkupTree) {
    var nodes: [JSONValue] = []
    for node in tree.nodes where tree.element(of: node) == .script {
      guard let type = tree.valueRange(of: .type, at: node),
        Line(tree.bytes[type]).bytes.firstPlace(of: "ld+json") != nil,
        let value = JSONValue(tree.text(of: node))
      else { continue }
      collect(value, into: &nodes)
    }
    for node in nodes { if let id = node["@id"]?.string, byID[id] == nil { byID[id] = node } }
    for node in nodes where !Self.types(of: node).isDisjoint(with: Self.articleTypes) { read(node, isArticle: true) }
    for node in nodes where !Self.types(of: node).isDisjoint(with: Self.pageTypes) { read(node, isArticle: false) }
    for node in nodes where Self.types(of: node).contains("Question") {
      if let question = node["name"]?.string { questions.append(question) }
    }
  }

  /// All objects within a value, outermost first, through graphs and lists, with a bound on their number.
  private func collect(_ value: JSONValue, into nodes: inout [JSONValue]) {
    var waiting = [value]
    while let next = waiting.popLast(), nodes.count < 2000 {
      switch next {
      case .array(let elements): waiting += elements.reversed()
      case .object(let members):
        nodes.append(next)
        let nested = members.filter { ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"].contains($0.key) }
        waiting += nested.reversed().map(\.value)
      default: continue
      }
    }
  }

  private static func types(of node: JSONValue) -> Set<String> {
    Set(node["@type"]?.elements.compactMap(\.string) ?? [])
  }

  private mutating func read(_ node: JSONValue, isArticle: Bool) {
    if isArticle {
      headline = headline ?? node["headline"]?.string ?? node["name"]?.string
      if authors.isEmpty { authors = (node["author"] ?? node["creator"])?.elements.compactMap(author) ?? [] }
      url = url ?? node["url"]?.string
    }
    published = published ?? node["datePublished"]?.string
    language = language ?? node["inLanguage"]?.elements.first.flatMap { $0.string ?? $0["name"]?.string }
    publisher = publisher ?? node["publisher"].flatMap { resolved($0)["name"]?.string }
    description = description ?? node["description"]?.string
    license = license ?? node["license"]?.string
    if keywords.isEmpty { keywords = node["keywords"]?.elements.compactMap(\.string) ?? [] }
  }

  private func author(_ value: JSONValue) -> String? {
    if let name = value.string { return name }
    let node = resolved(value)
    guard !Self.types(of: node).contains("Organization") else { return nil }
    return node["name"]?.elements.first?.string
  }

  private func resolved(_ value: JSONValue) -> JSONValue {
    guard value["name"] == nil, let id = value["@id"]?.string else { return value }
    return byID[id] ?? value
  }
}
