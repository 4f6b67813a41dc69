internal import MarkupParsing

/// Finds the element that holds the article, and inside it what is not article.
///
/// Every block gets a value from its own text: prose counts for it, links and scraps against it. Summed up the tree,
/// the values of navigation, teasers and footers pull down whatever holds them along with the article, so that the
/// way down from the body follows the greatest sum for as long as hardly any value is left behind.
struct MainContent {
  /// The element that holds the article.
  private(set) var root = 0
  /// By node: whether it and all below it are left out.
  private(set) var isExcluded: [Bool]

  private let page: PageMap
  private var values: [Int32]

  init(of page: PageMap) {
    self.page = page
    isExcluded = page.isMachinery
    values = Array(repeating: 0, count: page.tree.count)
    exclude()
    evaluate()
    root = descend()
  }

  // MARK: Exclusion

  private mutating func exclude() {
    let tree = page.tree
    let all = Double(max(page.textLengths[0], 1))
    var node = 1
    while node < tree.count {
      if isExcluded[node] {
        node = tree.subtree(of: node).upperBound
        continue
      }
      if !tree.isText(node), isBoilerplate(node, share: Double(page.textLengths[node]) / all) {
        for inner in tree.subtree(of: node) { isExcluded[inner] = true }
      }
      node += 1
    }
  }

  private func isBoilerplate(_ node: Int, share: Double) -> Bool {
    let words = page.words[node]
    let element = page.tree.element(of: node)
    switch element {
    case .body, .html, .main, .p, .td, .tr, .tbody, .h1: return false
    case .nav: return true
    case .footer, .aside: return share < 0.5
    case .figcaption: return true
    case .label, .legend: return false
    default: break
    }
    if words.isEmpty { return false }
    if share < 0.9, !words.isDisjoint(with: [.comment]) { return true }
    guard share < 0.5 else { return false }
    if !words.isDisjoint(with: [.share, .related, .navigation, .advert, .subscription, .overlay, .sidebar, .footer]) {
      return words.isDisjoint(with: [.body])
    }
    if !words.isDisjoint(with: [.byline, .biography, .tags, .caption, .tools, .hidden, .toc]) {
      return words.isDisjoint(with: [.body, .content])
    }
    return false
  }

  // MARK: Values

  private mutating func evaluate() {
    let tree = page.tree
    for node in tree.nodes where !isExcluded[node] && !tree.isText(node) { values[node] = value(ofBlock: node) }
    for node in tree.nodes.dropFirst().reversed() where !isExcluded[node] {
      values[tree.parent(of: node) ?? 0] += values[node]
    }
  }

  private func value(ofBlock node: Int) -> Int32 {
    let length = page.ownTextLengths[node]
    guard length > 0 else { return 0 }
    let links = page.ownLinkLengths[node]
    if links * 2 > length { return -min(links, 100) }
    if page.tree.element(of: node).headingLevel != nil { return 0 }
    if length >= 80 || length >= 40 && page.ownSentences[node] > 0 { return length - 2 * links }
    return page.ownSentences[node] > 0 ? length / 2 : -5
  }

  private func descend() -> Int {
    let tree = page.tree
    var node = tree.first(.body) ?? 0
    while true {
      let best = tree.children(of: node).filter { !isExcluded[$0] && !tree.isText($0) }
        .max { (values[$0], -$0) < (values[$1], -$1) }
      guard let best, values[best] > 0, isContainer(best), keepsEnough(best, of: node) else { return node }
      node = best
    }
  }

  private func isContainer(_ node: Int) -> Bool {
    switch page.tree.element(of: node) {
    case .p, .li, .ul, .ol, .blockquote, .tr, .dd, .dt, .pre, .span: false
    default: true
    }
  }

  private func keepsEnough(_ child: Int, of node: Int) -> Bool {
    let words = page.words[child]
    let isMarked =
      words.contains(.body) || words.contains([.article, .content]) || page.tree.element(of: child) == .article
      || page.tree.element(of: child) == .main
    return Double(values[child]) >= (isMarked ? 0.6 : 0.85) * Double(values[node])
  }
}
