/// A web archive, read record by record: the pages and texts among its responses, resources and conversions.
///
/// Reference: ISO 28500, <https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/>
struct WARC: RecordContainer {
  private let reader: ByteReader
  private let path: String
  private let limits: InputLimits
  private var isBroken = false

  init(reader: ByteReader, path: String, limits: InputLimits) {
    self.reader = reader
    self.path = path
    self.limits = limits
  }

  static func begins(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: Array("WARC/".utf8)) }

  mutating func next() -> InputRecords.Item? {
    while !isBroken {
      do {
        guard try skipToRecord() else { return nil }
        if let item = try readRecord() { return item }
      } catch {
        // Where a record's length is not to be trusted, so is all that follows.
        isBroken = true
        return .failure("\(path), byte \(reader.offset)", error)
      }
    }
    return nil
  }

  /// Passes over the empty lines between records; false at the end of the file.
  private func skipToRecord() throws -> Bool {
    while let line = try reader.readLine(limit: 1 << 16) {
      if Self.begins(line[...]) { return true }
      guard line.allSatisfy(\.isSpace) else {
        throw InputError.damaged(format: "a web archive", reason: "a record does not begin with WARC/")
      }
    }
    return false
  }

  /// The record's document; nil if it is of a kind that holds none.
  private func readRecord() throws -> InputRecords.Item? {
    let fields = try HeaderFields(from: reader)
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      throw InputError.damaged(format: "a web archive", reason: "a record does not state its length")
    }
    let kind = fields["warc-type"]?.lowercased() ?? ""
    let type = fields.contentType?.type ?? ""
    let isResponse = kind == "response" && type.hasPrefix("application/http")
    let isPlain = (kind == "resource" || kind == "conversion") && MediaType.isArticle(type)
    guard isResponse || isPlain else {
      try reader.skip(length)
      return nil
    }
    let uri = fields["warc-target-uri"].map { $0.filter { !"<>".contains($0) } } ?? "record at byte \(reader.offset)"
    guard length <= limits.documentBytes else {
      try reader.skip(length)
      return .failure("\(path)#\(uri)", InputError.tooLarge(limit: limits.documentBytes))
    }
    let block = try reader.read(length)
    guard block.count == length else {
      throw InputError.damaged(format: "a web archive", reason: "it ends inside a record")
    }
    return document(block, isResponse: isResponse, charset: fields.contentType?.charset, uri: uri)
  }

  private func document(_ block: [UInt8], isResponse: Bool, charset: String?, uri: String) -> InputRecords.Item? {
    var record = InputRecord(id: uri, source: "\(path)#\(uri)", bytes: block, url: uri, charset: charset)
    guard isResponse else { return .record(record) }
    do {
      let response = try HTTPResponse(block, limits: limits)
      guard response.status == 200, MediaType.isArticle(response.type) else { return nil }
      record.bytes = response.body
      record.charset = response.charset
      return .record(record)
    } catch {
      return .failure(record.source, error)
    }
  }
}

/// Which media types are read as articles.
enum MediaType {
  static func isArticle(_ type: String) -> Bool {
    ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/xml", "text/xml", ""].contains(
      type)
  }
}
