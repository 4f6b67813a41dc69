/// An HTTP/1.1 response as a web archive stores it, with the transfer and content codings undone.
///
/// Reference: RFC 9112.
struct HTTPResponse {
  private(set) var status: Int
  /// The media type in lower case, empty where none is stated.
  private(set) var type: String
  private(set) var charset: String?
  private(set) var body: [UInt8]

  /// - Throws: ``InputError`` if the response is broken, compressed in a way not known here, or too large.
  init(_ bytes: [UInt8], limits: InputLimits) throws {
    let reader = ByteReader(bytes)
    let line = try reader.readLine(limit: 1 << 16) ?? []
    let words = line[...].words
    guard words.count >= 2, words[0].starts(with: Array("HTTP/".utf8)), words[1].allSatisfy(\.isDigit),
      let status = Int(String(decoding: words[1], as: UTF8.self))
    else { throw InputError.damaged(format: "an HTTP response", reason: "it has no status line") }
    self.status = status
    let fields = try HeaderFields(from: reader)
    type = fields.contentType?.type ?? ""
    charset = fields.contentType?.charset
    body = []
    guard status == 200 else { return }
    body = try Self.body(reader, fields, limits)
  }

  private static func body(_ reader: ByteReader, _ fields: HeaderFields, _ limits: InputLimits) throws -> [UInt8] {
    var body = try reader.readAll(limit: limits.documentBytes)
    // Some crawlers undo the codings but keep the header: what the bytes look like decides.
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true, let joined = try dechunked(body) {
      body = joined
    }
    let coding = fields["content-encoding"]?.lowercased() ?? ""
    if body.starts(with: [0x1F, 0x8B]) || (coding.contains("deflate") && body.first.map { $0 & 0x0F == 8 } == true) {
      let inflater = Inflater(ByteReader(body), form: .headed, expansion: limits.expansion)
      return try inflater.reader.readAll(limit: limits.documentBytes)
    }
    if coding.contains("br") || coding.contains("zstd"), String(validating: body.prefix(1000), as: UTF8.self) == nil {
      throw InputError.binary(format: "a page compressed as \(coding)")
    }
    return body
  }

  /// The chunks joined; nil if the bytes are not in chunks.
  private static func dechunked(_ bytes: [UInt8]) throws -> [UInt8]? {
    let reader = ByteReader(bytes)
    var body: [UInt8] = []
    while let line = try reader.readLine(limit: bytes.count) {
      let digits = line.prefix { $0 != UInt8(ascii: ";") }.trimmed
      guard (1...8).contains(digits.count), let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        size >= 0
      else { return body.isEmpty ? nil : body }
      if size == 0 { return body }
      body += try reader.read(size)
      _ = try reader.readLine(limit: bytes.count)
    }
    return body
  }
}
