/// Writes numbers and arrays of numbers, little-endian, one after the other.
package struct BinaryWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write<T: BitwiseCopyable>(_ value: T) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  /// The count as 64 bits, then the elements.
  package mutating func write<T: BitwiseCopyable>(array: [T]) {
    write(Int64(array.count))
    array.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Why a model file cannot be used.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  public var file: String
  public var reason: String

  public var description: String { "The model file \(file) cannot be used: \(reason)" }
}

/// Reads what ``BinaryWriter`` wrote, never past the end.
package struct BinaryReader {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0

  package init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  package var isAtEnd: Bool { position == bytes.count }

  package func error(_ reason: String) -> ModelError { ModelError(file: file, reason: reason) }

  package mutating func read<T: BitwiseCopyable>(_: T.Type) throws(ModelError) -> T {
    let size = MemoryLayout<T>.size
    guard bytes.count - position >= size else { throw error("it ends too early.") }
    defer { position += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: T.self) }
  }

  package mutating func readArray<T: BitwiseCopyable>(_: T.Type) throws(ModelError) -> [T] {
    let count = try read(Int64.self)
    let stride = MemoryLayout<T>.stride
    guard count >= 0, count <= (bytes.count - position) / stride else { throw error("it ends too early.") }
    let size = Int(count) * stride
    defer { position += size }
    return [T](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: $0[position..<position + size]))
      }
      initialized = Int(count)
    }
  }
}
