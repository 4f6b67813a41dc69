internal import MarkupParsing

/// A page with what is known about each node before any choice is made: words of its names, amounts of text and links.
///
/// All arrays are indexed by node. Built in two passes over the nodes, one down and one up. O(size of the page).
struct PageMap {
  let tree: MarkupTree
  private(set) var words: [NodeWords]
  /// The nearest block-level element at or above a node.
  private(set) var blocks: [Int32]
  /// Whether a node is machinery, hidden, or inside what is.
  private(set) var isMachinery: [Bool]
  /// Characters of text below a node, white space aside, and how many of them lie in links.
  private(set) var textLengths: [Int32]
  private(set) var linkLengths: [Int32]
  /// The same for the text directly in a block, outside the blocks within it.
  private(set) var ownTextLengths: [Int32]
  private(set) var ownLinkLengths: [Int32]
  /// Ends of sentences in the text directly in a block.
  private(set) var ownSentences: [Int32]

  init(_ tree: MarkupTree) {
    self.tree = tree
    let count = tree.count
    words = Array(repeating: [], count: count)
    blocks = Array(repeating: 0, count: count)
    isMachinery = Array(repeating: false, count: count)
    textLengths = Array(repeating: 0, count: count)
    linkLengths = Array(repeating: 0, count: count)
    ownTextLengths = Array(repeating: 0, count: count)
    ownLinkLengths = Array(repeating: 0, count: count)
    ownSentences = Array(repeating: 0, count: count)
    fillDownward()
    sumUpward()
  }

  func linkDensity(_ node: Int) -> Double {
    textLengths[node] == 0 ? 0 : Double(linkLengths[node]) / Double(textLengths[node])
  }

  private mutating func fillDownward() {
    var isInLink = Array(repeating: false, count: tree.count)
    // Of its own, or each call below would retain all its arrays.
    let tree = tree
    for node in tree.nodes {
      let parent = tree.parent(of: node) ?? 0
      let element = tree.element(of: node)
      if element == .text {
        blocks[node] = blocks[parent]
        isMachinery[node] = isMachinery[parent]
        if !isMachinery[node] { measure(node, isInLink: isInLink[parent]) }
        continue
      }
      blocks[node] = element.isBlock ? Int32(node) : blocks[parent]
      isInLink[node] = isInLink[parent] || element == .a
      isMachinery[node] = isMachinery[parent] || element.isMachinery
      guard !isMachinery[node] else { continue }
      words[node] = NodeWords(of: node, in: tree)
      isMachinery[node] = isHidden(node)
    }
  }

  private mutating func measure(_ node: Int, isInLink: Bool) {
    let measure = TextMeasure(tree.bytes, in: tree.textRange(of: node))
    guard measure.length > 0 else { return }
    let block = Int(blocks[node])
    textLengths[node] = measure.length
    ownTextLengths[block] += measure.length
    ownSentences[block] += measure.sentences
    guard isInLink else { return }
    linkLengths[node] = measure.length
    ownLinkLengths[block] += measure.length
  }

  private mutating func sumUpward() {
    for node in tree.nodes.dropFirst().reversed() {
      let parent = tree.parent(of: node) ?? 0
      textLengths[parent] += textLengths[node]
      linkLengths[parent] += linkLengths[node]
    }
  }

  /// Names that the common style sheets give to what is there for screen readers or not at all.
  private static let hidingClasses = PhraseSet([
    "hidden", "hide", "d-none", "sr-only", "visually-hidden", "screen-reader-text", "is-hidden", "u-hidden", "noprint",
  ])

  private func isHidden(_ node: Int) -> Bool {
    if tree.valueRange(of: .hidden, at: node) != nil { return true }
    if let names = tree.valueRange(of: .class, at: node), Self.hidingClasses.isAny(of: tree.bytes[names]) {
      return true
    }
    // A quotation set out of the text is hidden from those who have it read to them, as it stands there twice.
    if let hidden = tree.valueRange(of: .ariaHidden, at: node), tree.bytes[hidden].elementsEqual("true".utf8) {
      return !words[node].contains(.quote)
    }
    guard let style = tree.valueRange(of: .style, at: node), style.count >= 12 else { return false }
    let compact = Line(tree.bytes[style].filter { $0 > 0x20 }[...]).bytes
    return compact.holds(Array("display:none".utf8)) || compact.holds(Array("visibility:hidden".utf8))
  }
}

/// How much a run of text says.
struct TextMeasure {
  /// Characters other than white space.
  private(set) var length: Int32 = 0
  /// Marks that end a sentence, followed by white space or the end of the run.
  private(set) var sentences: Int32 = 0

  init(_ bytes: [UInt8], in range: Range<Int>) {
    bytes.withUnsafeBufferPointer { bytes in
      var previous: UInt8 = 0
      for index in range {
        let byte = bytes[index]
        if byte <= 0x20 {
          if Self.endsSentence(previous) { sentences += 1 }
        } else if byte & 0xC0 != 0x80 {
          length += 1
        }
        previous = byte
      }
      if Self.endsSentence(previous) { sentences += 1 }
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}
