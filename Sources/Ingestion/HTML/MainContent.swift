internal import MarkupParsing

/// Finds the element that holds the article, and inside it what is not article.
///
/// Every block gets a value from its own text: prose counts for it, links and scraps against it. Summed up the tree,
/// the values of navigation, teasers and footers pull down whatever holds them along with the article, so that the
/// way down from the body follows the greatest sum for as long as hardly any value is left behind.
///
/// What an element's names say (`sidebar`, `related`) is believed only of elements that hold a small part of the page's
/// prose: themes call the wrapper of a whole page `has-sidebar-layout`.
struct MainContent {
  /// The element that holds the article.
  private(set) var root = 0
  /// By node: whether it and all below it are left out.
  private(set) var isExcluded: [Bool]

  private let page: PageMap
  private let tree: MarkupTree
  /// By node: the value of all blocks in it that is above zero, readers' comments aside.
  private var prose: [Int32]
  private(set) var values: [Int32]

  init(of page: PageMap) {
    self.page = page
    tree = page.tree
    isExcluded = page.isMachinery
    prose = Array(repeating: 0, count: page.tree.count)
    values = prose
    excludeComments()
    measureProse()
    exclude()
    evaluate()
    root = descend()
  }

  // MARK: Values

  private func value(ofBlock node: Int) -> Int32 {
    let length = page.ownTextLengths[node]
    guard length > 0 else { return 0 }
    let links = page.ownLinkLengths[node]
    if links * 2 > length { return -min(links, 100) }
    if tree.element(of: node).headingLevel != nil { return 0 }
    if length >= 80 || length >= 40 && page.ownSentences[node] > 0 { return length - 2 * links }
    if page.ownSentences[node] > 0 { return length / 2 }
    // Cells and items are short by nature.
    return tree.element(of: node).isShortByNature ? 0 : -5
  }

  private mutating func measureProse() {
    for node in tree.nodes where !isExcluded[node] && !tree.isText(node) { prose[node] = max(value(ofBlock: node), 0) }
    for node in tree.nodes.dropFirst().reversed() where !isExcluded[node] {
      prose[tree.parent(of: node) ?? 0] += prose[node]
    }
  }

  private mutating func evaluate() {
    for node in tree.nodes where !isExcluded[node] && !tree.isText(node) { values[node] = value(ofBlock: node) }
    for node in tree.nodes.dropFirst().reversed() where !isExcluded[node] {
      values[tree.parent(of: node) ?? 0] += values[node]
    }
  }

  // MARK: Exclusion

  private mutating func excludeComments() {
    let all = Double(max(page.textLengths[0], 1))
    exclude { content, node in
      guard content.page.words[node].contains(.comment) else { return false }
      switch content.tree.element(of: node) {
      case .body, .html, .main, .h1, .h2, .h3, .h4, .a, .span: return false
      default:
        return Double(content.page.textLengths[node]) / all < 0.95 && content.tree.first(.h1, in: node) == nil
      }
    }
  }

  private mutating func exclude() {
    let all = Double(max(prose[0], 1))
    exclude { content, node in content.isBoilerplate(node, share: Double(content.prose[node]) / all) }
  }

  /// Excludes the outermost elements for which `test` holds.
  private mutating func exclude(where test: (MainContent, Int) -> Bool) {
    // One copy for all tests, or each would retain all arrays. What the loop excludes is never asked about again.
    let content = self
    var node = 1
    while node < tree.count {
      if isExcluded[node] {
        node = tree.subtree(of: node).upperBound
      } else if !tree.isText(node), test(content, node) {
        for inner in tree.subtree(of: node) { isExcluded[inner] = true }
        node = tree.subtree(of: node).upperBound
      } else {
        node += 1
      }
    }
  }

