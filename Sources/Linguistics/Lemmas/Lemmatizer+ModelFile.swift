extension Lemmatizer {
  /// "NGL" and the version of the layout.
  private static let magic: UInt32 = 0x4E47_4C02

  package func encoded() -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.magic)
    writer.write(array: rules.map(\.letterCase.rawValue))
    writer.write(array: rules.map { UInt8($0.removed) })
    writer.write(array: Array(rules.map(\.ending).joined(separator: "\n").utf8))
    writer.write(array: keys)
    writer.write(array: values)
    return writer.bytes
  }

  package init(
    reading reader: inout BinaryReader, exceptions: LemmaExceptions, vocabulary: WordFeatures
  ) throws(ModelError) {
    guard try reader.read(UInt32.self) == Self.magic else { throw reader.error("it is of another version.") }
    let cases = try reader.readArray(UInt8.self).compactMap(LemmaRule.LetterCase.init)
    let removed = try reader.readArray(UInt8.self)
    let endings = String(decoding: try reader.readArray(UInt8.self), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let keys = try reader.readArray(UInt64.self)
    let values = try reader.readArray(UInt16.self)
    guard removed.count == cases.count, endings.count == cases.count, values.count == keys.count,
      values.allSatisfy({ $0 < cases.count }), reader.isAtEnd
    else { throw reader.error("its parts do not fit each other.") }
    let rules = cases.indices.map {
      LemmaRule(cases[$0], removed: Int(removed[$0]), ending: String(endings[$0]))
    }
    self.init(rules: rules, keys: keys, values: values, exceptions: exceptions, vocabulary: vocabulary)
  }
}
