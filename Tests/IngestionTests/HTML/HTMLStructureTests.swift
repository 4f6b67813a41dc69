import Documents
import Ingestion
import Testing

/// What becomes of markup inside an article, through the reader's public face.
@Suite struct HTMLStructureTests {
  private let opening = """
    <p>Magnesium is a mineral that the body needs for hundreds of reactions, and most people get it from plants.</p>
    """

  private func read(_ body: String) -> Document {
    HTMLReader().document(
      from: Array("<body><h1>Magnesium</h1>\(opening)\(body)</body>".utf8), id: "a", source: "a.html")
  }

  private func texts(_ document: Document, _ matches: (Block.Kind) -> Bool) -> [String] {
    document.blocks.filter { matches($0.kind) }.map { String(document.text(in: $0.range)) }
  }

  @Test func headingsKeepTheirLevelsAndHoldWhatFollows() throws {
    let document = read("<h2>Sources</h2><p>Nuts and seeds are rich in it, as are beans and whole grains.</p>")
    let heading = try #require(document.blocks.firstIndex { $0.kind == .heading(level: 2) })
    #expect(document.text(in: document.blocks[heading].range) == "Sources")
    #expect(document.blocks[heading + 1].heading == heading)
  }

  @Test func listItemsNameTheirLeadIn() throws {
    let document = read(
      "<p>Food sources of magnesium:</p><ul><li>almonds<ul><li>raw</li></ul></li><li>spinach</li></ul>")
    let leadIn = try #require(
      document.blocks.firstIndex { document.text(in: $0.range) == "Food sources of magnesium:" })
    let items = document.blocks.filter { if case .listItem = $0.kind { true } else { false } }
    #expect(items.map { String(document.text(in: $0.range)) } == ["almonds", "raw", "spinach"])
    #expect(items.map(\.leadIn) == [leadIn, leadIn + 1, leadIn])
    #expect(items[1].kind == .listItem(depth: 1, ordinal: nil))
  }

  @Test func orderedListsCount() {
    let document = read("<ol start=3><li>Soak the beans</li><li>Cook the beans</li></ol>")
    #expect(
      document.blocks.suffix(2).map(\.kind) == [.listItem(depth: 0, ordinal: 3), .listItem(depth: 0, ordinal: 4)])
  }

  @Test func cellsKnowTheirHeaders() throws {
    let document = read(
      """
      <table><caption>Recommended intake</caption><tr><th>Age</th><th>Women</th></tr>
      <tr><td>19 to 30</td><td>310 mg</td></tr></table>
      """)
    let cell = try #require(document.blocks.last)
    guard case .tableCell(let place) = cell.kind else {
      Issue.record("the last block is no cell")
      return
    }
    #expect(document.text(in: cell.range) == "310 mg")
    #expect(place.columnHeaders.map { document.text(in: document.blocks[$0].range) } == ["Women"])
    #expect(place.rowHeaders.map { document.text(in: document.blocks[$0].range) } == ["19 to 30"])
    #expect(cell.leadIn.map { document.text(in: document.blocks[$0].range) } == "Recommended intake")
    #expect(document.text.hasSuffix("Age\tWomen\n19 to 30\t310 mg"))
  }

  @Test func spansAreBounded() {
    let document = read(
      "<table><tr><th colspan=10000 rowspan=70000>Food</th></tr><tr><td>kale</td><td>47 mg</td></tr></table>")
    #expect(texts(document) { if case .tableCell = $0 { true } else { false } } == ["Food", "kale", "47 mg"])
  }

  @Test func layoutTablesAreText() {
    let document = read("<table role=presentation><tr><td>Beans are a good source of magnesium, too.</td></tr></table>")
    #expect(document.blocks.allSatisfy { if case .tableCell = $0.kind { false } else { true } })
    #expect(document.text.hasSuffix("Beans are a good source of magnesium, too."))
  }

  @Test func twoBreaksPartParagraphsAndOneBreaksTheLine() {
    let document = read("<div>Magnesium relaxes muscles.<br><br>It calms nerves.<br>It helps sleep, some say.</div>")
    let paragraphs = texts(document) { $0 == .paragraph }
    #expect(paragraphs.suffix(2) == ["Magnesium relaxes muscles.", "It calms nerves.\nIt helps sleep, some say."])
  }

  @Test func typedBulletsAreListItems() {
    let document = read("<p>Good sources:</p><p>• almonds<br>• spinach<br>• beans</p>")
    #expect(texts(document) { if case .listItem = $0 { true } else { false } } == ["almonds", "spinach", "beans"])
  }

  @Test func boldLinesOverTextAreHeadings() {
    let document = read("<p><b>Who needs more</b></p><p>Older adults absorb less magnesium than the young do.</p>")
    #expect(texts(document) { if case .heading = $0 { true } else { false } } == ["Who needs more"])
  }

  @Test func questionsOfAnFAQHaveAnswers() throws {
    let document = read(
      """
      <h2>Frequently asked questions</h2><h3>Is magnesium safe?</h3><p>From food it is safe for healthy people.</p>
      """)
    let question = try #require(document.blocks.firstIndex { $0.kind == .question })
    #expect(document.blocks[question + 1].kind == .answer)
    #expect(document.blocks[question + 1].leadIn == question)
  }

  @Test func referencesKeepTheirNumbers() {
    let document = read(
      "<h2>References</h2><ol><li>Doe J. Magnesium and sleep. 2020.</li><li>Roe R. Minerals. 2021.</li></ol>")
    #expect(texts(document) { $0 == .reference }.map { $0.prefix(2) } == ["1.", "2."])
  }

  @Test func definitionsNameTheirTerm() throws {
    let document = read("<dl><dt>Hypomagnesaemia</dt><dd>Too little magnesium in the blood.</dd></dl>")
    let term = try #require(document.blocks.firstIndex { $0.kind == .term })
    #expect(document.blocks[term + 1].kind == .definition)
    #expect(document.blocks[term + 1].leadIn == term)
  }

  @Test func blocksAreSortedAndApart() {
    let document = read(
      "<h2>A</h2><ul><li>b</li></ul><blockquote>Quoted words.</blockquote><pre>x\n  y</pre><p>The <a href='/m'>fact sheet</a> has it all.</p>"
    )
    var end = -1
    for block in document.blocks {
      #expect(block.range.lowerBound > end)
      #expect(!block.range.isEmpty)
      end = block.range.upperBound
    }
    #expect(end <= document.text.utf8.count)
    #expect(document.links.map { document.text(in: $0.range) } == ["fact sheet"])
  }
}
