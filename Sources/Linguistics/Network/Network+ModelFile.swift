extension Network {
  /// "NGN" and the version of the layout.
  private static let magic: UInt32 = 0x4E47_4E02

  package func encoded() -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.magic)
    for size in [shape.width, shape.layers, shape.arc, shape.relation] { writer.write(Int32(size)) }
    writer.write(array: features.vocabulary)
    writer.write(array: embeddings.scales)
    writer.write(array: embeddings.values)
    writer.write(array: weights)
    return writer.bytes
  }

  package init(reading reader: inout BinaryReader) throws(ModelError) {
    guard try reader.read(UInt32.self) == Self.magic else { throw reader.error("it is of another version.") }
    var sizes: [Int] = []
    for _ in 0..<4 { sizes.append(Int(try reader.read(Int32.self))) }
    let shape = NetworkShape(width: sizes[0], layers: sizes[1], arc: sizes[2], relation: sizes[3])
    let features = WordFeatures(vocabulary: try reader.readArray(UInt64.self))
    let scales = try reader.readArray(Float.self)
    let values = try reader.readArray(Int8.self)
    let weights = try reader.readArray(Float.self)
    guard sizes.allSatisfy({ (1...4096).contains($0) }), scales.count == features.rowCount,
      values.count == scales.count * shape.width, weights.count == shape.count, reader.isAtEnd
    else { throw reader.error("its parts do not fit each other.") }
    self.init(
      shape: shape, features: features, embeddings: EmbeddingTable(width: shape.width, values: values, scales: scales),
      weights: weights)
  }
}
