/// A small map from the addresses of interned strings to integers, by open addressing: some ten times as fast as a
/// `Dictionary`, whose hash is made to withstand chosen keys, which addresses are not.
struct AddressTable {
  private var keys: [UInt]
  private var values: [UInt16]
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 512)
    values = Array(repeating: 0, count: 512)
  }

  subscript(address: UInt) -> UInt16? {
    get {
      let slot = slot(of: address)
      return keys[slot] == address ? values[slot] : nil
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      let slot = slot(of: address)
      if keys[slot] == 0 { count += 1 }
      keys[slot] = address
      values[slot] = newValue
    }
  }

  private func slot(of address: UInt) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[slot] != 0, keys[slot] != address { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    values = Array(repeating: 0, count: values.count * 2)
    for (key, value) in old {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
