/// Cuts the lines of a Markdown text into pieces.
struct MarkdownScanner {
  private let lines: ArraySlice<ArraySlice<UInt8>>
  private var found: [TextPiece] = []
  /// Whether the last piece may go on in the next line.
  private var isOpen = false

  init(lines: ArraySlice<ArraySlice<UInt8>>) {
    self.lines = lines
  }

  mutating func pieces() -> [TextPiece] {
    var index = lines.startIndex
    while index < lines.endIndex { index = scan(index) }
    return found.map { $0.withoutInlineMarks() }.filter { if case .table = $0.form { true } else { !$0.text.isEmpty } }
  }

  /// Reads what begins at a line; gives the line after it.
  private mutating func scan(_ index: Int) -> Int {
    let line = lines[index]
    let content = line.trimmed
    if content.isEmpty {
      isOpen = false
    } else if let fence = Self.fence(content) {
      return scanCode(index, fence: fence)
    } else if let (level, text) = Self.heading(content) {
      append(.heading(level: level), text, isOpen: false)
    } else if isOpen, case .line = found.last?.form, let level = Self.underline(content) {
      found[found.count - 1].form = .heading(level: level)
      isOpen = false
    } else if Self.isRule(content) || Self.isDefinition(content) || content.starts(with: Array("<!--".utf8)) {
      isOpen = false
    } else if content.contains(UInt8(ascii: "|")), let (table, length) = TextTable.table(at: index, of: lines) {
      append(.table(table.mapCells { MarkdownInline($0[...]).text }), [], isOpen: false)
      return index + length
    } else if content.first == UInt8(ascii: ">") {
      let text = content.drop { $0 == UInt8(ascii: ">") || $0.isSpace }
      if isOpen, case .quote = found.last?.form { extend(text) } else { append(.quote, text, isOpen: true) }
    } else if let text = Self.footnote(content) {
      append(.footnote, text, isOpen: true)
    } else {
      scanText(line)
    }
    return index + 1
  }

  private mutating func scanText(_ line: ArraySlice<UInt8>) {
    let segment = TextSegment(line: line)
    if let marker = segment.marker {
      append(.item(marker, indent: segment.indent), Self.withoutCheckbox(segment.text), isOpen: true)
    } else if isOpen {
      extend(segment.text)
    } else {
      append(.line, segment.text, isOpen: true)
    }
  }

  private mutating func scanCode(_ index: Int, fence: UInt8) -> Int {
    var end = index + 1
    while end < lines.endIndex, Self.fence(lines[end].trimmed) != fence { end += 1 }
    append(.code, lines[(index + 1)..<end].joined(separator: [0x0A]), isOpen: false)
    return min(end + 1, lines.endIndex)
  }

  private mutating func append(_ form: TextPiece.Form, _ text: some Sequence<UInt8>, isOpen: Bool) {
    found.append(TextPiece(form: form, text: Array(text)))
    self.isOpen = isOpen
  }

  private mutating func extend(_ text: some Sequence<UInt8>) {
    found[found.count - 1].text.append(0x20)
    found[found.count - 1].text += text
  }
}

// MARK: Kinds of lines

extension MarkdownScanner {
  private static func fence(_ line: ArraySlice<UInt8>) -> UInt8? {
    ["```", "~~~"].first { line.starts(with: $0.utf8) }?.utf8.first
  }

  private static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), let next = line.dropFirst(level).first, next.isSpace else { return nil }
    var text = line.dropFirst(level).trimmed
    while text.last == UInt8(ascii: "#") { text.removeLast() }
    return (level, text.trimmed)
  }

  private static func underline(_ line: ArraySlice<UInt8>) -> Int? {
    if line.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return line.count >= 2 && line.allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, "-*_".utf8.contains(first) else { return false }
    return line.count { $0 == first } >= 3 && line.allSatisfy { $0 == first || $0.isSpace }
  }

  /// "[name]: https://…", which defines a link and shows nothing.
  private static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "["), line.dropFirst().first != UInt8(ascii: "^"),
      let close = line.firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    return line[(close + 1)...].first == UInt8(ascii: ":")
  }

  /// "[^1]: text".
  private static func footnote(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.starts(with: "[^".utf8), let close = line.firstIndex(of: UInt8(ascii: "]")),
      line[(close + 1)...].first == UInt8(ascii: ":")
    else { return nil }
    return line[(close + 2)...].trimmed
  }

  private static func withoutCheckbox(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    ["[ ] ", "[x] ", "[X] "].contains { text.starts(with: $0.utf8) } ? text.dropFirst(4) : text
  }
}
