import ArgumentParser
import Foundation

/// The standard output, buffered. A reader that has gone away ends the program with success, as a filter should.
final class StandardOutput {
  private var buffer: [UInt8] = []
  private static let chunk = 1 << 16

  init() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// - Throws: `ExitCode.success` if nobody reads any more.
  func write(_ bytes: some Sequence<UInt8>) throws {
    buffer += bytes
    if buffer.count >= Self.chunk { try flush() }
  }

  func writeLine(_ text: String) throws {
    try write(text.utf8)
    try write([0x0A])
  }

  /// Writes a value as one line of JSON with sorted keys.
  func writeJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try write(encoder.encode(value))
    try write([0x0A])
  }

  func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        throw ExitCode.success
      } else if errno != EINTR {
        throw ValidationError("The output could not be written: \(String(cString: strerror(errno))).")
      }
    }
    buffer = []
  }
}
