/// Tells the letter and full stop of "rich in vitamin D." from an initial ("J. Smith"): inside a chunk both look alike.
///
/// A capital letter with a full stop is a letter and a stop where it ends the block, and after a noun whose kinds have
/// letters, which a table lists, also through an enumeration ("vitamins A, D, E and K."). After another initial
/// ("Washington, D. C.") and after a surname with its comma ("Smith, J.") it stays an initial.
package struct LetteredKinds: Sendable {
  private let nouns: Set<[UInt8]>

  /// - Parameter table: A noun in lower case a line; `#` starts a comment line.
  package init(table: String = "") {
    nouns = Set(table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { Array($0.utf8) })
  }

  /// The place of the full stop that is a token of its own, in a chunk that is a capital with one and nothing else but
  /// brackets, quotes and a reference ("D.[3]") around it.
  ///
  /// - Parameter before: The chunks of the block before this one.
  func stop(in chunk: Chunk, after before: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let letter = chunk.classes.firstIndex(where: \.isAlphanumeric), chunk.classes[letter] == .upper,
      letter + 1 < chunk.count, chunk.scalars[letter + 1] == 0x2E,
      !chunk.classes[(letter + 1)...].prefix(while: { $0 != Self.bracket }).contains(where: \.isAlphanumeric),
      let last = before.last
    else { return nil }
    let endsBlock = chunk.next == nil && !Self.isInitial(last, in: bytes) && bytes[last.upperBound - 1] != Self.comma
    return endsBlock || nameKinds(before, in: bytes) ? letter + 1 : nil
  }

  /// Whether a noun of the table ends these chunks, or one that only letters, commas, "and" and "or" follow.
  private func nameKinds(_ chunks: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for chunk in chunks.suffix(Self.longestEnumeration).reversed() {
      if nouns.contains(bytes[chunk].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }) { return true }
      guard Self.isLink(chunk, in: bytes) else { return false }
    }
    return false
  }

  private static let bracket = CharacterClass(rawValue: UInt8(ascii: "["))
  private static let comma = UInt8(ascii: ",")
  private static let longestEnumeration = 24

  /// A letter with at most two digits, with or without a comma ("D,", "B12"), or a conjunction.
  private static func isLink(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bytes[word]
    if text.elementsEqual("and".utf8) || text.elementsEqual("or".utf8) || text.elementsEqual("&".utf8) { return true }
    let name = text.last == comma ? text.dropLast() : text
    guard let letter = name.first, letter >= 0x41, letter <= 0x5A, name.count <= 3 else { return false }
    return name.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isInitial(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count == 2 && bytes[word.lowerBound] >= 0x41 && bytes[word.lowerBound] <= 0x5A
      && bytes[word.lowerBound + 1] == UInt8(ascii: ".")
  }
}
