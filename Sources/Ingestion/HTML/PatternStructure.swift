internal import Documents

/// Finds the structure that a page shows by its looks alone: lists typed with bullets, bold lines as headings, questions
/// with their answers, the list of references.
struct PatternStructure {
  private var drafts: Drafts
  private let questions: Set<[UInt8]>

  /// - Parameter questions: The questions of an FAQ that the page declares in its structured data.
  static func found(in drafts: Drafts, questions: [String]) -> Drafts {
    var structure = PatternStructure(drafts: drafts, questions: Set(questions.map { Line($0).key }))
    structure.splitTypedLists()
    structure.markBoldHeadings()
    structure.markQuestions()
    structure.markReferences()
    return structure.drafts
  }

  // MARK: Typed lists

  private mutating func splitTypedLists() {
    var nextList = (drafts.items.compactMap(\.list).max() ?? -1) + 1
    var result: [Draft] = []
    var places: [Int] = []
    for (index, draft) in drafts.items.enumerated() {
      places.append(result.count)
      let pieces = typedItems(of: draft, at: index)
      guard !pieces.isEmpty else {
        result.append(draft)
        continue
      }
      let continues = result.last.map { $0.isTyped && pieces.allSatisfy(\.isItem) } ?? false
      if !continues { nextList += 1 }
      for piece in pieces {
        var part = draft
        part.text = piece.text
        part.links = []
        if piece.isItem {
          part.kind = .listItem(depth: 0, ordinal: nil)
          part.list = nextList
          part.isTyped = true
        }
        result.append(part)
      }
    }
    for index in result.indices {
      result[index].parentItem = result[index].parentItem.map { places[$0] }
      result[index].continues = result[index].continues.map { places[$0] }
      if case .tableCell(var cell) = result[index].kind {
        cell.columnHeaders = cell.columnHeaders.map { places[$0] }
        cell.rowHeaders = cell.rowHeaders.map { places[$0] }
        result[index].kind = .tableCell(cell)
      }
    }
    drafts.items = result
  }

  private struct Piece {
    var text: Range<Int>
    var isItem: Bool
  }

  /// The lines of a paragraph when two or more begin with a bullet, or one does between paragraphs that do; else none.
  private func typedItems(of draft: Draft, at index: Int) -> [Piece] {
    guard case .paragraph = draft.kind else { return [] }
    let lines = drafts.scratch[draft.text].split(separator: 0x0A)
    let bullets = lines.map { Self.bulletLength($0) }
    let count = bullets.count { $0 > 0 }
    let hasNeighbour = [index - 1, index + 1].contains { place in
      drafts.items.indices.contains(place) && Self.bulletLength(drafts.scratch[drafts.items[place].text]) > 0
    }
    guard count >= 2 || count == 1 && lines.count == 1 && hasNeighbour else { return [] }
    return zip(lines, bullets).map { line, bullet in
      Piece(text: line.startIndex + bullet..<line.endIndex, isItem: bullet > 0)
    }
  }

  /// The length of a bullet and the space after it; 0 where there is none.
  private static func bulletLength(_ line: ArraySlice<UInt8>) -> Int {
    for bullet in [
      "\u{2022}", "\u{B7}", "\u{25AA}", "\u{25CF}", "\u{25E6}", "\u{2713}", "\u{2714}", "\u{2013}", "-", "*",
    ] {
      guard line.starts(with: bullet.utf8) else { continue }
      let rest = line.dropFirst(bullet.utf8.count)
      let space = rest.prefix { $0 == 0x20 }.count
      if space > 0 || bullet.utf8.count == 3 && bullet != "\u{2013}" {
        return rest.isEmpty ? 0 : bullet.utf8.count + space
      }
    }
    return 0
  }

  // MARK: Headings

