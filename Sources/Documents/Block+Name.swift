extension Block.Kind {
  /// The name of the kind in output, without what only that kind has.
  public var name: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "listItem"
    case .tableCell: "tableCell"
    case .caption: "caption"
    case .quote: "quote"
    case .code: "code"
    case .term: "term"
    case .definition: "definition"
    case .question: "question"
    case .answer: "answer"
    case .footnote: "footnote"
    case .reference: "reference"
    }
  }
}
