internal import Documents

/// Puts drafts together to a document's text and blocks: separators, headings, lead-ins.
struct DocumentAssembler {
  private var text: [UInt8] = []
  private var blocks: [Block] = []
  private var links: [Link] = []
  private let drafts: Drafts

  /// Fills in `document` what follows from the drafts.
  static func assemble(_ drafts: Drafts, into document: inout Document) {
    var assembler = DocumentAssembler(drafts: drafts)
    assembler.layText()
    assembler.linkHeadings()
    assembler.linkLeadIns()
    document.text = String(decoding: assembler.text, as: UTF8.self)
    document.blocks = assembler.blocks
    document.links = assembler.links
  }

  private init(drafts: Drafts) { self.drafts = drafts }

  private mutating func layText() {
    var previous: Draft?
    for draft in drafts.items {
      if let previous { text += separator(previous, draft) }
      let start = text.count
      text += drafts.scratch[draft.text]
      blocks.append(Block(kind: draft.kind, range: start..<text.count))
      links += draft.links.map {
        Link(range: start + $0.range.lowerBound..<start + min($0.range.upperBound, draft.text.count), target: $0.target)
      }
      previous = draft
    }
  }

  private func separator(_ first: Draft, _ second: Draft) -> [UInt8] {
    switch (first.kind, second.kind) {
    case (.tableCell(let left), .tableCell(let right)) where left.table == right.table:
      if left.row != right.row { return [0x0A] }
      // One tab a column, so that empty cells keep the columns apart.
      return Array(repeating: 0x09, count: max(right.column - left.column - left.columnSpan + 1, 1))
    case (.listItem, .listItem) where first.list == second.list && first.list != nil: return [0x0A]
    case (.term, .definition), (.definition, .definition), (.term, .term): return [0x0A]
    default: return [0x0A, 0x0A]
    }
  }

  private mutating func linkHeadings() {
    var path: [(index: Int, level: Int)] = []
    for index in blocks.indices {
      var level: Int?
      switch blocks[index].kind {
      case .heading(let own): level = own
      // A question stands under the headings before it and over its answer.
      case .question: level = 7
      default: break
      }
      if let level { while let last = path.last, last.level >= level { path.removeLast() } }
      blocks[index].heading = path.last?.index
      if let level { path.append((index, level)) }
    }
  }

  private mutating func linkLeadIns() {
    var term: Int?
    for index in blocks.indices {
      switch blocks[index].kind {
      case .listItem: blocks[index].leadIn = leadIn(ofItem: index)
      case .tableCell(let cell): blocks[index].leadIn = leadIn(ofCell: index, in: cell.table)
      case .term: term = index
      case .definition: blocks[index].leadIn = term
      case .answer: blocks[index].leadIn = blocks[index].heading
      case .paragraph, .quote, .code:
        if let item = drafts.items[index].continues { blocks[index].leadIn = item }
      default: break
      }
    }
  }

  private func leadIn(ofItem index: Int) -> Int? {
    let draft = drafts.items[index]
    if let parent = draft.parentItem { return parent }
    guard index > 0 else { return nil }
    if drafts.items[index - 1].list == draft.list, draft.list != nil {
      return firstLeadIn(ofList: draft.list, before: index)
    }
    return introduction(endingAt: index - 1)
  }

  /// The lead-in that the earlier items of a list have.
  private func firstLeadIn(ofList list: Int?, before index: Int) -> Int? {
    var place = index - 1
    while place >= 0, drafts.items[place].list == list {
      if case .listItem(0, _) = blocks[place].kind { return blocks[place].leadIn }
      place -= 1
    }
    return nil
  }

  private func leadIn(ofCell index: Int, in table: Int) -> Int? {
    guard index > 0 else { return nil }
    if case .tableCell(let cell) = blocks[index - 1].kind, cell.table == table { return blocks[index - 1].leadIn }
    return introduction(endingAt: index - 1)
  }

  /// The block right before a list or table, if it introduces it: a heading, caption or question; a paragraph that ends
  /// with a colon or without a full stop, or whose last sentence points ahead.
  private func introduction(endingAt index: Int) -> Int? {
    switch blocks[index].kind {
    case .heading, .caption, .question: return index
    case .paragraph, .answer, .term, .quote, .definition:
      return LeadInPhrase.introduces(drafts.scratch[drafts.items[index].text]) ? index : nil
    default: return nil
    }
  }
}

/// Tells whether a paragraph introduces the list that follows it.
enum LeadInPhrase {
  private static let cues = [
    "following", "include", "includes", "including", "such as", "below", "these ", "here are", "as follows", "listed",
    "for example", "are:", "contains", "contain", "sources", "list",
  ]

  static func introduces(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last(where: { $0 > 0x20 }) else { return false }
    if last == UInt8(ascii: ":") { return true }
    let isSentence = last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
    if !isSentence { return text.count < 200 }
    let sentences = text.dropLast().split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") }
    let sentence = String(decoding: sentences.last ?? text, as: UTF8.self).lowercased()
    return cues.contains { sentence.contains($0) }
  }
}
