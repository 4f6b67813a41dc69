/// One article: its normalised text, the blocks that structure it and what is known about it.
///
/// All offsets in a document are UTF-8 offsets into ``text``. Blocks are sorted by ``Block/range`` and do not overlap;
/// a document is a value that every later stage reads and none changes.
public struct Document: Sendable, Hashable, Codable {
  /// The name a document goes by in output: a file's name without `.gz` and its last extension, a record's id or a URL.
  public var id: String
  /// Where the document was read from: a path, a URL, or a container's path with the record's name.
  public var source: String
  public var metadata: Metadata
  /// The body, without the headline: blocks in reading order, parted by line feeds.
  public var text: String
  public var blocks: [Block]
  /// Targets of links in the text, sorted by range.
  public var links: [Link]
  /// What went wrong or was left out while reading, without keeping the document from being read.
  public var diagnostics: [Diagnostic]

  public init(
    id: String, source: String, metadata: Metadata = Metadata(), text: String = "", blocks: [Block] = [],
    links: [Link] = [], diagnostics: [Diagnostic] = []
  ) {
    self.id = id
    self.source = source
    self.metadata = metadata
    self.text = text
    self.blocks = blocks
    self.links = links
    self.diagnostics = diagnostics
  }

  /// The text of a range of UTF-8 offsets that lie on character boundaries. O(range) on native strings.
  public func text(in range: Range<Int>) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return text[start..<end]
  }

  /// The headings that a block stands under, outermost first, as indices of ``blocks``.
  public func sectionPath(of block: Int) -> [Int] {
    var path: [Int] = []
    var next = blocks[block].heading
    while let heading = next, heading < (path.last ?? block) || path.isEmpty {
      path.append(heading)
      next = blocks[heading].heading
    }
    return path.reversed()
  }
}

/// A link's target and the text that carries it.
public struct Link: Sendable, Hashable, Codable {
  public var range: Range<Int>
  public var target: String

  public init(range: Range<Int>, target: String) {
    self.range = range
    self.target = target
  }
}
