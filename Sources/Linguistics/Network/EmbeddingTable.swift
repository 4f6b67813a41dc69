/// Rows of small integers with a scale each.
package struct EmbeddingTable: Sendable {
  package let width: Int
  package let values: [Int8]
  package let scales: [Float]

  package init(width: Int, values: [Int8], scales: [Float]) {
    precondition(values.count == width * scales.count)
    self.width = width
    self.values = values
    self.scales = scales
  }

  /// Rounds each row to 8 bits, its largest magnitude becoming 127.
  package init(width: Int, rows: Int, quantizing floats: UnsafePointer<Float>) {
    var values = [Int8](repeating: 0, count: rows * width)
    var scales = [Float](repeating: 0, count: rows)
    for row in 0..<rows {
      let source = floats + row * width
      let largest = (0..<width).reduce(Float(0)) { max($0, abs(source[$1])) }
      guard largest > 0 else { continue }
      scales[row] = largest / 127
      for channel in 0..<width {
        values[row * width + channel] = Int8((source[channel] / largest * 127).rounded())
      }
    }
    self.init(width: width, values: values, scales: scales)
  }

  /// Adds a row to a vector of ``width`` channels, a multiple of 8.
  @inline(__always)
  func add(_ row: Int, to vector: UnsafeMutablePointer<Float>, _ buffer: UnsafeBufferPointer<Int8>) {
    let source = buffer.baseAddress! + row * width
    let scale = scales[row]
    #if DEBUG
      var channel = 0
      while channel < width {
        vector[channel] += Float(source[channel]) * scale
        channel += 1
      }
    #else
      let target = UnsafeMutableRawPointer(vector)
      for offset in stride(from: 0, to: width, by: 8) {
        let bytes = UnsafeRawPointer(source).loadUnaligned(fromByteOffset: offset, as: SIMD8<Int8>.self)
        let old = target.loadUnaligned(fromByteOffset: offset * 4, as: SIMD8<Float>.self)
        target.storeBytes(of: old + SIMD8<Float>(bytes) * scale, toByteOffset: offset * 4, as: SIMD8<Float>.self)
      }
    #endif
  }
}
