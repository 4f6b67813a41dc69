/// Byte strings numbered in order of first insertion: an open-addressing hash table over one flat buffer.
///
/// Look-up and insertion take expected O(length) time and allocate nothing but the table's own growth.
struct WordTable: Sendable {
  private var slots: [Int32]
  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []
  private var mask: Int

  /// Room for `capacity` words before the first growth.
  init(capacity: Int = 1024) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
    ends.reserveCapacity(capacity)
    bytes.reserveCapacity(capacity * 8)
  }

  var count: Int { ends.count }

  /// The bytes of a word.
  subscript(word: Int32) -> ArraySlice<UInt8> {
    bytes[start(of: Int(word))..<Int(ends[Int(word)])]
  }

  /// The number of a word, nil where it was never inserted.
  func find(_ word: Span<UInt8>) -> Int32? {
    let slot = probe(word)
    return slots[slot] < 0 ? nil : slots[slot]
  }

  /// The number of a word, inserted where it is new.
  mutating func intern(_ word: Span<UInt8>) -> Int32 {
    let slot = probe(word)
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(ends.count)
    for index in word.indices { bytes.append(word[index]) }
    ends.append(UInt32(bytes.count))
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func start(of word: Int) -> Int { word == 0 ? 0 : Int(ends[word - 1]) }

  private func probe(_ word: Span<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
    while slots[slot] >= 0, !equals(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let start = start(of: number)
    guard Int(ends[number]) - start == word.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: -1, count: mask + 1)
    for number in ends.indices {
      var slot = Int(truncatingIfNeeded: Self.hash(bytes.span.extracting(start(of: number)..<Int(ends[number])))) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a with a final mix, for tables whose size is a power of two.
  private static func hash(_ word: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}
