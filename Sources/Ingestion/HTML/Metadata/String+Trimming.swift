extension StringProtocol {
  /// Without white space at both ends and with runs of it inside folded to one space; zero-width spaces go.
  var folded: String { Array(utf8).folded }

  /// Without ASCII white space at both ends.
  var trimmed: String {
    var utf8 = Substring(self).utf8[...]
    while let first = utf8.first, first <= 0x20 { utf8 = utf8.dropFirst() }
    while let last = utf8.last, last <= 0x20 { utf8 = utf8.dropLast() }
    return String(Substring(utf8))
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }

  /// Letters and digits in lower case: what two spellings of one headline have in common.
  var headlineKey: String { String(decoding: Line(self).key, as: UTF8.self) }
}

extension [UInt8] {
  /// The text that these bytes of UTF-8 spell, without white space at both ends and with runs of it inside folded to one
  /// space; zero-width spaces go.
  var folded: String {
    var folded: [UInt8] = []
    folded.reserveCapacity(count)
    var isAfterSpace = true
    var index = 0
    while index < count {
      let byte = self[index]
      index += 1
      var isSpace = byte <= 0x20
      if byte == 0xC2, index < count, self[index] == 0xA0 {
        index += 1
        isSpace = true
      } else if byte == 0xE2, index + 1 < count, self[index] == 0x80, self[index + 1] == 0x8B {
        index += 2
        continue
      }
      if !isSpace {
        folded.append(byte)
      } else if !isAfterSpace {
        folded.append(0x20)
      }
      isAfterSpace = isSpace
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}
