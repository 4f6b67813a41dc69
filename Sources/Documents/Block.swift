/// A stretch of a document's text that stands on its own: a heading, a paragraph, a list item, a table cell.
public struct Block: Sendable, Hashable, Codable {
  /// What a block is, with what only that kind has.
  public enum Kind: Sendable, Hashable, Codable {
    /// `level` runs from 1 (the article's title level) to 6.
    case heading(level: Int)
    case paragraph
    /// `depth` is 0 in an outermost list; `ordinal` is the item's number in an ordered list.
    case listItem(depth: Int, ordinal: Int?)
    case tableCell(TableCell)
    case caption
    case quote
    case code
    /// The term of a definition list; its definitions name it as their ``Block/leadIn``.
    case term
    case definition
    /// A question of an FAQ; the blocks of its answer name it as their ``Block/leadIn``.
    case question
    case answer
    case footnote
    /// An entry of the article's own list of references.
    case reference
  }

  public var kind: Kind
  /// UTF-8 offsets into the document's text.
  public var range: Range<Int>
  /// The nearest heading (or question) that the block stands under, as an index into the document's blocks.
  public var heading: Int?
  /// The block that introduces this one: the paragraph, heading or parent item before a list, the term of a
  /// definition, the question of an answer, the caption or lead-in of a table. An index into the document's blocks.
  public var leadIn: Int?

  public init(kind: Kind, range: Range<Int>, heading: Int? = nil, leadIn: Int? = nil) {
    self.kind = kind
    self.range = range
    self.heading = heading
    self.leadIn = leadIn
  }
}

/// A cell's place in its table and the header cells that govern it.
public struct TableCell: Sendable, Hashable, Codable {
  /// Counts the document's tables from 0.
  public var table: Int
  public var row: Int
  public var column: Int
  public var rowSpan: Int
  public var columnSpan: Int
  public var isHeader: Bool
  /// Header cells above and to the left, outermost first, as indices into the document's blocks.
  public var columnHeaders: [Int]
  public var rowHeaders: [Int]

  public init(
    table: Int, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHeader: Bool = false,
    columnHeaders: [Int] = [], rowHeaders: [Int] = []
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.isHeader = isHeader
    self.columnHeaders = columnHeaders
    self.rowHeaders = rowHeaders
  }
}
