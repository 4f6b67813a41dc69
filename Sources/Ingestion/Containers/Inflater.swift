import CZlib

/// Decompresses a stream of deflate data, in the gzip, zlib or raw form, member after member.
final class Inflater {
  enum Form: Int32 {
    /// gzip or zlib, whichever the header says.
    case headed = 47
    case raw = -15
  }

  private let input: ByteReader
  private var stream = z_stream()
  private let expansion: Int
  private let form: Form
  private var produced = 0
  private var consumed = 0
  private var isDone = false
  private static let chunk = 1 << 16

  init(_ input: ByteReader, form: Form, expansion: Int) {
    self.input = input
    self.form = form
    self.expansion = expansion
    _ = nutrigraph_inflate_init(&stream, form.rawValue)
  }

  deinit {
    inflateEnd(&stream)
  }

  /// The next decompressed bytes, empty at the end.
  ///
  /// - Throws: ``InputError/damaged(format:reason:)`` for broken or cut data and for data that grows beyond measure.
  func next() throws -> [UInt8] {
    while !isDone {
      let compressed = try input.peek(Self.chunk)
      guard !compressed.isEmpty else {
        throw InputError.damaged(format: "compressed data", reason: "it ends too early")
      }
      let (bytes, used, status) = inflateOnce(Array(compressed))
      try input.skip(used)
      consumed += used
      produced += bytes.count
      guard produced < 1 << 20 || produced / max(consumed, 1) <= expansion else {
        throw InputError.damaged(format: "compressed data", reason: "it grows more than \(expansion) times")
      }
      switch status {
      case Z_OK, Z_BUF_ERROR:
        if bytes.isEmpty, used == 0 {
          throw InputError.damaged(format: "compressed data", reason: "it makes no progress")
        }
      case Z_STREAM_END: isDone = try !beginNextMember()
      default: throw InputError.damaged(format: "compressed data", reason: "its bytes are wrong")
      }
      if !bytes.isEmpty { return bytes }
    }
    return []
  }

  /// A gzip file may hold several members one after the other; what follows the last is ignored, as gzip does.
  private func beginNextMember() throws -> Bool {
    guard form == .headed, try input.peek(2).elementsEqual([0x1F, 0x8B]) else { return false }
    return inflateReset(&stream) == Z_OK
  }

  private func inflateOnce(_ compressed: [UInt8]) -> (bytes: [UInt8], used: Int, status: Int32) {
    var compressed = compressed
    var status = Z_OK
    var used = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { output, initialized in
      compressed.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(Self.chunk)
        status = inflate(&stream, Z_NO_FLUSH)
        used = input.count - Int(stream.avail_in)
        initialized = Self.chunk - Int(stream.avail_out)
        stream.next_in = nil
        stream.next_out = nil
      }
    }
    return (bytes, used, status)
  }

  var reader: ByteReader { ByteReader { try self.next() } }
}
