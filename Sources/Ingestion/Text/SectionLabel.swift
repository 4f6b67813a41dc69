/// The name of a section run into its first paragraph, as abstracts and converted pages have it: "Summary : Iron is …".
struct SectionLabel {
  /// Bytes of the name and of the whole label with its colon and white space.
  var name: Int
  var length: Int

  private static let names: [StaticString] = [
    "summary", "abstract", "overview", "background", "introduction", "objective", "objectives", "methods", "results",
    "conclusion", "conclusions", "answer", "description",
  ]

  init?(at text: ArraySlice<UInt8>) {
    let head = text.prefix(16)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = head[..<colon].trimmed
    guard let first = name.first, first.isUppercase, Self.names.contains(where: { name.equalsIgnoringCase($0) })
    else { return nil }
    let rest = text[(colon + 1)...].trimmed
    guard !rest.isEmpty else { return nil }
    self.name = name.count
    length = rest.startIndex - text.startIndex
  }
}
