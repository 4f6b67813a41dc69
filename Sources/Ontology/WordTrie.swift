/// A trie over word numbers in one flat hash table: an edge leads from a node by a word to another node.
struct WordTrie: Sendable {
  static let root: Int32 = 0

  private var keys: [UInt64]
  private var targets: [Int32]
  private var edges = 0
  private var mask: Int
  private(set) var nodeCount: Int32 = 1

  /// Room for `capacity` edges before the first growth.
  init(capacity: Int = 1024) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: Self.free, count: size)
    targets = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The node that a word leads to, nil where none does. O(1).
  func next(_ node: Int32, _ word: Int32) -> Int32? {
    let slot = probe(Self.key(node, word))
    return keys[slot] == Self.free ? nil : targets[slot]
  }

  /// The node that a word leads to, made where there is none.
  mutating func insert(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    let slot = probe(key)
    if keys[slot] != Self.free { return targets[slot] }
    let target = nodeCount
    nodeCount += 1
    keys[slot] = key
    targets[slot] = target
    edges += 1
    if edges * 2 > keys.count { grow() }
    return target
  }

  private static let free = UInt64.max

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private func probe(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 20) & mask
    while keys[slot] != Self.free, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    mask = keys.count * 2 - 1
    keys = Array(repeating: Self.free, count: mask + 1)
    targets = Array(repeating: -1, count: mask + 1)
    for (key, target) in zip(oldKeys, oldTargets) where key != Self.free {
      let slot = probe(key)
      keys[slot] = key
      targets[slot] = target
    }
  }
}
