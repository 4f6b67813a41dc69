/// Bounds on what is read from an input that may be hostile.
public struct InputLimits: Sendable, Hashable {
  /// The most bytes of one document, decompressed.
  public var documentBytes: Int
  /// The most that compressed data may grow, as a multiple, once it has passed a megabyte.
  public var expansion: Int
  /// The most files in an archive and the most bytes of them together.
  public var archiveEntries: Int
  public var archiveBytes: Int

  public init(
    documentBytes: Int = 128 << 20, expansion: Int = 200, archiveEntries: Int = 10_000, archiveBytes: Int = 512 << 20
  ) {
    self.documentBytes = documentBytes
    self.expansion = expansion
    self.archiveEntries = archiveEntries
    self.archiveBytes = archiveBytes
  }
}
