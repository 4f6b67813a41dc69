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

  @Test(arguments: [
    "Recommended amounts", "Related conditions", "Trending in the wrong direction",
  ])
  func headingsThatOpenLikePointersEndNothing(_ heading: String) {
    let document = read(
      "<div><h1>Vitamin K</h1>\(Self.prose)\(Self.prose)<h3>\(heading)</h3>\(Self.prose)</div>")
    #expect(document.text.contains("\n\n\(heading)\n\nVitamin K activates"))
  }

  @Test(arguments: [
    "Recommended", "Related articles", "Related posts:", "Comments (3)", "You may also like", "Trending now",
  ])
  func headingsOfOtherThingsEndTheArticle(_ heading: String) {
    let document = read(
      """
      <div><h1>Vitamin K</h1>\(Self.prose)\(Self.prose)<h3>\(heading)</h3>
      <p>Ten foods that you should eat every day if you want to live as long as your neighbours do.</p></div>
      """)
    #expect(document.text.hasSuffix("the studies are small and short."))
  }

  @Test(arguments: [
    ("Follow a diet with plenty of greens, and have your blood pressure taken once a year.", true),
    ("Get more vitamin K from kale, spinach and broccoli than from any pill on the market.", true),
    ("Follow us for more stories about greens and bones.", false),
    ("Support our work with a subscription.", false),
  ])
  func aLastSentenceIsKeptUnlessTheSiteSpeaksOfItself(_ last: String, isKept: Bool) {
    let document = read("<div><h1>Vitamin K</h1>\(Self.prose)<p>\(last)</p></div>")
    #expect(document.text.hasSuffix(last) == isKept)
  }

  @Test(arguments: [
    "Sign up for our newsletter and never miss a story.", "Follow us on Twitter, Facebook and Instagram.",
    "A bowl of kale on a table in the sun. Photo: Jane Doe", "Kale in a field near the sea © Some Agency",
  ])
  func invitationsAndCreditedCaptionsAreNoBody(_ line: String) {
    let document = read("<div><h1>Vitamin K</h1>\(Self.prose)<p>\(line)</p>\(Self.prose)</div>")
    #expect(document.text == read("<div><h1>Vitamin K</h1>\(Self.prose)\(Self.prose)</div>").text)
  }

  @Test(arguments: ["standfirst", "page-subtitle", "article-dek"])
  func aStandfirstIsKept(_ name: String) {
    let summary = "Vitamin K keeps calcium in the bones, and most of us eat enough of it."
    let inside = read("<main><h1>Vitamin K</h1><p class='\(name)'>\(summary)</p>\(Self.prose)</main>")
    #expect(inside.text.hasPrefix(summary))
    let beside = read(
      "<main><h1>Vitamin K</h1><div class='\(name)'>\(summary)</div><div class=text>\(Self.prose)\(Self.prose)</div></main>"
    )
    #expect(beside.text.hasPrefix(summary))
  }

  @Test func aStandfirstThatIsTheDeclaredDescriptionIsNoBody() {
    let summary = "Vitamin K keeps calcium in the bones, and most of us eat enough of it, though few of us know."
    let document = read(
      """
      <head><meta name=description content="\(summary)"></head>
      <body><main><h1>Vitamin K</h1><p class=standfirst>\(summary)</p>\(Self.prose)</main></body>
      """)
    #expect(document.text.hasPrefix("Vitamin K activates"))
    #expect(document.metadata.description == summary)
  }

  @Test(arguments: [
    ("Kale is rich in vitamin K and in calcium.", true), ("A bowl of kale", false),
    ("Photo: a bowl of kale by Jane Doe.", false),
  ])
  func aCaptionIsKeptIfItSaysSomething(_ caption: String, isKept: Bool) {
    let document = read(
      """
      <div><h1>Vitamin K</h1><figure><img src=a.jpg><figcaption>\(caption)</figcaption></figure>\(Self.prose)</div>
      """)
    #expect(document.text.hasPrefix(isKept ? caption : "Vitamin K activates"))
  }

  @Test func aColumnNamedAfterASidebarThatHoldsTheArticleIsKept() {
    let document = read(
      """
      <div><article><h1>Vitamin K</h1><div class="fixed-sidebar-layout"><div>\(Self.prose)\(Self.prose)</div></div></article>
      <p>\(String(repeating: "This place was founded by people who love greens. ", count: 8))</p></div>
      """)
    #expect(document.text.contains("Vitamin K activates"))
  }

  @Test(arguments: [
    ("en", "November 18, 2019", "2019-11-18"), ("en", "18th of November, 2019", "2019-11-18"),
    ("de", "18. November 2019, 10:15 Uhr", "2019-11-18"), ("de", "18.11.19", "2019-11-18"),
    ("es", "18 de noviembre de 2019", "2019-11-18"), ("fr", "1er août 2019", "2019-08-01"),
    ("fr", "1ER AOÛT 2019", "2019-08-01"), ("ru", "18 ноября 2019", "2019-11-18"), ("zh", "2019年11月18日", "2019-11-18"),
    ("en", "Mon Nov 18 14:57:21 CET 2019", "2019-11-18"), ("en", "2019-11-18", "2019-11-18"),
    ("es", "3/5/2022 22:41", "2022-05-03"), ("en-US", "3/5/2022", "2022-03-05"),
  ])
  func aDateUnderTheHeadlineIsRead(language: String, line: String, date: String) {
    let document = read("<html lang=\(language)><body><h1>Vitamin K</h1><p>\(line)</p>\(Self.prose)</body></html>")
    #expect(document.metadata.published == date)
  }

  @Test(arguments: [
    "3/5/2022", "31.02.2019", "1.2.3.4", "12.13.14.15", "Call 0555 18 11 2019",
    "25.10.50",
  ])
  func whatIsNoClearDateGivesNone(_ line: String) {
    let document = read("<html lang=en><body><h1>Vitamin K</h1><p>\(line)</p>\(Self.prose)</body></html>")
    #expect(document.metadata.published == nil)
  }

  @Test func aDateInsideAParagraphIsNotThatOfTheArticle() {
    let document = read(
      """
      <h1>Vitamin K</h1><p>On 12 May 2006 a group of people in the north began to eat kale each day, and wrote down how
      they felt, what they weighed and whether they had broken a bone in the meantime.</p>\(Self.prose)
      """)
    #expect(document.metadata.published == nil)
  }

  @Test func theDayShownIsTrustedWhereTheZoneMakesTheDifference() {
    let document = read(
      """
      <head><meta property="article:published_time" content="2022-05-04T01:25:56Z"></head>
      <body><h1>Vitamin K</h1><p>May 3, 2022</p>\(Self.prose)</body>
      """)
    #expect(document.metadata.published == "2022-05-03")
  }

  @Test(arguments: ["Tuesday, June 11, 2024", "mf", "dpa", "The Site"])
  func whatNamesNobodyIsNoAuthor(_ line: String) {
    let document = read(
      """
      <head><title>Vitamin K | The Site</title></head>
      <body><h1>Vitamin K</h1><p class=byline>\(line)</p>\(Self.prose)</body>
      """)
    #expect(document.metadata.authors == [])
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
