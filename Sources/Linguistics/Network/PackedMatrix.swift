/// A dense matrix laid out for fast products from the left: panels of eight columns, each stored row after row.
///
/// The inner loop of ``multiply(_:stride:rows:into:stride:adding:)`` keeps a block of four rows by eight columns in
/// registers and reads a panel in order. Sums run over the rows of the matrix in the same order on every machine, so
/// results do not depend on the width of its vector registers.
package struct PackedMatrix: Sendable {
  package static let panel = 8

  package let rows: Int
  package let columns: Int
  /// One vector a panel row: panel after panel, row after row.
  private var panels: [SIMD8<Float>]

  /// Packs a row-major matrix. The last panel is filled up with zeros, so that products write a multiple of 8 columns.
  package init(rows: Int, columns: Int, rowMajor values: UnsafePointer<Float>, stride: Int) {
    self.rows = rows
    self.columns = columns
    panels = []
    panels.reserveCapacity((columns + 7) / 8 * rows)
    for first in Swift.stride(from: 0, to: columns, by: Self.panel) {
      let width = min(Self.panel, columns - first)
      for row in 0..<rows {
        let source = values + row * stride + first
        if width == Self.panel {
          panels.append(UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Float>.self))
        } else {
          var vector = SIMD8<Float>()
          for lane in 0..<width { vector[lane] = source[lane] }
          panels.append(vector)
        }
      }
    }
  }

  /// Packs the transpose of a row-major matrix with `rows` columns and `columns` rows.
  package init(rows: Int, columns: Int, transposing values: UnsafePointer<Float>, stride: Int) {
    self.rows = rows
    self.columns = columns
    panels = []
    panels.reserveCapacity((columns + 7) / 8 * rows)
    for first in Swift.stride(from: 0, to: columns, by: Self.panel) {
      let width = min(Self.panel, columns - first)
      for row in 0..<rows {
        var vector = SIMD8<Float>()
        for lane in 0..<width { vector[lane] = values[(first + lane) * stride + row] }
        panels.append(vector)
      }
    }
  }

  /// Writes (or adds) the product of `count` row-major rows at `left` and this matrix.
  ///
  /// `left` holds `rows` values a row; `result` has room for `columns`, rounded up to a multiple of 8, a row.
  package func multiply(
    _ left: UnsafePointer<Float>, stride leftStride: Int, rows count: Int, into result: UnsafeMutablePointer<Float>,
    stride resultStride: Int, adding: Bool = false
  ) {
    panels.withUnsafeBufferPointer { buffer in
      guard var panel = buffer.baseAddress else { return }
      for first in Swift.stride(from: 0, to: columns, by: Self.panel) {
        var row = 0
        while row + 4 <= count {
          Self.block(
            panel, rows, left + row * leftStride, leftStride, result + row * resultStride + first, resultStride, adding)
          row += 4
        }
        while row < count {
          Self.line(panel, rows, left + row * leftStride, result + row * resultStride + first, adding)
          row += 1
        }
        panel += rows
      }
    }
  }

  @inline(__always)
  private static func block(
    _ panel: UnsafePointer<SIMD8<Float>>, _ depth: Int, _ left: UnsafePointer<Float>, _ stride: Int,
    _ result: UnsafeMutablePointer<Float>, _ resultStride: Int, _ adding: Bool
  ) {
    var sum0 = SIMD8<Float>()
    var sum1 = sum0
    var sum2 = sum0
    var sum3 = sum0
    let left1 = left + stride
    let left2 = left1 + stride
    let left3 = left2 + stride
    for k in 0..<depth {
      let vector = panel[k]
      sum0 += vector * left[k]
      sum1 += vector * left1[k]
      sum2 += vector * left2[k]
      sum3 += vector * left3[k]
    }
    store(sum0, result, adding)
    store(sum1, result + resultStride, adding)
    store(sum2, result + 2 * resultStride, adding)
    store(sum3, result + 3 * resultStride, adding)
  }

  @inline(__always)
  private static func line(
    _ panel: UnsafePointer<SIMD8<Float>>, _ depth: Int, _ left: UnsafePointer<Float>,
    _ result: UnsafeMutablePointer<Float>, _ adding: Bool
  ) {
    var sum = SIMD8<Float>()
    for k in 0..<depth { sum += panel[k] * left[k] }
    store(sum, result, adding)
  }

  @inline(__always)
  private static func store(_ sum: SIMD8<Float>, _ result: UnsafeMutablePointer<Float>, _ adding: Bool) {
    let raw = UnsafeMutableRawPointer(result)
    let value = adding ? raw.loadUnaligned(as: SIMD8<Float>.self) + sum : sum
    raw.storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
