import Documents

/// Decides what each piece of a plain text is, seen with its neighbours, and builds the document from them.
struct TextAssembly {
  var builder = DocumentBuilder()
  /// The given title, or else the text's first line if that is a heading.
  private(set) var title: String?
  private(set) var links: [Link] = []

  private var pieces: [TextPiece]
  /// What kind of section the latest heading opened.
  private var section = Section.body
  /// The block that a following list would hang on.
  private var lead: Int?
  /// The block that introduces the list that is being read.
  private var listLead: Int?
  /// The question that is being answered.
  private var question: Int?
  /// The open items of the list that is being read, outermost first.
  private var list: [(indent: Int, block: Int, opensNested: Bool)] = []
  private var tables = 0
  private var headings = HeadingLevels()

  private enum Section {
    case body, questions, references
  }

  init(pieces: [TextPiece], title: String?) {
    self.title = title
    self.pieces = pieces
    if let title, case .line = pieces.first?.form, pieces[0].text.elementsEqual(title.utf8) {
      self.pieces.removeFirst()
    }
  }

  mutating func run() {
    for index in pieces.indices {
      let piece = pieces[index]
      switch piece.form {
      case .item(let marker, let indent):
        if isHeading(index) { heading(piece, ordinal: marker.ordinal) } else { item(piece, marker, indent: indent) }
      case .line:
        list = []
        if isHeading(index) { heading(piece) } else { paragraph(piece) }
      case .table(let table):
        list = []
        append(table)
        lead = nil
      case .heading(let level): heading(piece, level: level)
      case .quote:
        list = []
        lead = append(.quote, piece) ?? lead
      case .code: appendAside(.code, piece)
      case .footnote: appendAside(.footnote, piece)
      }
    }
  }
}

// MARK: Headings and paragraphs

extension TextAssembly {
  /// Whether a piece is a heading: a short line on its own, without a sentence's end, with text after it.
  private func isHeading(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard index + 1 < pieces.count, piece.text.count <= 120, piece.words <= 16 else { return false }
    guard let first = piece.text.first,
      first.isUppercase || first.isDigit || first >= 0x80 || first == 0x27 || first == 0x22
    else { return false }
    if case .item(let marker, _) = piece.form {
      return marker.ordinal != nil && isNumberedHeading(index)
    }
    if piece.text.last == UInt8(ascii: "?") { return piece.isAlone || (piece.opensGroup && !piece.isInline) }
    guard !piece.text[...].endsSentence, !endsOpen(piece.text) else { return false }
    let next = pieces[index + 1]
    if case .item = next.form, !piece.text[...].isTitleCased { return false }
    if piece.isAlone { return true }
    if case .table = next.form { return piece.opensGroup }
    return (piece.opensGroup || piece.isInline) && piece.text[...].isTitleCased
      && next.text.count > 2 * piece.text.count
  }

  /// A numbered line is a heading if prose follows it, not the next number.
  private func isNumberedHeading(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard piece.isAlone, !piece.text[...].endsSentence || piece.text.last == UInt8(ascii: "?") else { return false }
    if case .line = pieces[index + 1].form { return pieces[index + 1].opensGroup }
    return false
  }

  /// A line that ends in a colon or comma introduces what follows.
  private func endsOpen(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    return last == UInt8(ascii: ":") || last == UInt8(ascii: ",") || last == UInt8(ascii: ";")
  }

  private mutating func heading(_ piece: TextPiece, ordinal: Int? = nil, level: Int? = nil) {
    list = []
    if level == 1, let title, piece.text.elementsEqual(title.utf8) { return }
    guard title != nil || !builder.blocks.isEmpty || ordinal != nil || level ?? 1 > 1 else {
      title = String(decoding: piece.text, as: UTF8.self)
      return
    }
    if section == .questions, piece.text.last == UInt8(ascii: "?") {
      question = append(.question, piece)
      lead = question
      return
    }
    question = nil
    section = Self.section(named: piece.text)
    let depth = level ?? headings.level(of: piece.text, follows: lastBlockIsHeading)
    lead = append(.heading(level: depth), piece)
  }

  /// Appends a piece that no list or table after it hangs on.
  private mutating func appendAside(_ kind: Block.Kind, _ piece: TextPiece) {
    list = []
    append(kind, piece)
    lead = nil
  }

  /// Appends a piece as it is, with its links.
  @discardableResult
  private mutating func append(_ kind: Block.Kind, _ piece: TextPiece, leadIn: Int? = nil) -> Int? {
    guard let block = builder.append(kind, piece.text, leadIn: leadIn) else { return nil }
    let start = builder.blocks[block].range.lowerBound
    links += piece.links.map {
      Link(range: (start + $0.range.lowerBound)..<(start + $0.range.upperBound), target: $0.target)
    }
    return block
  }

  private var lastBlockIsHeading: Bool {
    if case .heading = builder.blocks.last?.kind { true } else { false }
  }

  private static func section(named text: [UInt8]) -> Section {
    let line = text[...]
    if line.startsIgnoringCase(with: "frequently asked") || line.startsIgnoringCase(with: "faq") { return .questions }
    // "Sources" is left out: in this field it heads a list of foods more often than one of papers.
    let references: [StaticString] = ["references", "reference", "bibliography", "works cited", "citations"]
    return references.contains { line.equalsIgnoringCase($0) } ? .references : .body
  }

  private mutating func paragraph(_ piece: TextPiece) {
    var piece = piece
    if piece.links.isEmpty, let label = SectionLabel(at: piece.text[...]) {
      lead = builder.append(.heading(level: headings.innermost + 1), piece.text.prefix(label.name))
      piece.text.removeFirst(label.length)
    }
    let kind: Block.Kind = section == .references ? .reference : question == nil ? .paragraph : .answer
    lead = append(kind, piece, leadIn: question) ?? lead
  }
}

// MARK: Lists and tables

extension TextAssembly {
  private mutating func item(_ piece: TextPiece, _ marker: ListMarker, indent: Int) {
    guard piece.text.contains(where: \.isLetter) else { return }
    if list.isEmpty { listLead = builder.introduction(lead) }
    if piece.isInline, let last = list.last {
      // Items run together in a line carry no indentation: only an item that ends in a colon opens a list of its own.
      if !last.opensNested { list.removeLast() }
    } else {
      while let last = list.last, last.indent >= indent - 1 { list.removeLast() }
    }
    let parent = list.last?.block
    let kind: Block.Kind =
      section == .references ? .reference : .listItem(depth: list.count, ordinal: marker.ordinal)
    guard let block = append(kind, piece, leadIn: parent ?? listLead) else { return }
    list.append((indent, block, piece.text.last == UInt8(ascii: ":")))
  }

  private mutating func append(_ table: TextTable) {
    let leadIn = builder.introduction(lead)
    var columnHeaders: [Int: Int] = [:]
    for (row, cells) in table.rows.enumerated() {
      var rowHeader: Int?
      for (column, text) in cells.enumerated() {
        let isHeader = table.hasHeader && row == 0
        let cell = TableCell(
          table: tables, row: row, column: column, isHeader: isHeader,
          columnHeaders: isHeader ? [] : columnHeaders[column].map { [$0] } ?? [],
          rowHeaders: isHeader ? [] : rowHeader.map { [$0] } ?? [])
        let block = builder.append(.tableCell(cell), text, leadIn: leadIn)
        if isHeader { columnHeaders[column] = block }
        if column == 0 { rowHeader = block }
      }
    }
    tables += 1
  }
}
