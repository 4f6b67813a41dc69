/// The bytes of one document as they come out of a file, a container or the network.
public struct InputRecord: Sendable, Hashable {
  /// The id of the document: a file's name without `.gz` and its last extension, or what a container says.
  public var id: String
  /// Where the bytes were read from: a path, a URL, or a container's path with the record's name.
  public var source: String
  public var bytes: [UInt8]
  /// The title where the container states it.
  public var title: String?
  /// The address that the document was published at, where known.
  public var url: String?
  /// The format where the container states it; else it is found by looking at the bytes.
  public var format: ContentFormat?
  /// The character encoding where the transport states it.
  public var charset: String?
  /// What the server said that tells later whether the document has changed.
  public var validators: WebValidators?

  public init(
    id: String, source: String, bytes: [UInt8], title: String? = nil, url: String? = nil, format: ContentFormat? = nil,
    charset: String? = nil
  ) {
    self.id = id
    self.source = source
    self.bytes = bytes
    self.title = title
    self.url = url
    self.format = format
    self.charset = charset
  }
}