  private func isBoilerplate(_ node: Int, share: Double) -> Bool {
    let words = page.words[node]
    switch tree.element(of: node) {
    case .nav: return share < 0.4
    case .footer: return isApart(node, share: share)
    case .aside: return !words.contains(.quote) && isApart(node, share: share)
    case .figcaption: return share < 0.4 && !isOfTable(node) && !saysSomething(node)
    case .form: return share < 0.4 && tree.first(.textarea, in: node) != nil
    case .body, .html, .main, .td, .tr, .tbody, .h1, .h2, .h3, .h4, .h5, .h6, .label, .legend, .a: return false
    default: break
    }
    guard !words.isEmpty, !words.contains(.body) else { return false }
    if !words.isDisjoint(with: [.sidebar, .overlay]) { return isApart(node, share: share) }
    guard share < 0.4, share < 0.05 || tree.first(.h1, in: node) == nil else { return false }
    // Posts of social networks are quoted, buttons of theirs are not.
    if words.contains(.share), share > 0,
      tree.element(of: node) == .blockquote || tree.first(.blockquote, in: node) != nil
    {
      return false
    }
    if !words.isDisjoint(with: [.share, .related, .navigation, .advert, .subscription, .footer]) {
      return true
    }
    if words.contains(.widget), share < 0.25, tree.first(.article, in: node) == nil { return true }
    if words.contains(.teaser), isTeaser(node) { return true }
    // What these name is short: a longer text has got the name for another reason.
    let small: NodeWords = [.byline, .biography, .tags, .caption, .tools, .hidden, .toc, .date, .meta]
    let bound: Int32 = words.isDisjoint(with: [.biography, .toc]) ? 400 : 1200
    return !words.isDisjoint(with: small) && !words.contains(.content) && page.textLengths[node] < bound
  }

  /// Whether an element stands beside the article: what is left without it is an article still.
  private func isApart(_ node: Int, share: Double) -> Bool {
    if share < 0.4 { return true }
    guard share < 0.8, prose[0] - prose[node] > 250, !isMostOfArticle(node) else { return false }
    return tree.first(.h1, in: node) == nil && tree.first(.article, in: node) == nil
      && tree.first(.main, in: node) == nil
  }

  /// Whether a caption is a sentence rather than a label or a credit.
  private func saysSomething(_ caption: Int) -> Bool {
    page.textLengths[caption] >= 20 && page.linkLengths[caption] == 0
      && tree.subtree(of: caption).contains { page.ownSentences[$0] > 0 }
  }

  /// Whether an element holds most of what the `article` or `main` around it says, whatever it is called.
  private func isMostOfArticle(_ node: Int) -> Bool {
    var next = tree.parent(of: node)
    while let current = next {
      if tree.element(of: current) == .article || tree.element(of: current) == .main {
        return prose[node] * 2 > prose[current]
      }
      next = tree.parent(of: current)
    }
    return false
  }

  /// Whether a caption stands in a table or shares its figure with one.
  private func isOfTable(_ caption: Int) -> Bool {
    guard let box = tree.parent(of: caption) else { return false }
    return tree.element(of: box) == .table || tree.first(.table, in: box) != nil
  }

  /// Whether an element that is called a teaser has a headline of its own: otherwise it is the article's introduction.
  private func isTeaser(_ node: Int) -> Bool {
    tree.subtree(of: node).contains { inner in
      let level = tree.element(of: inner).headingLevel ?? 0
      return level > 1 && !isExcluded[inner]
    }
  }

  // MARK: Descent

  private func descend() -> Int {
    var node = tree.first(.body) ?? 0
    while true {
      let best = tree.children(of: node).filter { !isExcluded[$0] && !tree.isText($0) }
        .max { (values[$0], -$0) < (values[$1], -$1) }
      guard let best, values[best] > 0, isContainer(best), keepsEnough(best, of: node) else { return node }
      node = best
    }
  }

  private func isContainer(_ node: Int) -> Bool {
    switch tree.element(of: node) {
    case .p, .li, .ul, .ol, .blockquote, .tr, .dd, .dt, .pre, .span: false
    default: true
    }
  }

  /// Whether going from `node` down to `child` leaves no introduction behind, and little of what comes after.
  private func keepsEnough(_ child: Int, of node: Int) -> Bool {
    var before: Int32 = 0
    var isIntroduced = false
    var sibling = tree.firstChild(of: node)
    while let current = sibling, current < child {
      if !isExcluded[current] {
        before += max(prose[current], 0)
        if prose[current] > 0, page.words[current].contains(.standfirst) { isIntroduced = true }
      }
      if holdsTitle(current) { before = min(before, max(prose[current], 0)) }
      sibling = tree.nextSibling(of: current)
    }
    if before >= (isIntroduced ? 40 : 60), before * 3 < values[child] { return false }
    let words = page.words[child]
    let isMarked =
      words.contains(.body) || words.contains([.article, .content]) || tree.element(of: child) == .article
      || tree.element(of: child) == .main
    return Double(values[child]) >= (isMarked ? 0.6 : 0.85) * Double(values[node])
  }

  private func holdsTitle(_ node: Int) -> Bool { tree.element(of: node) == .h1 || tree.first(.h1, in: node) != nil }
}
