/// Why an input, or a record inside one, could not be read.
public enum InputError: Error, Sendable, Hashable, CustomStringConvertible {
  case notFound
  case noPermission
  case unreadable(reason: String)
  case tooLarge(limit: Int)
  case empty
  case binary(format: String?)
  /// An address that may not or cannot be fetched; the reason says what to do.
  case refused(reason: String)
  case damaged(format: String, reason: String)

  /// A full sentence that says what happened and what to do next.
  public var description: String {
    switch self {
    case .notFound: "There is no such file or folder; check the path."
    case .noPermission: "Reading it is not permitted; change its permissions or run as a user who may."
    case .unreadable(let reason): "It could not be read (\(reason)); try again or leave it out."
    case .tooLarge(let limit):
      "It holds more than \(limit >> 20) MB, which is more than one document may have; split it or leave it out."
    case .empty: "It holds no text; leave it out."
    case .binary(let format?): "It is \(format), which is not read here; convert it to HTML or text first."
    case .binary(nil): "It is not text; convert it to HTML or text first."
    case .refused(let reason): "It was not fetched: \(reason)."
    case .damaged(let format, let reason): "It looks like \(format) but is damaged (\(reason)); fetch it again."
    }
  }
}
