import CMatrixKernel

/// A dense matrix laid out for fast products from the left: panels of eight columns, each stored row after row.
package struct PackedMatrix: Sendable {
  package static let panel = 8

  package let rows: Int
  package let columns: Int
  /// One vector a panel row: panel after panel, row after row.
  private let panels: [SIMD8<Float>]

  /// Packs a row-major matrix. The last panel is filled up with zeros, so that products write a multiple of 8 columns.
  package init(rows: Int, columns: Int, rowMajor values: UnsafePointer<Float>, stride: Int) {
    self.init(rows: rows, columns: columns) { row, first, width, target in
      target.update(from: values + row * stride + first, count: width)
    }
  }

  /// Packs the transpose of a row-major matrix with `rows` columns and `columns` rows.
  package init(rows: Int, columns: Int, transposing values: UnsafePointer<Float>, stride: Int) {
    self.init(rows: rows, columns: columns) { row, first, width, target in
      var source = values + first * stride + row
      var lane = 0
      while lane < width {
        target[lane] = source.pointee
        source += stride
        lane += 1
      }
    }
  }

  /// - Parameter fill: Gets a row, a panel's first column and its width, and where to put the values.
  @inline(__always)
  private init(rows: Int, columns: Int, fill: (Int, Int, Int, UnsafeMutablePointer<Float>) -> Void) {
    self.rows = rows
    self.columns = columns
    let count = (columns + Self.panel - 1) / Self.panel * rows
    panels = [SIMD8<Float>](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = count
      guard let raw = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      var target = raw.bindMemory(to: Float.self, capacity: count * Self.panel)
      var first = 0
      while first < columns {
        let width = min(Self.panel, columns - first)
        var row = 0
        while row < rows {
          if width < Self.panel { target.update(repeating: 0, count: Self.panel) }
          fill(row, first, width, target)
          target += Self.panel
          row += 1
        }
        first += Self.panel
      }
      raw.bindMemory(to: SIMD8<Float>.self, capacity: count)
    }
  }

  /// Writes (or adds) the product of `count` row-major rows at `left` and this matrix.
  ///
  /// `left` holds `rows` values a row; `result` has room for `columns`, rounded up to a multiple of 8, a row.
  package func multiply(
    _ left: UnsafePointer<Float>, stride leftStride: Int, rows count: Int, into result: UnsafeMutablePointer<Float>,
    stride resultStride: Int, adding: Bool = false
  ) {
    panels.withUnsafeBytes { panels in
      guard let start = panels.baseAddress else { return }
      nutrigraph_multiply(
        left, leftStride, count, start.assumingMemoryBound(to: Float.self), rows,
        (columns + Self.panel - 1) / Self.panel, result, resultStride, adding ? 1 : 0)
    }
  }
}
