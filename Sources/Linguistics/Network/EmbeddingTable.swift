import CMatrixKernel

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

  /// Writes the sum of some rows, left out where negative, to a vector of ``width`` channels, a multiple of 8.
  func sum(_ rows: UnsafeBufferPointer<Int32>, into vector: UnsafeMutablePointer<Float>) {
    nutrigraph_sum_rows(values, scales, width, rows.baseAddress, rows.count, vector)
  }
}
