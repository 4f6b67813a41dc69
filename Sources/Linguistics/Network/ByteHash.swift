/// A 64-bit FNV-1a hash with a final mix: the same value on every machine and run, unlike Swift's `Hasher`.
package struct ByteHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  @inline(__always)
  package mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  package mutating func combine(_ number: UInt64) {
    state = (state ^ number) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  package var value: UInt64 {
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 33
    return mixed
  }
}

/// Finds the index of a 64-bit key: open addressing over a power of two of slots.
package struct HashTable: Sendable {
  private let keys: [UInt64]
  private var slots: [Int32]
  private let mask: Int

  package init(keys: [UInt64]) {
    self.keys = keys
    var capacity = 16
    while capacity < keys.count * 2 { capacity *= 2 }
    mask = capacity - 1
    slots = [Int32](repeating: -1, count: capacity)
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// The first index of a key, or -1.
  package func index(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if keys[index] == key { return index }
      slot = (slot + 1) & mask
    }
    return -1
  }
}

/// Character classes of single bytes.
package enum ByteClass {
  /// The class of each byte for word shapes: capital, small, digit, not ASCII, or the byte itself.
  package static let shape: [UInt8] = (0...255).map { value in
    switch UInt8(value) {
    case 0x41...0x5A: 0x41
    case 0x61...0x7A: 0x61
    case 0x30...0x39: 0x30
    case 0x80...0xFF: 0x80
    case let other: other
    }
  }
}
