internal import Documents
internal import MarkupParsing

/// Walks the article's part of a page and drafts its blocks.
///
/// One loop over the nodes in document order with a stack of open elements: no recursion, whatever the nesting.
struct BlockDrafter {
  private let page: PageMap
  private let tree: MarkupTree
  private let root: Int
  private let isExcluded: [Bool]
  private var drafts = Drafts()
  private var line = LineBuffer()
  private var lineNode = 0
  private var linkLength = 0
  private var boldLength = 0
  private var links: [Link] = []
  private var breaks = 0
  private var open: [Scope] = []
  private var lists: [ListScope] = []
  private var tables = 0
  private var listCount = 0

  /// An open element that something happens at the end of.
  private struct Scope {
    var end: Int
    var element: Element
    var node: Int
    var lineStart = 0
  }

  private struct ListScope {
    var id: Int
    var node: Int
    var next: Int?
    var item: Int?
    var isItemOpen = false
    var ordinal: Int?
  }

  static func draft(_ page: PageMap, root: Int, isExcluded: [Bool]) -> Drafts {
    var drafter = BlockDrafter(page: page, root: root, isExcluded: isExcluded)
    drafter.walk()
    return drafter.drafts
  }

  private init(page: PageMap, root: Int, isExcluded: [Bool]) {
    self.page = page
    self.root = root
    self.isExcluded = isExcluded
    tree = page.tree
  }

  private mutating func walk() {
    let range = tree.subtree(of: root)
    var node = range.lowerBound
    while node < range.upperBound {
      closeScopes(before: node)
      if isExcluded[node] && node != root || isReferenceMark(node) {
        node = tree.subtree(of: node).upperBound
      } else if tree.isText(node) {
        addText(node)
        node += 1
      } else if tree.element(of: node) == .table, let table = TableGrid(node, in: page, isExcluded: isExcluded) {
        flush()
        draft(table)
        node = tree.subtree(of: node).upperBound
      } else {
        start(node)
        node += 1
      }
    }
    closeScopes(before: .max)
    flush()
  }

  // MARK: Elements

  private mutating func start(_ node: Int) {
    let element = tree.element(of: node)
    switch element {
    case .br:
      addBreak()
      return
    case .hr:
      flush()
      return
    case .a, .b, .strong, .i, .em: break
    case _ where element.isBlock: flush()
    default: return
    }
    var scope = Scope(end: tree.subtree(of: node).upperBound, element: element, node: node)
    scope.lineStart = line.count
    if element.isList {
      let parent = lists.last?.item
      lists.append(
        ListScope(id: listCount, node: node, next: element == .ol ? startOrdinal(of: node) : nil, item: parent))
      listCount += 1
    } else if element == .li, !lists.isEmpty {
      lists[lists.count - 1].isItemOpen = true
      lists[lists.count - 1].ordinal = lists[lists.count - 1].next
      lists[lists.count - 1].next? += 1
    } else if element == .pre {
      line.isVerbatim = true
    }
    open.append(scope)
  }

  private mutating func closeScopes(before node: Int) {
    // The line that an element ends still belongs to it: the element stays open until the line is placed.
    while let scope = open.last, scope.end <= node {
      switch scope.element {
      case .a: finishLink(scope)
      case .b, .strong: if line.count > scope.lineStart { boldLength += line.count - scope.lineStart }
      case .i, .em: break
      default:
        flush()
        if scope.element.isList { lists.removeLast() }
        if scope.element == .li, !lists.isEmpty { lists[lists.count - 1].isItemOpen = false }
        if scope.element == .pre { line.isVerbatim = false }
      }
      open.removeLast()
    }
  }

  private mutating func finishLink(_ scope: Scope) {
    guard line.count > scope.lineStart else { return }
    linkLength += line.count - scope.lineStart
    if let target = tree.value(of: .href, at: scope.node), !target.isEmpty, !target.hasPrefix("#") {
      let start = line.bytes[scope.lineStart] == 0x20 ? scope.lineStart + 1 : scope.lineStart
      links.append(Link(range: start..<line.count, target: target))
    }
  }

  private func startOrdinal(of list: Int) -> Int {
    tree.value(of: .start, at: list).flatMap { Int($0) } ?? 1
  }

  private func parentWords(_ node: Int) -> NodeWords { tree.parent(of: node).map { page.words[$0] } ?? [] }

  private func isNote(_ list: Int) -> Bool {
    page.words[list].contains(.footnote) || parentWords(list).contains(.footnote)
  }

  /// A superscript that only points at a note: `<sup><a href="#fn1">[1]</a></sup>`.
  private func isReferenceMark(_ node: Int) -> Bool {
    guard tree.element(of: node) == .sup, page.textLengths[node] <= 5 else { return false }
    return page.textLengths[node] > 0 && page.linkLengths[node] == page.textLengths[node]
  }

  // MARK: Text

