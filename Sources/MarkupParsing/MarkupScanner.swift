internal import Foundation

/// Copies markup for the parser and leaves out on the way what no reader needs and what could cost it more than linear
/// time: comments, declarations, scripts, styles and drawings, attributes past a bound, in HTML all but ``Attribute``s.
///
/// Half of a usual page goes here, by searching for single bytes, at a small part of what parsing it would take.
/// Input and output are valid UTF-8 without NUL.
struct MarkupScanner {
  enum Language { case html, xml }

  private let language: Language
  private var output: [UInt8] = []
  private(set) var droppedAttributes = false
  /// Whether an end tag of a drawing may follow: without one, the page goes on in it.
  private var mayEndDrawing = true

  static func scan(_ input: [UInt8], as language: Language) -> (output: [UInt8], droppedAttributes: Bool) {
    var scanner = MarkupScanner(language: language)
    scanner.output.reserveCapacity(input.count + 16)
    input.withUnsafeBufferPointer { scanner.scan(MarkupBytes($0)) }
    return (scanner.output, scanner.droppedAttributes)
  }

  private init(language: Language) { self.language = language }

  private mutating func scan(_ input: MarkupBytes) {
    var position = 0
    while position < input.count {
      let tag = input.firstIndex(of: UInt8(ascii: "<"), from: position)
      copyText(input, position..<tag)
      guard tag < input.count else { return }
      position = scanMarkup(input, at: tag)
    }
  }

  /// Handles what begins with `<` at `start` and tells where to go on.
  private mutating func scanMarkup(_ input: MarkupBytes, at start: Int) -> Int {
    switch input[start + 1] {
    case UInt8(ascii: "!"): return scanDeclaration(input, at: start)
    case UInt8(ascii: "?"):
      return input.end(of: language == .xml ? "?>" : ">", from: start + 2)
    case UInt8(ascii: "/") where MarkupBytes.isNameStart(input[start + 2]):
      let end = input.end(of: ">", from: start + 2)
      output.append(contentsOf: input[start..<end])
      return end
    case let next where MarkupBytes.isNameStart(next):
      return scanTag(input, at: start)
    default:
      output += "&lt;".utf8
      return start + 1
    }
  }

  private mutating func scanDeclaration(_ input: MarkupBytes, at start: Int) -> Int {
    if input.has("<!--", at: start) { return input.end(of: "-->", from: start + 4) }
    if input.has("<![CDATA[", at: start) {
      let end = input.end(of: "]]>", from: start)
      if language == .xml { output.append(contentsOf: input[start..<end]) }
      return end
    }
    // A document type may hold declarations between brackets, which may hold `>`; entities declared there stay undefined.
    let close = input.firstIndex(of: UInt8(ascii: ">"), from: start)
    let bracket = input.firstIndex(of: UInt8(ascii: "["), from: start)
    if language == .xml, bracket < close {
      return input.end(of: ">", from: input.end(of: "]", from: bracket))
    }
    return input.end(of: ">", from: start)
  }

  private mutating func scanTag(_ input: MarkupBytes, at start: Int) -> Int {
    let tag = TagExtent(input, at: start)
    if tag.cut != nil { droppedAttributes = true }
    switch language {
    case .html:
      let isClosed = copyKnownAttributes(input, of: tag, at: start)
      return isClosed ? tag.end : skipRawText(input, after: tag, at: start)
    case .xml:
      copyText(input, start..<(tag.cut ?? tag.end))
      if tag.cut != nil { output += (input[tag.end - 2] == UInt8(ascii: "/") ? "/>" : ">").utf8 }
      return tag.end
    }
  }

  /// Copies a tag without the attributes that no code asks for: most of a page's are addresses of pictures and data for
  /// scripts. Tells whether the tag closes its element.
  private mutating func copyKnownAttributes(_ input: MarkupBytes, of tag: TagExtent, at start: Int) -> Bool {
    output.append(contentsOf: input[start..<tag.nameEnd])
    var attributes = TagAttributes(input, of: tag)
    while let attribute = attributes.next() {
      guard TagAttributes.isKnown(input, attribute.name) else { continue }
      output.append(0x20)
      output.append(contentsOf: input[attribute.whole])
    }
    output += (attributes.isSelfClosing ? "/>" : ">").utf8
    return attributes.isSelfClosing
  }

  /// Steps over the contents of a script, a style or a drawing; data blocks are copied.
  private mutating func skipRawText(_ input: MarkupBytes, after tag: TagExtent, at start: Int) -> Int {
    let name = start + 1..<tag.nameEnd
    guard Self.mayOpenRawText(input[name.lowerBound]) else { return tag.end }
    for element in ["script", "style", "iframe", "noembed", "xmp"] where input.equal(name, toLowercase: element) {
      let end = input.endTag(of: element, from: tag.end)
      let isData = element == "script" && input.contains("json", in: start..<tag.end)
      if isData || element == "xmp" { output.append(contentsOf: input[tag.end..<end]) }
      return end
    }
    if mayEndDrawing, input.equal(name, toLowercase: "svg") {
      let end = input.endTag(of: "svg", from: tag.end)
      if end < input.count { return end }
      mayEndDrawing = false
    }
    return tag.end
  }

  private static func mayOpenRawText(_ first: UInt8) -> Bool {
    switch first | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "x"): true
    default: false
    }
  }

  private mutating func copyText(_ input: MarkupBytes, _ range: Range<Int>) {
    guard language == .xml else { return output.append(contentsOf: input[range]) }
    var position = range.lowerBound
    while position < range.upperBound {
      let reference = min(input.firstIndex(of: UInt8(ascii: "&"), from: position), range.upperBound)
      output.append(contentsOf: input[position..<reference])
      guard reference < range.upperBound else { return }
      position = copyReference(input, at: reference)
    }
  }

  /// Resolves an entity that HTML names and makes plain text of one that nobody does, as no document type is read.
  private mutating func copyReference(_ input: MarkupBytes, at start: Int) -> Int {
    var end = start + 1
    while end - start < 34, MarkupBytes.isNameStart(input[end]) || MarkupBytes.isDigit(input[end]) || input[end] == 35 {
      end += 1
    }
    guard end > start + 1, input[end] == UInt8(ascii: ";") else {
      output += "&amp;".utf8
      return start + 1
    }
    let name = String(decoding: input[start + 1..<end], as: UTF8.self)
    if name.hasPrefix("#") || ["amp", "lt", "gt", "quot", "apos"].contains(name) {
      output.append(contentsOf: input[start...end])
    } else if let scalar = NamedEntity.scalar(for: name) {
      output += String(scalar).utf8
    } else {
      output += "&amp;\(name);".utf8
    }
    return end + 1
  }
}
