internal import MarkupParsing

/// What a page shows around its headline: headings, bylines, dates.
struct ArticleHead {
  /// Texts of headings: those of the first level first, then those of the second near the article.
  private(set) var headings: [String] = []
  /// The text of elements marked as author (`rel=author`, `itemprop=author`).
  private(set) var markedAuthors: [String] = []
  /// Lines whose element is named after bylines.
  private(set) var bylines: [String] = []
  /// Lines near the headline that begin with "By".
  private(set) var spokenBylines: [String] = []
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
    for node in tree.nodes where !tree.isText(node) && !page.isMachinery[node] {
      let isMarked = isNamed("datePublished", by: .itemprop, at: node)
      let isTime = tree.element(of: node) == .time && !isNamed("dateModified", by: .itemprop, at: node)
      guard isMarked || isTime, !isElsewhere(node) else { continue }
      let value = tree.value(of: .datetime, at: node) ?? tree.value(of: .content, at: node)
      if let date = value.flatMap(CalendarDate.init(iso:)) ?? CalendarDate(in: spaced(node)) {
        markedDate = date
        break
      }
    }
    var block: Int32 = -1
    for node in region where tree.isText(node) && !page.isMachinery[node] && page.blocks[node] != block {
      block = page.blocks[node]
      guard page.ownTextLengths[Int(block)] < 200, page.textLengths[Int(block)] < 400, !isElsewhere(node),
        let date = CalendarDate(in: spaced(Int(block)))
      else {
        continue
      }
      visibleDate = date
      return
    }
  }

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
    tree.subtree(of: node).lazy.filter { tree.isText($0) }.prefix(40).map { tree.text(of: $0) }.joined(separator: " ")
      .folded
  }
}
