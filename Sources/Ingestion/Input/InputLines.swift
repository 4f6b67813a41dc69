/// The lines of a file, or of the standard input (`-`), read as they are asked for.
public struct InputLines {
  private let reader: ByteReader
  private let limits: InputLimits

  /// - Throws: ``InputError``.
  public init(_ input: String, limits: InputLimits = InputLimits()) throws {
    reader = try (input == "-" ? FileStream.standardInput : FileStream(path: input)).reader
    self.limits = limits
  }

  /// The next line without its line end; nil after the last.
  ///
  /// - Throws: ``InputError``, as for a line longer than a document may be; there is then no next line.
  public func next() throws -> [UInt8]? { try reader.readLine(limit: limits.documentBytes) }
}