  /// A short paragraph all in bold type, without a full stop, over other text.
  private mutating func markBoldHeadings() {
    var level = 1
    for index in drafts.items.indices {
      if case .heading(let own) = drafts.items[index].kind { level = own }
      guard case .paragraph = drafts.items[index].kind, isBoldLine(index), index + 1 < drafts.items.count else {
        continue
      }
      switch drafts.items[index + 1].kind {
      case .paragraph where !isBoldLine(index + 1): break
      case .listItem, .tableCell, .quote: break
      default: continue
      }
      drafts.items[index].kind = .heading(level: min(level + 1, 6))
    }
  }

  private func isBoldLine(_ index: Int) -> Bool {
    let draft = drafts.items[index]
    guard draft.text.count <= 90, draft.boldLength + 1 >= draft.text.count, draft.continues == nil else { return false }
    let text = drafts.scratch[draft.text]
    return !text.contains(0x0A) && !(text.last.map { ".,;!".utf8.contains($0) } ?? true)
  }

  // MARK: Questions

  private mutating func markQuestions() {
    var faqLevel: Int?
    var isAnswering = false
    for index in drafts.items.indices {
      let text = drafts.scratch[drafts.items[index].text]
      switch drafts.items[index].kind {
      case .heading(let level):
        if let open = faqLevel, level <= open { faqLevel = nil }
        let line = Line(text)
        isAnswering = isDeclared(line) || faqLevel != nil && line.last == UInt8(ascii: "?")
        if isAnswering { drafts.items[index].kind = .question }
        if Self.faqTitles.isIn(line) { faqLevel = level }
      case .term where text.last == UInt8(ascii: "?"), .paragraph where isQuestion(index, text):
        drafts.items[index].kind = .question
        isAnswering = true
      case .paragraph where isAnswering, .definition where isAnswering: drafts.items[index].kind = .answer
      default: continue
      }
    }
  }

  private func isDeclared(_ line: Line) -> Bool { !questions.isEmpty && questions.contains(line.key) }

  /// A paragraph that is a declared question, or says "Q:" and asks.
  private func isQuestion(_ index: Int, _ text: ArraySlice<UInt8>) -> Bool {
    guard text.count < 300, text.last == UInt8(ascii: "?") else { return false }
    let line = Line(text)
    return isDeclared(line) || line.begins(with: "q:") || line.begins(with: "q. ") || line.begins(with: "question:")
  }

  private static let faqTitles = PhraseSet([
    "faq", "frequently asked", "common questions", "questions and answers", "häufige fragen",
  ])

  // MARK: References

  private mutating func markReferences() {
    var isInList = false
    var number = 0
    for index in drafts.items.indices {
      let draft = drafts.items[index]
      switch draft.kind {
      case .heading, .question:
        isInList = Self.referenceTitles.equal(Line(Self.withoutColon(drafts.scratch[draft.text])))
        number = 0
      case .listItem(_, let ordinal) where isInList || draft.isReference:
        number = ordinal ?? 0
        drafts.items[index].kind = .reference
        if number > 0 { prefix(index, with: "\(number). ") }
      case .paragraph where isInList: drafts.items[index].kind = .reference
      default: continue
      }
    }
  }

  /// Puts the number of an ordered list, which the markup only implies, before a reference.
  private mutating func prefix(_ index: Int, with number: String) {
    let start = drafts.scratch.count
    drafts.scratch += number.utf8
    drafts.scratch += drafts.scratch[drafts.items[index].text]
    drafts.items[index].text = start..<drafts.scratch.count
    drafts.items[index].links = drafts.items[index].links.map { link in
      Link(
        range: link.range.lowerBound + number.utf8.count..<link.range.upperBound + number.utf8.count,
        target: link.target)
    }
  }

  private static func withoutColon(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.last == UInt8(ascii: ":") ? text.dropLast() : text
  }

  private static let referenceTitles = PhraseSet([
    "references", "reference", "sources", "source", "bibliography", "citations", "works cited", "literature cited",
    "scientific references",
    "references and sources", "sources and references", "article sources", "quellen", "quellenangaben", "literatur",
    "literaturverzeichnis", "einzelnachweise",
    "références", "bibliographie", "referencias", "bibliografía", "referências", "bibliografia", "fonti", "bronnen",
    "źródła",
  ])
}