  private mutating func addText(_ node: Int) {
    if line.isEmpty { lineNode = Int(page.blocks[node]) }
    let before = line.count
    tree.bytes.withUnsafeBufferPointer { line.add($0, tree.textRange(of: node)) }
    if line.count > before { breaks = 0 }
  }

  /// One `br` breaks the line, two part paragraphs.
  private mutating func addBreak() {
    breaks += 1
    if breaks >= 2, !line.isVerbatim { flush() } else { line.addBreak() }
  }

  private mutating func flush() {
    defer {
      line.clear()
      links.removeAll(keepingCapacity: true)
      linkLength = 0
      boldLength = 0
      breaks = 0
      // An inline element that goes on in the next block counts from that block's start.
      for index in open.indices { open[index].lineStart = 0 }
    }
    countOpenInlines()
    let start = drafts.scratch.count
    var text = line.bytes[...]
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    guard !text.isEmpty else { return }
    drafts.scratch += text
    var draft = Draft(kind: .paragraph, text: start..<drafts.scratch.count, node: lineNode)
    draft.linkLength = min(linkLength, text.count)
    draft.boldLength = min(boldLength, text.count)
    draft.links = links.filter { $0.range.lowerBound < text.count }
    place(&draft)
    draft.isStandfirst = isStandfirst(draft.node)
    if isPictureCaption(draft) { draft.kind = .caption }
    drafts.items.append(draft)
  }

  private mutating func countOpenInlines() {
    for scope in open where line.count > scope.lineStart {
      if scope.element == .a { finishLink(scope) }
      if scope.element == .b || scope.element == .strong { boldLength += line.count - scope.lineStart }
    }
  }

  /// Gives a draft its kind by the elements that are open.
  private mutating func place(_ draft: inout Draft) {
    for scope in open.reversed() {
      if let level = scope.element.headingLevel {
        draft.kind = .heading(level: level)
        return
      }
      switch scope.element {
      case .li where !lists.isEmpty: return placeInItem(&draft)
      case .pre:
        draft.kind = .code
        return
      case .blockquote:
        draft.kind = .quote
        return
      case .dt:
        draft.kind = .term
        return
      case .dd:
        draft.kind = .definition
        return
      case .caption, .figcaption:
        draft.kind = .caption
        return
      case .summary:
        draft.kind = .question
        return
      default: continue
      }
    }
  }

  private mutating func placeInItem(_ draft: inout Draft) {
    guard !isNote(lists[0].node) else {
      draft.kind = .footnote
      return
    }
    draft.isReference =
      page.words[lists[0].node].contains(.references) || parentWords(lists[0].node).contains(.references)
    let depth = lists.count - 1
    draft.list = lists[0].id
    if lists[depth].isItemOpen {
      lists[depth].isItemOpen = false
      draft.parentItem = depth > 0 ? lists[depth - 1].item : nil
      draft.kind = .listItem(depth: depth, ordinal: lists[depth].ordinal)
      lists[depth].item = drafts.items.count
    } else {
      draft.continues = lists[depth].item
    }
  }

  private func isStandfirst(_ node: Int) -> Bool {
    var next: Int? = node
    while let current = next, current > root, page.textLengths[current] < 350 {
      if page.words[current].contains(.standfirst) { return !page.words[current].contains(.content) }
      next = tree.parent(of: current)
    }
    return false
  }

  /// Whether a short line shares its box with nothing but a picture.
  private func isPictureCaption(_ draft: Draft) -> Bool {
    guard case .paragraph = draft.kind, draft.text.count < 160, draft.node != root else { return false }
    var box = draft.node
    for _ in 0..<2 {
      if tree.first(.img, in: box) != nil { return !endsSentence(draft) || page.words[box].contains(.caption) }
      guard let parent = tree.parent(of: box), parent > root, page.textLengths[parent] == page.textLengths[draft.node],
        tree.element(of: parent) != .td, tree.element(of: parent) != .li
      else { return false }
      box = parent
    }
    return false
  }

  private func endsSentence(_ draft: Draft) -> Bool {
    drafts.scratch[draft.text].last.map { ".!?:".utf8.contains($0) } ?? false
  }

  // MARK: Tables

  private mutating func draft(_ table: TableGrid) {
    if let caption = table.caption {
      append(caption, kind: .caption, node: table.node)
    }
    let first = drafts.items.count
    for cell in table.cells {
      var place = cell.place
      place.table = tables
      place.columnHeaders = place.columnHeaders.map { $0 + first }
      place.rowHeaders = place.rowHeaders.map { $0 + first }
      append(cell.text, kind: .tableCell(place), node: cell.node)
    }
    tables += 1
  }

  private mutating func append(_ text: [UInt8], kind: Block.Kind, node: Int) {
    let start = drafts.scratch.count
    drafts.scratch += text
    drafts.items.append(Draft(kind: kind, text: start..<drafts.scratch.count, node: node))
  }
}
