import Foundation
import Linguistics

extension GradientShard {
  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
  }

  @inline(__always)
  func add(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
    store(load(pointer) + value, pointer)
  }

  func multiply(_ values: Floats, _ mask: Floats) {
    for index in 0..<values.count { values.start[index] *= mask.start[index] }
  }

  func transposed(_ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int) -> Floats {
    let result = Floats(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { result.start[column * rows + row] = source[row * stride + column] }
    }
    return result
  }

  /// Gradients of outputs = inputs x weights: adds to the weights', writes or adds to the inputs'.
  func linearBackward(
    input: UnsafePointer<Float>, inputStride: Int, inputs: Int, outputGradient: UnsafePointer<Float>,
    outputStride: Int, outputs: Int, count: Int, weights: UnsafePointer<Float>,
    weightGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>,
    inputGradientStride: Int? = nil, adding: Bool
  ) {
    let turned = transposed(input, rows: count, columns: inputs, stride: inputStride)
    PackedMatrix(rows: count, columns: outputs, rowMajor: outputGradient, stride: outputStride).multiply(
      turned.start, stride: count, rows: inputs, into: weightGradient, stride: outputs, adding: true)
    PackedMatrix(rows: outputs, columns: inputs, transposing: weights, stride: outputs).multiply(
      outputGradient, stride: outputStride, rows: count, into: inputGradient,
      stride: inputGradientStride ?? inputs, adding: adding)
  }

  /// Writes the slope of the cross entropy of `count` scores and returns the loss.
  func softmax(
    _ scores: UnsafePointer<Float>, _ count: Int, _ gold: Int, _ slope: UnsafeMutablePointer<Float>
  ) -> Double {
    var largest = scores[0]
    for index in 1..<count { largest = max(largest, scores[index]) }
    var sum: Float = 0
    for index in 0..<count {
      slope[index] = expf(scores[index] - largest)
      sum += slope[index]
    }
    let loss = Double(logf(sum) + largest - scores[gold])
    for index in 0..<count { slope[index] /= sum }
    slope[gold] -= 1
    return loss
  }
}

extension GradientShard {
  /// A mask that drops single values and scales up the others.
  func elementMask(_ count: Int, _ rate: Float) -> Floats {
    let mask = Floats(count)
    let scale = 1 / (1 - rate)
    for index in 0..<count { mask.start[index] = random.unit() < rate ? 0 : scale }
    return mask
  }

  /// A mask that drops the same channels in all words of a sentence.
  func sentenceMask(_ sentences: [Range<Int>], _ rate: Float) -> Floats {
    let width = shape.width
    let mask = Floats((sentences.last?.upperBound ?? 0) * width)
    let scale = 1 / (1 - rate)
    for words in sentences {
      let first = mask.start + words.lowerBound * width
      for channel in 0..<width { first[channel] = random.unit() < rate ? 0 : scale }
      for word in words.dropFirst() { (mask.start + word * width).update(from: first, count: width) }
    }
    return mask
  }
}
