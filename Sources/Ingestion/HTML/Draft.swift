internal import Documents

/// A block on the way to a document: its text lies in the drafter's scratch, references point at other drafts.
struct Draft {
  var kind: Block.Kind
  /// Place of the text in ``Drafts/scratch``.
  var text: Range<Int>
  /// The element that the text comes from.
  var node: Int
  /// The list that an item belongs to, and its parent item, as an index of a draft.
  var list: Int?
  var parentItem: Int?
  /// The item, quotation or answer that a paragraph continues.
  var continues: Int?
  /// Bytes of the text inside links and inside bold type.
  var linkLength = 0
  var boldLength = 0
  var links: [Link] = []
  /// Whether the element is named after references.
  var isReference = false
  /// Whether an element around it is named after the summaries that stand under headlines.
  var isStandfirst = false
  /// Whether the item was typed with a bullet rather than marked up.
  var isTyped = false
}

/// The blocks of a page in reading order with the text they point into.
struct Drafts {
  var scratch: [UInt8] = []
  var items: [Draft] = []

  func text(of draft: Draft) -> String { String(decoding: scratch[draft.text], as: UTF8.self) }
}
