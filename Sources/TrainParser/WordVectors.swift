import Foundation
import Linguistics

/// Vectors of words from running text, found by the key of the form.
struct WordVectors {
  var width: Int
  /// Sorted.
  var keys: [UInt64]
  /// A row a key.
  var values: [Float]

  init(width: Int, keys: [UInt64], values: [Float]) {
    self.width = width
    self.keys = keys
    self.values = values
  }

  init(contentsOf path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TrainingError("\(path) cannot be read; train-parser vectors writes it.")
    }
    var reader = BinaryReader(bytes: [UInt8](data), file: path)
    width = Int(try reader.read(Int32.self))
    keys = try reader.readArray(UInt64.self)
    values = try reader.readArray(Float.self)
    guard width > 0, values.count == keys.count * width, reader.isAtEnd else {
      throw reader.error("its parts do not fit each other.")
    }
  }

  func write(to path: String) throws {
    var writer = BinaryWriter()
    writer.write(Int32(width))
    writer.write(array: keys)
    writer.write(array: values)
    try Data(writer.bytes).write(to: URL(fileURLWithPath: path))
  }

  /// The vectors scaled so that their values have a standard deviation of 0.4.
  var normalized: WordVectors {
    let square = values.reduce(0) { $0 + Double($1) * Double($1) } / Double(max(values.count, 1))
    let scale = 0.4 / Float(square.squareRoot())
    return WordVectors(width: width, keys: keys, values: values.map { $0 * scale })
  }
}
