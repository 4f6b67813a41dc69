import Foundation

/// An open file or the standard input, closed when the last reference goes.
final class FileStream {
  private let descriptor: Int32
  private let closes: Bool
  private static let chunk = 1 << 16
  private(set) var bytesRead = 0

  /// - Throws: ``InputError``.
  init(path: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closes = true
    guard descriptor >= 0 else { throw InputError(errno: errno) }
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    closes = false
  }

  static var standardInput: FileStream { FileStream(descriptor: 0) }

  deinit {
    if closes { close(descriptor) }
  }

  /// The next bytes of the file, empty at its end.
  func next() throws -> [UInt8] {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, initialized in
        count = read(descriptor, buffer.baseAddress, Self.chunk)
        initialized = max(count, 0)
      }
      if count >= 0 {
        bytesRead += count
        return bytes
      }
      guard errno == EINTR else { throw InputError(errno: errno) }
    }
  }

  var reader: ByteReader { ByteReader { try self.next() } }
}

extension InputError {
  /// The error for a number that a system call left.
  init(errno number: Int32) {
    switch number {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM: self = .noPermission
    default: self = .unreadable(reason: String(cString: strerror(number)))
    }
  }
}
