import Documents
import Ingestion
import Testing

/// What is article and what is not, and what a page says about it.
@Suite struct HTMLContentTests {
  private static let prose = """
    <p>Vitamin K activates proteins that bind calcium to bone, which is one reason why leafy greens are good for it.</p>
    <p>Adults who eat few greens have lower bone density on average, though the studies are small and short.</p>
    """

  private func read(_ page: String) -> Document {
    HTMLReader().document(from: Array(page.utf8), id: "a", source: "a.html")
  }

  @Test(arguments: [
    "<nav><ul><li><a href=/>Home of this site and all its pages</a></li></ul></nav>",
    "<div class='sidebar'><p>Our newsletter reaches thousands of readers every week, and it costs nothing at all.</p></div>",
    "<div id=comments><p>I have eaten kale for years and my bones have never been better, thank you for this.</p></div>",
    "<div class='related-posts'><h3><a href=/x>Ten foods that you should eat every day</a></h3></div>",
    "<footer><p>Copyright 2024 by the makers of this page, who reserve all rights to everything on it.</p></footer>",
    "<div class='cookie-banner'><p>We use cookies so that the site works and to learn how people use it. Do you agree?</p></div>",
    "<p style='display: none'>This paragraph is hidden from all readers of the page and has to stay so.</p>",
    "<script>document.write('<p>Written by a script, which nobody runs here at all.</p>')</script>",
  ])
  func whatSurroundsTheArticleGoes(_ boilerplate: String) {
    let clean = read("<html><body><div><h1>Vitamin K</h1>\(Self.prose)</div></body></html>")
    let page = read("<html><body><div><h1>Vitamin K</h1>\(Self.prose)</div>\(boilerplate)</body></html>")
    #expect(page.text == clean.text)
    #expect(page.text.hasPrefix("Vitamin K activates"))
  }

  @Test func aLayoutNamedAfterASidebarIsKept() {
    let document = read(
      "<body class=has-sidebar><div class='layout-sidebar'><h1>Vitamin K</h1>\(Self.prose)</div></body>")
    #expect(document.text.hasPrefix("Vitamin K activates"))
  }

  @Test func headlineAndBylineAreNoBody() {
    let document = read(
      """
      <html lang=en-GB><head><title>Greens and bones | The Site</title></head><body><article><h1>Greens and bones</h1>
      <p class=byline>By Jane Doe</p><p>March 3, 2021</p>\(Self.prose)</article></body></html>
      """)
    #expect(document.text.hasPrefix("Vitamin K activates"))
    #expect(document.metadata.title == "Greens and bones")
    #expect(document.metadata.authors == ["Jane Doe"])
    #expect(document.metadata.published == "2021-03-03")
    #expect(document.metadata.language == "en-gb")
  }

  @Test func structuredDataIsTrustedMost() {
    let data = """
      {"@context":"https://schema.org","@type":"NewsArticle","headline":"Greens and bones","datePublished":"2020-02-01T08:00Z",
      "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"Ann Roe"}],}
      """
    let document = read(
      """
      <head><script type="application/ld+json">\(data)</script><meta name=author content="Somebody Else">
      <meta property="article:published_time" content="1999-01-01"></head><body><h1>Greens and bones</h1>\(Self.prose)</body>
      """)
    #expect(document.metadata.authors == ["Jane Doe", "Ann Roe"])
    #expect(document.metadata.published == "2020-02-01")
  }

  @Test func nothingIsGuessed() {
    let document = read("<body>\(Self.prose)</body>")
    #expect(document.metadata == Metadata())
  }

  @Test(arguments: [
    ("", "no article"), ("<p>x\0y</p>\(prose)", "NUL"),
    (String(repeating: "<div>", count: 2000) + prose, "nested deeper"),
    ("<p " + (0..<1000).map { "a\($0)=1" }.joined(separator: " ") + ">" + prose, "attributes"),
  ])
  func badInputIsSaid(_ page: String, _ word: String) {
    let document = read(page)
    #expect(document.diagnostics.contains { $0.message.contains(word) && $0.input == "a.html" })
    #expect(page.isEmpty || document.text.contains("Vitamin K activates"))
  }

  @Test func aLyingEncodingIsFoundOut() {
    let bytes =
      Array("<meta charset=utf-8><p>Caf".utf8) + [0xE9]
      + Array(" drinkers get little vitamin K from it, of course.</p>".utf8)
    let document = HTMLReader().document(from: bytes, id: "a", source: "a.html")
    #expect(document.text == "Café drinkers get little vitamin K from it, of course.")
  }

  @Test func renderingsAgree() {
    let document = read("<h1>Vitamin K</h1>\(Self.prose)<h2>Food</h2><ul><li>kale</li></ul>")
    #expect(ArticleRenderer(.text).render(document) == document.text + "\n")
    let json = ArticleRenderer(.json).render(document)
    #expect(json.hasPrefix(#"{"id":"a","source":"a.html","title":"Vitamin K","authors":[],"published":null"#))
    #expect(json.hasSuffix("\n") && json.dropLast().allSatisfy { $0 != "\n" })
    let markdown = ArticleRenderer(.markdown).render(document)
    #expect(markdown.hasPrefix("# Vitamin K\n\nVitamin K activates"))
    #expect(markdown.hasSuffix("## Food\n\n- kale\n"))
  }
}
