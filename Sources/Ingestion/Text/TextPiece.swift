import Documents

/// A unit of plain text before its role is decided: wrapped lines joined, items and tables recognised.
struct TextPiece {
  enum Form {
    /// Text without a marker.
    case line
    case item(ListMarker, indent: Int)
    case table(TextTable)
    /// What a text says it is, where its format has signs for that.
    case heading(level: Int)
    case quote
    case code
    case footnote
  }

  var form: Form
  var text: [UInt8]
  /// Links, by their range in the text, which then has no white space to collapse.
  var links: [Link] = []
  /// Whether no other piece stands in the same run of lines between blank lines.
  var isAlone = false
  /// Whether it opens such a run.
  var opensGroup = false
  /// Whether it began inside a line.
  var isInline = false

  var words: Int { text[...].words.count }
}

extension TextPiece {
  /// The pieces of a whole text, in order.
  static func pieces(of text: [UInt8]) -> [TextPiece] {
    let groups = lineGroups(of: text)
    let wrap = WrapWidth(groups: groups)
    var phrases: PhraseCounts?
    var pieces: [TextPiece] = []
    for group in groups {
      var inGroup: [TextPiece]
      if let table = collapsedTable(group, groups: groups, phrases: &phrases) {
        inGroup = [TextPiece(form: .table(table), text: [])]
      } else {
        inGroup = Self.pieces(ofGroup: group, wrap: wrap)
      }
      if !inGroup.isEmpty { inGroup[0].opensGroup = true }
      if inGroup.count == 1 { inGroup[0].isAlone = true }
      pieces += inGroup
    }
    return pieces
  }

  /// The table that a group is, if its columns were lost. The phrases of the whole text are counted once, if needed.
  private static func collapsedTable(
    _ group: [ArraySlice<UInt8>], groups: [[ArraySlice<UInt8>]], phrases: inout PhraseCounts?
  ) -> TextTable? {
    guard CollapsedTable.isCandidate(group) else { return nil }
    let counted = phrases ?? PhraseCounts(groups.joined())
    phrases = counted
    return CollapsedTable(group, article: counted).table
  }

  private static func pieces(ofGroup lines: [ArraySlice<UInt8>], wrap: WrapWidth) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var line = 0
    let isWrapped = wrap.wraps(lines)
    while line < lines.count {
      if let (table, length) = TextTable.table(at: line, of: lines[...]) {
        pieces.append(TextPiece(form: .table(table), text: []))
        line += length
        continue
      }
      for segment in TextSegment.segments(of: lines[line]) {
        if segment.isInline || line == 0 || !pieces.continueLast(with: segment, wrapped: isWrapped) {
          pieces.append(TextPiece(segment))
        }
      }
      line += 1
    }
    return pieces
  }

  private init(_ segment: TextSegment) {
    form = segment.marker.map { .item($0, indent: segment.indent) } ?? .line
    text = Array(segment.text)
    isInline = segment.isInline
  }

  /// The lines of the text, grouped at blank lines.
  private static func lineGroups(of text: [UInt8]) -> [[ArraySlice<UInt8>]] {
    var groups: [[ArraySlice<UInt8>]] = []
    var group: [ArraySlice<UInt8>] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C })
    {
      if line.allSatisfy(\.isSpace) {
        if !group.isEmpty, line.isEmpty ? line.startIndex == 0 || !isInsideLineEnd(line, of: text) : true {
          groups.append(group)
          group = []
        }
      } else {
        group.append(line)
      }
    }
    if !group.isEmpty { groups.append(group) }
    return groups
  }

  /// Whether an empty line is only the gap between the two bytes of a CR LF.
  private static func isInsideLineEnd(_ line: ArraySlice<UInt8>, of text: [UInt8]) -> Bool {
    let index = line.startIndex
    return index < text.count && text[index - 1] == 0x0D && text[index] == 0x0A
  }
}

extension [TextPiece] {
  /// Joins a line to the piece before it if it goes on with that piece's sentence.
  fileprivate mutating func continueLast(with segment: TextSegment, wrapped: Bool) -> Bool {
    guard let last, segment.marker == nil, let first = segment.text.first else { return false }
    let joins: Bool
    switch last.form {
    case .table, .heading, .quote, .code, .footnote: joins = false
    case .item(_, let indent):
      joins = segment.indent > indent || first.isLowercase || wrapped
    case .line:
      joins = wrapped || (first.isLowercase && !last.text[...].endsSentence && last.words > 2)
    }
    guard joins else { return false }
    self[count - 1].text += [0x20] + segment.text
    return true
  }
}

/// The column at which a text breaks its lines, if it does.
///
/// A text is wrapped at a width if no line could have taken the next line's first word as well.
struct WrapWidth {
  private var width = 0
  private static let narrowest = 40
  private static let widest = 130

  init(groups: [[ArraySlice<UInt8>]]) {
    for group in groups where group.count >= 3 {
      let longest = group.map(\.scalarCount).max() ?? 0
      if Self.isFilled(group, width: longest) { width = max(width, longest) }
    }
  }

  /// Whether the lines are one wrapped paragraph.
  func wraps(_ lines: [ArraySlice<UInt8>]) -> Bool {
    lines.count > 1 && width > 0 && Self.isFilled(lines, width: width)
  }

  private static func isFilled(_ lines: [ArraySlice<UInt8>], width: Int) -> Bool {
    guard (narrowest...widest).contains(width) else { return false }
    return zip(lines, lines.dropFirst()).allSatisfy { line, next in
      guard ListMarker(at: next.trimmed) == nil else { return true }
      let word = next.trimmed.prefix { !$0.isSpace }
      return line.scalarCount <= width && line.scalarCount + 1 + word.scalarCount > width
    }
  }
}
