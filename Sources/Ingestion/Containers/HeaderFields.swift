/// Named fields as HTTP and WARC write them: `Name: value`, one a line, up to an empty line.
struct HeaderFields {
  private var values: [String: String] = [:]
  private static let longestLine = 1 << 16
  private static let mostLines = 1000

  /// Reads up to and with the empty line that ends the fields.
  ///
  /// - Throws: ``InputError`` if a line or their number is beyond measure or the input ends before.
  init(from reader: ByteReader) throws {
    var last: String?
    for _ in 0..<Self.mostLines {
      guard let line = try reader.readLine(limit: Self.longestLine) else {
        throw InputError.damaged(format: "a record", reason: "it ends in its header")
      }
      if line.isEmpty { return }
      if let first = line.first, first.isSpace, let last {
        values[last]! += " " + String(decoding: line[...].trimmed, as: UTF8.self)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon].trimmed, as: UTF8.self).lowercased()
        values[name] = String(decoding: line[(colon + 1)...].trimmed, as: UTF8.self)
        last = name
      }
    }
    throw InputError.damaged(format: "a record", reason: "its header has more than \(Self.mostLines) lines")
  }

  /// The value of a field whose name is given in lower case; of repeated fields the last.
  subscript(name: String) -> String? { values[name] }

  /// The media type and the character encoding that `Content-Type` states, in lower case.
  var contentType: (type: String, charset: String?)? {
    self["content-type"].map(Self.parseContentType)
  }

  static func parseContentType(_ value: String) -> (type: String, charset: String?) {
    let parts = value.lowercased().split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
      .map { String($0.dropFirst(8)).filter { !"\"' ".contains($0) } }
    return (parts.first.map { String($0).filter { !$0.isWhitespace } } ?? "", charset)
  }
}
