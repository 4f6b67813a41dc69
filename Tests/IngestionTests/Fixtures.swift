import CZlib
import Foundation
import Ingestion

/// A folder of its own for one test, removed when the value goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("nutrigraph-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, its folders included, and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }
}

/// What zlib makes of bytes.
enum Deflate {
  static func gzip(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflated(Array(bytes), windowBits: 31) }
  static func raw(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflated(Array(bytes), windowBits: -15) }

  private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    _ = nutrigraph_deflate_init(&stream, windowBits)
    defer { deflateEnd(&stream) }
    var input = bytes
    let bound = Int(deflateBound(&stream, UInt(bytes.count))) + 64
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        _ = deflate(&stream, Z_FINISH)
      }
      count = bound - Int(stream.avail_out)
    }
  }
}

/// All that a list of inputs gives, failures as "! input: message".
func items(of inputs: [String], limits: InputLimits = InputLimits()) -> [InputRecords.Item] {
  var records = InputRecords(inputs, limits: limits)
  var items: [InputRecords.Item] = []
  while let item = records.next() { items.append(item) }
  return items
}

extension InputRecords.Item {
  var record: InputRecord? {
    if case .record(let record) = self { record } else { nil }
  }

  /// The id and text of a record, or the message of a failure.
  var summary: String {
    switch self {
    case .record(let record): "\(record.id): \(String(decoding: record.bytes, as: UTF8.self))"
    case .failure(let diagnostic): "! \(diagnostic.message)"
    case .unchanged(let source): "= \(source)"
    }
  }
}
