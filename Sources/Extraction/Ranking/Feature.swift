/// A feature's name as a running FNV-1a hash, with the name itself only where a model is being trained.
///
/// The hash of a feature equals the hash of its name in the model file, so that scoring builds no strings.
struct Feature: Sendable {
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var name: String?

  init(_ text: StaticString, recording: Bool) {
    if recording { name = "" }
    text.withUTF8Buffer { add(bytes: $0) }
    if recording { name = "\(text)" }
  }

  mutating func add(_ text: String) {
    var text = text
    add(byte: UInt8(ascii: "|"))
    text.withUTF8 { add(bytes: $0) }
    if name != nil { name! += "|" + text }
  }

  mutating func add(_ number: Int) {
    add(String(number))
  }

  /// The feature for one relation only.
  func with(relation: String) -> Feature {
    var copy = self
    var relation = relation
    copy.add(byte: UInt8(ascii: "@"))
    relation.withUTF8 { copy.add(bytes: $0) }
    if copy.name != nil { copy.name! += "@" + relation }
    return copy
  }

  static func hash(ofName name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private mutating func add(byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  private mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { add(byte: byte) }
  }
}
