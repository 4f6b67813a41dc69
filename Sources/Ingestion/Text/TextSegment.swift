/// A piece of a line that stands on its own: most lines are one; a line that holds a run of items is several.
struct TextSegment {
  /// Columns of white space before it, tabs counting to the next multiple of four.
  var indent: Int
  /// The list item it opens, if it does.
  var marker: ListMarker?
  /// Its text without the marker and outer white space; inner white space is as it was.
  var text: ArraySlice<UInt8>
  /// Whether it begins inside its line, after a wide gap or a sign.
  var isInline = false

  init(indent: Int, text: ArraySlice<UInt8>, isInline: Bool = false) {
    self.indent = indent
    self.isInline = isInline
    marker = ListMarker(at: text)
    self.text = marker.map { text.dropFirst($0.length) } ?? text
  }
}

extension TextSegment {
  /// A whole line as one segment.
  init(line: ArraySlice<UInt8>) {
    self.init(indent: Self.indent(of: line), text: line.trimmed)
  }

  /// Parts a line at bullets inside it and at wide gaps that stand for a lost paragraph end.
  ///
  /// Converters that flatten a page write "You get it from    - milk   - cheese       It is …": items after two spaces
  /// or more and a sign, further paragraphs after three spaces or more.
  static func segments(of line: ArraySlice<UInt8>) -> [TextSegment] {
    var segments: [TextSegment] = []
    let indent = Self.indent(of: line)
    let line = line.trimmed
    guard !line.isEmpty else { return [] }
    var start = line.startIndex
    var startIndent = indent
    var index = line.startIndex
    while index < line.endIndex {
      guard line[index].isSpace else {
        index += 1
        continue
      }
      let gapStart = index
      while line[index].isSpace { index += 1 }
      guard index - gapStart >= 2 else { continue }
      let before = TextSegment(indent: startIndent, text: line[start..<gapStart], isInline: start > line.startIndex)
      guard parts(before: before, gap: index - gapStart, after: line[index...]) else { continue }
      segments.append(before)
      start = index
      startIndent = indent
    }
    segments.append(TextSegment(indent: startIndent, text: line[start...], isInline: start > line.startIndex))
    return segments.flatMap { $0.splitAtDashes() }
  }

  private static func parts(before: TextSegment, gap: Int, after: ArraySlice<UInt8>) -> Bool {
    if let marker = ListMarker(at: after) { return marker.ordinal == nil || gap >= 3 }
    guard gap >= 3, let first = after.first, !first.isLowercase else { return false }
    return before.marker != nil || before.text.endsSentence || before.text.isTitleCased
  }

  /// Parts "sources: - milk - cheese" and "sources: • milk • cheese", whose items have only one space between them.
  private func splitAtDashes() -> [TextSegment] {
    for sign in Self.inlineSigns {
      let cuts = text.indices(of: sign)
      let isList = cuts.count >= 2 && (sign.count > 3 || text[..<cuts[0]].trimmed.last == UInt8(ascii: ":"))
      guard isList else { continue }
      var lead = self
      lead.text = text[..<cuts[0]].trimmed
      let ends = cuts.dropFirst() + [text.endIndex]
      let items = zip(cuts, ends).map { start, end in
        TextSegment(indent: indent, text: text[(start + 1)..<end].trimmed, isInline: true)
      }
      return lead.text.isEmpty && marker == nil ? items : [lead] + items
    }
    return [self]
  }

  private static let inlineSigns: [[UInt8]] = [" • ", " - ", " * "].map { Array($0.utf8) }

  private static func indent(of line: ArraySlice<UInt8>) -> Int {
    var columns = 0
    for byte in line {
      if byte == 0x09 { columns = (columns / 4 + 1) * 4 } else if byte.isSpace { columns += 1 } else { break }
    }
    return columns
  }
}

extension ArraySlice<UInt8> {
  /// Where a short pattern occurs, without overlaps.
  fileprivate func indices(of pattern: [UInt8]) -> [Int] {
    var found: [Int] = []
    var index = startIndex
    while index + pattern.count <= endIndex {
      if self[index] == pattern[0], self[index..<(index + pattern.count)].elementsEqual(pattern) {
        found.append(index)
        index += pattern.count - 1
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether the text ends as a sentence does, closing quotes and brackets aside.
  var endsSentence: Bool {
    let closing: [UInt8] = Array("\"')]".utf8)
    var slice = self
    while let last = slice.last {
      if closing.contains(last) {
        slice.removeLast()
      } else if slice.count > 3,
        slice.suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
          || slice.suffix(3).elementsEqual([0xE2, 0x80, 0x99])
      {
        slice.removeLast(3)
      } else {
        break
      }
    }
    guard let last = slice.last else { return false }
    return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
      || slice.suffix(3).elementsEqual([0xE2, 0x80, 0xA6])
  }

  /// Whether it is a short line whose words begin with capitals as in a title: "Good Sources of Iron".
  var isTitleCased: Bool {
    let words = words
    guard (1...14).contains(words.count), let first = words.first?.first, !first.isLowercase else { return false }
    return words.allSatisfy { word in
      !word[word.startIndex].isLowercase || Self.smallWords.contains { word.elementsEqual($0) }
    }
  }

  /// Words that titles leave in lower case.
  private static let smallWords: [[UInt8]] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "of", "on", "or", "per", "the", "to", "vs",
    "vs.",
    "with", "your",
  ].map { Array($0.utf8) }
}
