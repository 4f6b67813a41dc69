import Documents

/// Puts a document's normalised text and its blocks together, one block after the other.
///
/// Invariants of what it builds: blocks are sorted and do not overlap, and inside a block every run of white space is one
/// space (code aside). A tab parts the cells of a row, a line feed the rows and the items of a list, two the rest.
struct DocumentBuilder {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// The open headings, outermost first, as levels and block indices. A question counts as the innermost heading.
  private var open: [(level: Int, block: Int)] = []
  private static let questionLevel = 7

  /// Appends a block of the given text with white space collapsed and control characters dropped.
  ///
  /// - Returns: The block's index, or nil if nothing but white space was left.
  @discardableResult
  mutating func append(_ kind: Block.Kind, _ bytes: some Sequence<UInt8>, leadIn: Int? = nil) -> Int? {
    let before = text.count
    let start = beginBlock(kind)
    if kind == .code { appendLines(bytes) } else { appendNormalised(bytes, from: start) }
    return endBlock(kind, from: before, start: start, leadIn: leadIn)
  }

  /// The nearest open heading or question.
  var heading: Int? { open.last?.block }

  private mutating func beginBlock(_ kind: Block.Kind) -> Int {
    if let last = blocks.last?.kind { text += Self.separator(last, kind) }
    return text.count
  }

  private static func separator(_ first: Block.Kind, _ second: Block.Kind) -> [UInt8] {
    switch (first, second) {
    case (.tableCell(let left), .tableCell(let right)) where left.table == right.table && left.row == right.row: [0x09]
    case (.tableCell(let left), .tableCell(let right)) where left.table == right.table: [0x0A]
    case (.listItem, .listItem), (.reference, .reference), (.term, .definition), (.definition, .term): [0x0A]
    default: [0x0A, 0x0A]
    }
  }

  private mutating func endBlock(_ kind: Block.Kind, from before: Int, start: Int, leadIn: Int?) -> Int? {
    guard text.count > start else {
      text.removeLast(start - before)
      return nil
    }
    let index = blocks.count
    switch kind {
    case .heading(let level): close(level: level)
    case .question: close(level: Self.questionLevel)
    default: break
    }
    blocks.append(Block(kind: kind, range: start..<text.count, heading: heading, leadIn: leadIn))
    switch kind {
    case .heading(let level): open.append((level, index))
    case .question: open.append((Self.questionLevel, index))
    default: break
    }
    return index
  }

  private mutating func close(level: Int) {
    while let last = open.last, last.level >= level { open.removeLast() }
  }

  private mutating func appendNormalised(_ bytes: some Sequence<UInt8>, from start: Int) {
    var pendingSpace = false
    for byte in bytes {
      if byte.isSpace {
        pendingSpace = true
      } else if byte >= 0x20, byte != 0x7F {
        if pendingSpace, text.count > start { text.append(0x20) }
        pendingSpace = false
        text.append(byte)
      }
    }
  }

  /// Code keeps its lines and indentation.
  private mutating func appendLines(_ bytes: some Sequence<UInt8>) {
    text += bytes.lazy.filter { $0 == 0x0A || $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
  }

  /// The finished text and blocks.
  var content: (text: String, blocks: [Block]) { (String(decoding: text, as: UTF8.self), blocks) }
}
