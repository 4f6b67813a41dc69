/// How many documents an ingest added, found unchanged, replaced and could not read.
public struct IngestSummary: Sendable, Hashable, CustomStringConvertible {
  public var new = 0
  public var unchanged = 0
  public var updated = 0
  public var failed = 0
  /// Whether the run was cancelled before all inputs were read.
  public var isInterrupted = false

  public init() {}

  /// All documents met so far.
  public var total: Int { new + unchanged + updated + failed }

  public var description: String { "\(new) new, \(unchanged) unchanged, \(updated) updated, \(failed) failed" }
}

/// How far an ingest has come.
public struct IngestProgress: Sendable {
  public var summary: IngestSummary
  /// Bytes of input read, and how many there are in all where that is known beforehand.
  public var bytesRead: Int
  public var bytesTotal: Int?
  /// Seconds since the start.
  public var elapsed: Double

  /// Seconds that the rest will take at the rate so far; nil where the total is not known.
  public var remaining: Double? {
    guard let bytesTotal, bytesRead > 0, bytesTotal >= bytesRead else { return nil }
    return elapsed * Double(bytesTotal - bytesRead) / Double(bytesRead)
  }
}
