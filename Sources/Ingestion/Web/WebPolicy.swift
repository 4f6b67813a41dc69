/// What may be fetched from the web, and how much of it.
public struct WebPolicy: Sendable, Hashable {
  /// Whether hosts of this machine and of private networks may be asked: they may answer what is meant for insiders.
  public var allowsPrivateHosts = false
  public var redirects = 5
  /// Seconds for one page with all its redirects.
  public var timeout = 30.0
  /// The most bytes of one page, decompressed.
  public var bytes = 32 << 20
  /// The name that the program gives itself, to servers and in robots.txt.
  public var agent = "nutrigraph"

  public init() {}
}

/// What a server said that tells later whether a page has changed.
///
/// Reference: RFC 9110, section 8.8.
public struct WebValidators: Sendable, Hashable {
  public var entityTag: String?
  public var lastModified: String?

  public init(entityTag: String? = nil, lastModified: String? = nil) {
    self.entityTag = entityTag
    self.lastModified = lastModified
  }

  public var isEmpty: Bool { entityTag == nil && lastModified == nil }

  /// The validators as text, a line each, to be kept with the document.
  public var text: String { "\(entityTag ?? "")\n\(lastModified ?? "")" }

  /// Reads what ``text`` gave.
  public init(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.init(
      entityTag: lines.first.flatMap { $0.isEmpty ? nil : $0 },
      lastModified: lines.dropFirst().first.flatMap { $0.isEmpty ? nil : $0 })
  }
}
