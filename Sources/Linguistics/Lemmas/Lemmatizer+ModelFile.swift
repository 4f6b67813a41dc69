extension Lemmatizer {
  /// "NGL" and the version of the layout.
  private static let magic: UInt32 = 0x4E47_4C01

  package func encoded() -> [UInt8] {
    var writer = BinaryWriter()
    writer.write(Self.magic)
    writer.write(array: rules.map { UInt8($0.keepsCase ? 1 : 0) })
    writer.write(array: rules.map { UInt8($0.removed) })
    writer.write(array: Array(rules.map(\.ending).joined(separator: "\n").utf8))
    writer.write(array: keys)
    writer.write(array: values)
    return writer.bytes
  }

  package init(reading reader: inout BinaryReader, exceptions: LemmaExceptions) throws(ModelError) {
    guard try reader.read(UInt32.self) == Self.magic else { throw reader.error("it is of another version.") }
    let keepsCase = try reader.readArray(UInt8.self)
    let removed = try reader.readArray(UInt8.self)
    let endings = String(decoding: try reader.readArray(UInt8.self), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let keys = try reader.readArray(UInt64.self)
    let values = try reader.readArray(UInt16.self)
    guard removed.count == keepsCase.count, endings.count == keepsCase.count, values.count == keys.count,
      values.allSatisfy({ $0 < keepsCase.count }), reader.isAtEnd
    else { throw reader.error("its parts do not fit each other.") }
    let rules = keepsCase.indices.map {
      LemmaRule(keepsCase: keepsCase[$0] == 1, removed: Int(removed[$0]), ending: String(endings[$0]))
    }
    self.init(rules: rules, keys: keys, values: values, exceptions: exceptions)
  }
}
