internal import MarkupParsing

/// What a page shows around its headline: headings, bylines, dates.
struct ArticleHead {
  /// Texts of headings: those of the first level first, then those of the second near the article.
  private(set) var headings: [String] = []
  /// The article's title, of which the page may show none.
  private(set) var title: String?
  /// The text of elements marked as author (`rel=author`, `itemprop=author`).
  private(set) var markedAuthors: [String] = []
  /// Lines whose element is named after bylines.
  private(set) var bylines: [String] = []
  /// Lines near the headline that begin with "By".
  private(set) var spokenBylines: [String] = []
  /// The day that microdata calls `datePublished`.
  private(set) var publishedDate: CalendarDate?
  /// The day that a line anywhere on the page gives as that of publication.
  private(set) var labelledDate: CalendarDate?
  /// The day in the first `time` element.
  private(set) var timeDate: CalendarDate?
  /// The first day written out between the headline and the first paragraph.
  private(set) var visibleDate: CalendarDate?

  /// The heading that shows the title.
  private var headline: Int?
  private let page: PageMap
  private let tree: MarkupTree
  private let content: MainContent

  /// Whether the page's language puts the day before the month in `3/5/2022`; nil where it is not known.
  let isDayFirst: Bool?

  /// - Parameters:
  ///   - language: The page's language tag.
  ///   - chooseTitle: Tells the article's title from the page's headings.
  init(_ page: PageMap, content: MainContent, language: String?, chooseTitle: ([String]) -> String?) {
    self.page = page
    self.content = content
    tree = page.tree
    isDayFirst = Self.isDayFirst(in: language)
    collectHeadings()
    title = chooseTitle(headings)
    headline = headline(title: title?.headlineKey ?? "")
    let region = headRegion
    collectAuthors(in: region)
    collectDates(in: region)
  }

  /// The United States alone write the month first; English by itself says nothing about the country.
  private static func isDayFirst(in language: String?) -> Bool? {
    guard let language, language != "en" else { return nil }
    return language != "en-us"
  }

  private mutating func collectHeadings() {
    let root = tree.subtree(of: content.root)
    let firsts = tree.nodes.filter { tree.element(of: $0) == .h1 && !page.isMachinery[$0] }
    let seconds = tree.nodes.filter {
      tree.element(of: $0) == .h2 && !page.isMachinery[$0] && $0 < root.lowerBound + 200
    }
    headings = (firsts.prefix(5) + seconds.prefix(5)).map { heading in
      // Lines within a headline are parted by elements alone.
      let hasBlocks = tree.subtree(of: heading).dropFirst().contains {
        tree.element(of: $0) == .br || tree.element(of: $0) == .span
      }
      return hasBlocks ? spaced(heading) : tree.text(of: heading).folded
    }.filter { !$0.isEmpty }
  }

  /// From somewhat before the headline to somewhat after the first paragraph of prose.
  private var headRegion: Range<Int> {
    let root = tree.subtree(of: content.root)
    var start = headline ?? root.lowerBound
    for _ in 0..<3 {
      guard let parent = tree.parent(of: start), page.textLengths[parent] < page.textLengths[start] + 400 else { break }
      start = parent
    }
    start = max(start - 30, 0)
    let from = max(headline.map { tree.subtree(of: $0).upperBound } ?? root.lowerBound, root.lowerBound)
    let paragraph = (from..<max(root.upperBound, from)).first { isProse($0) } ?? root.upperBound
    return start..<max(min(paragraph + 3, tree.count), start)
  }

  /// The heading that is the title, else the first of the first level in the article, else the last before it.
  private func headline(title: String) -> Int? {
    let root = tree.subtree(of: content.root)
    let spelled =
      title.count < 8
      ? nil
      : tree.nodes[..<root.upperBound].first { node in
        (tree.element(of: node).headingLevel ?? 9) <= 3 && !page.isMachinery[node] && page.textLengths[node] < 400
          && tree.text(of: node).headlineKey == title
      }
    return spelled ?? root.first { tree.element(of: $0) == .h1 }
      ?? tree.nodes[..<root.lowerBound].last { tree.element(of: $0) == .h1 && !page.isMachinery[$0] }
  }

  private func isProse(_ node: Int) -> Bool {
    !tree.isText(node) && !content.isExcluded[node] && page.ownTextLengths[node] >= 80
      && tree.element(of: node).headingLevel == nil
      && page.ownLinkLengths[node] * 2 < page.ownTextLengths[node]
  }

  private mutating func collectAuthors(in region: Range<Int>) {
    for node in tree.nodes where !tree.isText(node) && !page.isMachinery[node] && isOfArticle(node, region: region) {
      let length = page.textLengths[node]
      guard length > 1, length <= 80 else { continue }
      let isMarked = isNamed("author", by: .rel, at: node) || isNamed("author", by: .itemprop, at: node)
      if isMarked, markedAuthors.isEmpty { markedAuthors.append(spaced(node)) }
      if page.words[node].contains(.byline), bylines.count < 3, !page.words[node].contains(.biography) || length <= 40 {
        bylines.append(spaced(node))
      }
      if region.contains(node), tree.element(of: node).isBlock || page.words[node].contains(.meta),
        spokenBylines.count < 2
      {
        let line = spaced(node)
        if AuthorName.isByline(line) { spokenBylines.append(line) }
      }
    }
  }

