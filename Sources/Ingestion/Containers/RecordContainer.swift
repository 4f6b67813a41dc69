import Documents

/// A source of documents: a file that is one, or one that holds many.
protocol RecordContainer {
  /// The next document or what kept it from being read; nil at the end.
  mutating func next() -> InputRecords.Item?
}

extension InputRecords.Item {
  static func failure(_ input: String, _ error: any Error) -> Self {
    let message = (error as? InputError)?.description ?? "It could not be read (\(error))."
    return .failure(Diagnostic(.error, input: input, message: message))
  }
}

/// Finds out what an opened input holds.
enum Container {
  /// The container that a reader's first bytes tell of; decompresses gzip first.
  static func open(_ reader: ByteReader, path: String, limits: InputLimits) -> any RecordContainer {
    do {
      var reader = reader
      var name = path
      if try reader.peek(2).elementsEqual([0x1F, 0x8B]) {
        reader = Inflater(reader, form: .headed, expansion: limits.expansion).reader
        if name.hasSuffix(".gz") { name.removeLast(3) }
      }
      let head = try reader.peek(1 << 12)
      if WARC.begins(head) { return WARC(reader: reader, path: path, limits: limits) }
      if JSONLines.begins(head) { return JSONLines(reader: reader, path: path, limits: limits) }
      if ZipArchive.begins(head) {
        return try archive(reader.readAll(limit: limits.archiveBytes), path: path, limits: limits)
      }
      return SingleFile(reader: reader, name: name, path: path, limits: limits)
    } catch {
      return FailedContainer(path: path, error: error)
    }
  }
}

extension Container {
  /// A book, or an Office file, which is one document.
  private static func archive(_ bytes: [UInt8], path: String, limits: InputLimits) throws -> any RecordContainer {
    let archive = try ZipArchive(bytes, limits: limits)
    if EPUB.isOne(archive) { return try EPUB(archive, path: path) }
    guard archive.entries.contains(where: { $0.name == WordReader.mainEntry }) else {
      throw InputError.binary(format: "a ZIP archive")
    }
    return SingleFile(reader: ByteReader(bytes), name: path, path: path, limits: limits)
  }
}

/// A file that is one document.
struct SingleFile: RecordContainer {
  private var reader: ByteReader?
  private let name: String
  private let path: String
  private let limits: InputLimits

  init(reader: ByteReader, name: String, path: String, limits: InputLimits) {
    self.reader = reader
    self.name = name
    self.path = path
    self.limits = limits
  }

  mutating func next() -> InputRecords.Item? {
    guard let reader else { return nil }
    self.reader = nil
    do {
      let bytes = try reader.readAll(limit: limits.documentBytes)
      return .record(InputRecord(id: DocumentID.ofFile(name), source: path, bytes: bytes))
    } catch {
      return .failure(path, error)
    }
  }
}

/// An input that could not be opened.
struct FailedContainer: RecordContainer {
  private let path: String
  private var error: (any Error)?

  init(path: String, error: any Error) {
    self.path = path
    self.error = error
  }

  mutating func next() -> InputRecords.Item? {
    defer { error = nil }
    return error.map { .failure(path, $0) }
  }
}
