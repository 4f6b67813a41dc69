internal import Documents
internal import MarkupParsing

extension Diagnostic {
  /// Says in a sentence what a parser left out or mended.
  init(_ problem: MarkupTree.Problem, input: String) {
    let message =
      switch problem {
      case .nesting(let bound):
        "Elements are nested deeper than \(bound): deeper ones were flattened, their text was kept."
      case .attributes(let bound): "A tag has more than \(bound) attributes: the rest of them was left out."
      case .nodes(let bound): "The page has more than \(bound) elements: what follows was left out; split the input."
      case .invalidBytes(let count, let encoding):
        "\(count) bytes are not valid \(encoding) and were replaced: check the declared encoding."
      case .nulBytes(let count): "\(count) NUL bytes were left out: the input may not be text."
      case .malformed(let line):
        "The XML is not well-formed near line \(line): what could be read was kept; mend the input for the rest."
      }
    self.init(.warning, input: input, message: message)
  }
}