  private mutating func collectDates(in region: Range<Int>) {
    for node in tree.nodes where !tree.isText(node) && !page.isMachinery[node] && !isElsewhere(node) {
      if labelledDate == nil, page.words[node].contains(.date), page.textLengths[node] < 60 {
        let line = spaced(node)
        if BoilerplateLines.datelines.begin(Line(line)) {
          labelledDate = CalendarDate(in: line, isDayFirst: isDayFirst)
        }
      }
      if publishedDate == nil, isNamed("datePublished", by: .itemprop, at: node) {
        publishedDate = date(markedAt: node)
      }
      if timeDate == nil, tree.element(of: node) == .time, !isNamed("dateModified", by: .itemprop, at: node) {
        timeDate = date(markedAt: node)
      }
    }
    // What stands over the headline may be today's date.
    let headlineEnd = headline.map { tree.subtree(of: $0).upperBound } ?? region.lowerBound
    let split = min(max(headlineEnd, region.lowerBound), region.upperBound)
    visibleDate = firstDateline(in: split..<region.upperBound) ?? firstDateline(in: region.lowerBound..<split)
  }

  private func firstDateline(in range: Range<Int>) -> CalendarDate? {
    var line: Int?
    for node in range where tree.isText(node) && !page.isMachinery[node] {
      let holder = self.line(of: node)
      guard holder != line else { continue }
      line = holder
      if !isElsewhere(node), let date = dateline(holder) { return date }
    }
    return nil
  }

  private func date(markedAt node: Int) -> CalendarDate? {
    let value = tree.value(of: .datetime, at: node) ?? tree.value(of: .content, at: node)
    return value.flatMap { CalendarDate(iso: $0) ?? CalendarDate(in: $0, isDayFirst: isDayFirst) }
      ?? CalendarDate(in: spaced(node), isDayFirst: isDayFirst)
  }

  /// The largest element around a text that is a short line: its block, or an inline element of a block with more in it.
  private func line(of text: Int) -> Int {
    var line = text
    while let parent = tree.parent(of: line), page.textLengths[parent] <= Self.maximumLineLength,
      line != Int(page.blocks[text])
    {
      line = parent
    }
    return line
  }

  private static let maximumLineLength = 160

  /// The date that a line near the headline gives: a short line with a date in it, or what a mark parts from the first
  /// words of a paragraph.
  private func dateline(_ line: Int) -> CalendarDate? {
    guard holdsDigit(line) else { return nil }
    let text = spaced(line)
    guard text.utf8.count > Self.maximumLineLength else { return CalendarDate(in: text, isDayFirst: isDayFirst) }
    let opening = text.prefix(Self.datelineLength)
    guard let mark = opening.lastIndex(where: { "|–—):".contains($0) }) else { return nil }
    return CalendarDate(in: String(opening[..<mark]), isDayFirst: isDayFirst)
  }

  private static let datelineLength = 60

  /// Whether one of the words in an attribute's value is `name`.
  private func isNamed(_ name: String, by attribute: Attribute, at node: Int) -> Bool {
    guard let range = tree.valueRange(of: attribute, at: node), range.count >= name.utf8.count else { return false }
    return tree.bytes[range].split { $0 <= 0x20 }.contains { $0.elementsEqual(name.utf8) }
  }

  /// Whether an element belongs to the article rather than to comments, teasers or the frame of the page.
  private func isOfArticle(_ node: Int, region: Range<Int>) -> Bool {
    (region.contains(node) || tree.subtree(of: content.root).contains(node)) && !isElsewhere(node)
  }

  private func isElsewhere(_ node: Int) -> Bool {
    var next: Int? = node
    while let current = next, current != content.root {
      if !page.words[current].isDisjoint(with: [.comment, .related, .navigation, .sidebar]), content.isExcluded[current]
      {
        return true
      }
      next = tree.parent(of: current)
    }
    return false
  }

  /// The text of a subtree with a space where elements part it.
  private func spaced(_ node: Int) -> String {
    var text: [UInt8] = []
    var pieces = 0
    for inner in tree.subtree(of: node) where tree.isText(inner) {
      if pieces > 0 { text.append(0x20) }
      text += tree.bytes[tree.textRange(of: inner)]
      pieces += 1
      if pieces == Self.maximumPieces { break }
    }
    return text.folded
  }

  /// A line that is parted more often is no headline and no byline.
  private static let maximumPieces = 40

  private func holdsDigit(_ node: Int) -> Bool {
    tree.subtree(of: node).contains { inner in
      tree.isText(inner) && tree.bytes[tree.textRange(of: inner)].contains(where: \.isDigit)
    }
  }
}
