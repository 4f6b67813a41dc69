/// A sample of what a document says, by which copies of it are found whether or not they give claims.
///
/// The 128 smallest hashes of the document's distinct shingles of four words: a bottom-*k* sketch. Of two documents of like
/// size, the share of the sample that both have estimates the share of the larger one's shingles that the other has too,
/// with a standard deviation of at most 0.045.
///
/// Reference: Broder, On the resemblance and containment of documents (1997), doi:10.1109/SEQUEN.1997.666900.
public struct ShingleSignature: Sendable, Hashable {
  /// Sorted, distinct. Empty for documents that are too short to tell a copy from a coincidence.
  public let hashes: [UInt32]

  static let size = 128
  static let shingleLength = 4
  /// A document with fewer distinct shingles has no signature.
  static let shortest = 16
  /// The share of samples from which on two documents are copies of one article.
  static let shared = 0.6

  /// The signature of a document that has none.
  public init() { hashes = [] }

  /// Complexity: O(*n*) in the text's bytes, and O(*n* log *n*) in its shingles.
  ///
  /// - Parameter text: A document's normalised text. Words are runs of letters and digits, ASCII case aside.
  public init(of text: String) {
    var text = text
    let shingles = text.withUTF8 { Self.shingles(of: Self.words(of: $0)) }
    let smallest = Set(shingles).sorted().prefix(Self.size)
    // What made a hash one of the smallest is in its upper half: the lower one tells hashes apart.
    hashes = smallest.count < Self.shortest ? [] : Set(smallest.map { UInt32(truncatingIfNeeded: $0) }).sorted()
  }

  /// Whether two documents that have so many hashes, and so many in common, are copies.
  public static func areCopies(common: Int, _ left: Int, _ right: Int) -> Bool {
    let (small, large) = (Double(min(left, right)), Double(max(left, right)))
    return small > 0 && Double(common) >= shared * small && small >= SourceGroups.relativeSize * large
  }

  /// FNV-1a of each word. Bytes past ASCII are letters.
  private static func words(of text: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var hash = offset
    for var byte in text {
      if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { byte |= 0x20 }
      if byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) {
        hash = (hash ^ UInt64(byte)) &* prime
      } else if hash != offset {
        words.append(hash)
        hash = offset
      }
    }
    if hash != offset { words.append(hash) }
    return words
  }

  private static func shingles(of words: [UInt64]) -> [UInt64] {
    guard words.count >= shingleLength else { return [] }
    return (0...words.count - shingleLength).map { start in
      mixed(words[start..<start + shingleLength].reduce(offset) { ($0 ^ $1) &* prime })
    }
  }

  /// The finalizer of MurmurHash3: every bit of the result depends on every bit of the input.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }

  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
}

// MARK: - Written form
extension ShingleSignature: Codable {
  /// Hashes as the store keeps them, in any order.
  public init(hashes: some Sequence<UInt32>) { self.hashes = Set(hashes).sorted() }

  /// A string of eight hexadecimal digits for each hash.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let digits = Array(try container.decode(String.self).utf8)
    let parts = stride(from: 0, to: digits.count, by: 8).map { start in
      UInt32(String(decoding: digits[start..<min(start + 8, digits.count)], as: UTF8.self), radix: 16)
    }
    guard digits.count % 8 == 0, digits.count <= 8 * Self.size, !parts.contains(nil), !digits.contains(0x2B) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "The signature is not a string of eight hexadecimal digits for each hash.")
    }
    self.init(hashes: parts.compactMap(\.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hashes.map(Self.hexadecimal).joined())
  }

  private static func hexadecimal(_ hash: UInt32) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
