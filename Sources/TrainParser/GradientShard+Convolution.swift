import Linguistics

extension GradientShard {
  /// What the forward pass of the convolution leaves for the backward pass.
  struct ConvolutionTrace {
    /// The vectors of each word and its neighbours, one row a word.
    var windows: Floats
    /// Dropout, and 0 where the unit was off.
    var mask: Floats
  }

  func convolve(
    _ input: Floats, _ sentences: [Range<Int>], _ weights: Floats
  ) -> (Floats, ConvolutionTrace) {
    let width = shape.width
    let count = input.count / width
    let windows = Floats(count * 3 * width)
    for words in sentences {
      for word in words {
        let first = max(word - 1, words.lowerBound)
        let last = min(word + 1, words.upperBound - 1)
        let target = windows.start + word * 3 * width + (first - word + 1) * width
        target.update(from: input.start + first * width, count: (last - first + 1) * width)
      }
    }
    let output = Floats(count * width)
    let mask = elementMask(count * width, dropout.state)
    PackedMatrix(rows: 3 * width, columns: width, rowMajor: weights.start + shape.convolution, stride: width).multiply(
      windows.start, stride: 3 * width, rows: count, into: output.start, stride: width)
    let bias = weights.start + shape.convolutionBias
    for word in 0..<count {
      for channel in 0..<width {
        let place = word * width + channel
        let value = output.start[place] + bias[channel]
        if value < 0 { mask.start[place] = 0 }
        output.start[place] = input.start[place] + value * mask.start[place]
      }
    }
    return (output, ConvolutionTrace(windows: windows, mask: mask))
  }

  func backward(
    _ trace: ConvolutionTrace, _ outputGradient: Floats, _ sentences: [Range<Int>], _ weights: Floats
  ) -> Floats {
    let width = shape.width
    let count = outputGradient.count / width
    let inner = Floats(outputGradient.count)
    for index in 0..<inner.count { inner.start[index] = outputGradient.start[index] * trace.mask.start[index] }
    for word in 0..<count {
      for channel in 0..<width {
        gradient.start[shape.convolutionBias + channel] += inner.start[word * width + channel]
      }
    }
    let windows = Floats(count * 3 * width)
    linearBackward(
      input: trace.windows.start, inputStride: 3 * width, inputs: 3 * width, outputGradient: inner.start,
      outputStride: width, outputs: width, count: count, weights: weights.start + shape.convolution,
      weightGradient: gradient.start + shape.convolution, inputGradient: windows.start, adding: false)
    for words in sentences {
      for word in words {
        for neighbour in max(word - 1, words.lowerBound)...min(word + 1, words.upperBound - 1) {
          let source = windows.start + (word * 3 + neighbour - word + 1) * width
          let target = outputGradient.start + neighbour * width
          for channel in 0..<width { target[channel] += source[channel] }
        }
      }
    }
    return outputGradient
  }
}
