import Linguistics

extension GradientShard {
  /// Returns the gradient of the last layer's output.
  func heads(
    _ examples: [Example], _ sentences: [Range<Int>], _ state: Floats, _ weights: Floats
  ) -> Floats {
    let width = shape.width
    let outputs = shape.outputs
    let count = state.count / width
    let values = Floats(count * outputs)
    let matrix = PackedMatrix(
      rows: width, columns: outputs, rowMajor: weights.start + shape.output, stride: outputs)
    matrix.multiply(state.start, stride: width, rows: count, into: values.start, stride: outputs)
    let mask = Floats(count * outputs)
    let keep = 1 - dropout.projection
    for word in 0..<count {
      let row = values.start + word * outputs
      let maskRow = mask.start + word * outputs
      for column in 0..<outputs {
        row[column] += weights.start[shape.outputBias + column]
        maskRow[column] = 1
        if column < shape.uposColumn { maskRow[column] = random.unit() < keep ? 1 / keep : 0 }
        if column < shape.relationDependentColumn && row[column] < 0 { maskRow[column] = 0 }
        row[column] *= maskRow[column]
      }
    }
    let slopes = Floats(count * outputs)
    for (example, words) in zip(examples, sentences) {
      let row = values.start + words.lowerBound * outputs
      let slope = slopes.start + words.lowerBound * outputs
      arcLoss(example, row, slope, weights)
      relationLoss(example, row, slope, weights)
      for word in 0..<example.count {
        let place = word * outputs
        loss += softmax(
          row + place + shape.uposColumn, NetworkShape.uposCount, Int(example.upos[word]),
          slope + place + shape.uposColumn)
        loss += softmax(
          row + place + shape.xposColumn, NetworkShape.xposCount, Int(example.xpos[word]),
          slope + place + shape.xposColumn)
      }
    }
    multiply(slopes, mask)
    for word in 0..<count {
      for column in 0..<outputs { gradient.start[shape.outputBias + column] += slopes.start[word * outputs + column] }
    }
    let stateGradient = Floats(count * width)
    linearBackward(
      input: state.start, inputStride: width, inputs: width, outputGradient: slopes.start, outputStride: outputs,
      outputs: outputs, count: count, weights: weights.start + shape.output,
      weightGradient: gradient.start + shape.output, inputGradient: stateGradient.start, adding: false)
    return stateGradient
  }

  private func arcLoss(
    _ example: Example, _ row: UnsafeMutablePointer<Float>, _ slope: UnsafeMutablePointer<Float>, _ weights: Floats
  ) {
    let arc = shape.arc
    let count = example.count
    let outputs = shape.outputs
    let columns = (count + 1 + 7) / 8 * 8
    let heads = Floats(columns * arc)
    let queries = Floats(count * arc)
    for channel in 0..<arc { heads.start[channel] = weights.start[shape.rootHead + channel] }
    for word in 0..<count {
      let source = row + word * outputs + shape.headColumn
      for channel in 0..<arc { heads.start[(word + 1) * arc + channel] = source[channel] }
      for channel in 0..<arc { queries.start[word * arc + channel] = weights.start[shape.headBias + channel] }
    }
    PackedMatrix(rows: arc, columns: arc, rowMajor: weights.start + shape.arcs, stride: arc).multiply(
      row + shape.dependentColumn, stride: outputs, rows: count, into: queries.start, stride: arc, adding: true)
    let scores = Floats(count * columns)
    PackedMatrix(rows: arc, columns: columns, transposing: heads.start, stride: arc).multiply(
      queries.start, stride: arc, rows: count, into: scores.start, stride: columns)
    let scoreSlopes = Floats(count * columns)
    for word in 0..<count {
      let place = word * columns
      scores.start[place + word + 1] = -1e9
      loss += softmax(scores.start + place, count + 1, Int(example.heads[word]), scoreSlopes.start + place)
    }
    // scores = queries heads': slopes of the queries and of the heads.
    let querySlopes = Floats(count * arc)
    PackedMatrix(rows: columns, columns: arc, rowMajor: heads.start, stride: arc).multiply(
      scoreSlopes.start, stride: columns, rows: count, into: querySlopes.start, stride: arc)
    let headSlopes = Floats(columns * arc)
    let turned = transposed(scoreSlopes.start, rows: count, columns: columns, stride: columns)
    PackedMatrix(rows: count, columns: arc, rowMajor: queries.start, stride: arc).multiply(
      turned.start, stride: count, rows: columns, into: headSlopes.start, stride: arc)
    for channel in 0..<arc { gradient.start[shape.rootHead + channel] += headSlopes.start[channel] }
    for word in 0..<count {
      for channel in 0..<arc {
        slope[word * outputs + shape.headColumn + channel] += headSlopes.start[(word + 1) * arc + channel]
        gradient.start[shape.headBias + channel] += querySlopes.start[word * arc + channel]
      }
    }
    linearBackward(
      input: row + shape.dependentColumn, inputStride: outputs, inputs: arc, outputGradient: querySlopes.start,
      outputStride: arc, outputs: arc, count: count, weights: weights.start + shape.arcs,
      weightGradient: gradient.start + shape.arcs, inputGradient: slope + shape.dependentColumn,
      inputGradientStride: outputs, adding: true)
  }

  private func relationLoss(
    _ example: Example, _ row: UnsafeMutablePointer<Float>, _ slope: UnsafeMutablePointer<Float>, _ weights: Floats
  ) {
    let size = shape.relation
    let slots = NetworkShape.relationSlots
    let outputs = shape.outputs
    let count = example.count
    let hidden = Floats(count * size)
    func head(_ word: Int) -> Int? { example.heads[word] == 0 ? nil : Int(example.heads[word]) - 1 }
    for word in 0..<count {
      let dependent = row + word * outputs + shape.relationDependentColumn
      let other = head(word).map { row + $0 * outputs + shape.relationHeadColumn } ?? weights.start + shape.rootRelation
      for channel in 0..<size { hidden.start[word * size + channel] = max(0, dependent[channel] + other[channel]) }
    }
    let scores = Floats(count * slots)
    PackedMatrix(rows: size, columns: slots, rowMajor: weights.start + shape.relations, stride: slots).multiply(
      hidden.start, stride: size, rows: count, into: scores.start, stride: slots)
    let scoreSlopes = Floats(count * slots)
    for word in 0..<count {
      let place = word * slots
      for relation in 0..<NetworkShape.relationCount {
        scores.start[place + relation] += weights.start[shape.relationBias + relation]
      }
      loss += softmax(
        scores.start + place, NetworkShape.relationCount, Int(example.relations[word]), scoreSlopes.start + place)
      for relation in 0..<NetworkShape.relationCount {
        gradient.start[shape.relationBias + relation] += scoreSlopes.start[place + relation]
      }
    }
    let hiddenSlopes = Floats(count * size)
    linearBackward(
      input: hidden.start, inputStride: size, inputs: size, outputGradient: scoreSlopes.start, outputStride: slots,
      outputs: slots, count: count, weights: weights.start + shape.relations,
      weightGradient: gradient.start + shape.relations, inputGradient: hiddenSlopes.start, adding: false)
    for word in 0..<count {
      let other =
        head(word).map { slope + $0 * outputs + shape.relationHeadColumn } ?? gradient.start + shape.rootRelation
      let own = slope + word * outputs + shape.relationDependentColumn
      for channel in 0..<size where hidden.start[word * size + channel] > 0 {
        own[channel] += hiddenSlopes.start[word * size + channel]
        other[channel] += hiddenSlopes.start[word * size + channel]
      }
    }
  }
}
