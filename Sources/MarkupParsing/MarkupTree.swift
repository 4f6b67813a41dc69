/// A parsed page or XML file as a flat value: nodes in document order, no pointer into the parser.
public struct MarkupTree: Sendable {
  public init() {}
}
