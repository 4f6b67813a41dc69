internal import MarkupParsing

/// What a page shows around its headline: headings, bylines, dates.
struct ArticleHead {
  /// Texts of headings: those of the first level first, then those of the second near the article.
  private(set) var headings: [String] = []
  /// The text of elements marked as author (`rel=author`, `itemprop=author`).
  private(set) var markedAuthors: [String] = []
  /// Lines whose element is named after bylines.
  private(set) var bylines: [String] = []
  /// The day in a `time` element or one marked `datePublished`.
  private(set) var markedDate: CalendarDate?
  /// The first day written out between the headline and the first paragraph.
  private(set) var visibleDate: CalendarDate?

  private let page: PageMap
  private let tree: MarkupTree
  private let content: MainContent

  init(_ page: PageMap, content: MainContent) {
    self.page = page
    self.content = content
    tree = page.tree
    collectHeadings()
    let region = headRegion
    collectAuthors(in: region)
    collectDates(in: region)
  }

  private mutating func collectHeadings() {
    let root = tree.subtree(of: content.root)
    let firsts = tree.nodes.filter { tree.element(of: $0) == .h1 && !page.isMachinery[$0] }
    let seconds = tree.nodes.filter {
      tree.element(of: $0) == .h2 && !page.isMachinery[$0] && $0 < root.lowerBound + 200
    }
    headings = (firsts.prefix(5) + seconds.prefix(5)).map { tree.text(of: $0).folded }.filter { !$0.isEmpty }
  }

  /// From somewhat before the headline to somewhat after the first paragraph of prose.
  private var headRegion: Range<Int> {
    let root = tree.subtree(of: content.root)
    var heading = tree.subtree(of: content.root).first { tree.element(of: $0) == .h1 }
    if heading == nil {
      heading = tree.nodes[..<root.lowerBound].last { tree.element(of: $0) == .h1 && !page.isMachinery[$0] }
    }
    var start = heading ?? root.lowerBound
    for _ in 0..<3 {
      guard let parent = tree.parent(of: start), page.textLengths[parent] < page.textLengths[start] + 400 else { break }
      start = parent
    }
    start = max(start - 30, 0)
    let from = max(heading ?? root.lowerBound, root.lowerBound)
    let paragraph = (from..<root.upperBound).first { isProse($0) } ?? root.upperBound
    return start..<max(min(paragraph + 3, tree.count), start)
  }

  private func isProse(_ node: Int) -> Bool {
    !tree.isText(node) && !content.isExcluded[node] && page.ownTextLengths[node] >= 80
      && page.ownLinkLengths[node] * 2 < page.ownTextLengths[node]
  }

  private mutating func collectAuthors(in region: Range<Int>) {
    for node in tree.nodes where !tree.isText(node) && !page.isMachinery[node] && isOfArticle(node, region: region) {
      let length = page.textLengths[node]
      guard length > 1, length <= 80 else { continue }
      let isMarked =
        tree.value(of: .rel, at: node) == "author" || tree.value(of: .itemprop, at: node)?.contains("author") ?? false
      if isMarked, markedAuthors.isEmpty { markedAuthors.append(spaced(node)) }
      if page.words[node].contains(.byline), bylines.count < 3, !page.words[node].contains(.biography) {
        bylines.append(spaced(node))
      }
    }
  }

  private mutating func collectDates(in region: Range<Int>) {
    for node in tree.nodes where !tree.isText(node) && !page.isMachinery[node] && isOfArticle(node, region: region) {
      let isMarked = tree.value(of: .itemprop, at: node)?.contains("datePublished") ?? false
      let isTime = tree.element(of: node) == .time && tree.value(of: .itemprop, at: node) != "dateModified"
      guard isMarked || isTime else { continue }
      let value = tree.value(of: .datetime, at: node) ?? tree.value(of: .content, at: node)
      if let date = value.flatMap(CalendarDate.init(iso:)) ?? CalendarDate(in: spaced(node)) {
        markedDate = date
        break
      }
    }
    for node in region where tree.isText(node) && !page.isMachinery[node] {
      guard page.ownTextLengths[Int(page.blocks[node])] < 200, !isElsewhere(node),
        let date = CalendarDate(in: spaced(Int(page.blocks[node])))
      else { continue }
      visibleDate = date
      return
    }
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
    tree.subtree(of: node).lazy.filter { tree.isText($0) }.prefix(40).map { tree.text(of: $0) }.joined(separator: " ")
      .folded
  }
}
