/// The rows of the embedding table that make up a word's vector, found from the bytes of its form.
///
/// One row for the form itself if the vocabulary has it (lower case, digits as 0), and hashed rows for its beginnings
/// and endings and its shape, so that a word never seen still looks like its kin.
package struct WordFeatures: Sendable {
  /// Rows a word has at most.
  package static let count = 8
  /// Number of hashed rows of each part: prefixes of 2 and 3, suffixes of 1 to 4 bytes, shape.
  private static let buckets = [2048, 8192, 512, 2048, 8192, 12288, 2048]
  package static let hashedRows = buckets.reduce(0, +)

  /// The vocabulary's form hashes, in the order of their rows, which follow the hashed rows.
  package let vocabulary: [UInt64]
  private let table: HashTable

  package init(vocabulary: [UInt64]) {
    self.vocabulary = vocabulary
    table = HashTable(keys: vocabulary)
  }

  package var rowCount: Int { Self.hashedRows + vocabulary.count }

  /// The hash under which the vocabulary knows a form.
  package static func key(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = ByteHash()
    for byte in form { hash.combine(normalized(byte)) }
    return hash.value
  }

  /// Whether the vocabulary has a form, case and the values of digits aside.
  func contains(_ form: String) -> Bool {
    var form = form
    return table.index(of: form.withUTF8(Self.key)) >= 0
  }

  /// Writes the rows of a form, the vocabulary's row last; `-1` if the form is not in the vocabulary.
  package func rows(of form: UnsafeBufferPointer<UInt8>, into rows: UnsafeMutablePointer<Int32>) {
    var part = 0
    var base = 0
    func put(_ hash: ByteHash) {
      let size = Self.buckets[part]
      rows[part] = Int32(base + Int(hash.value % UInt64(size)))
      base += size
      part += 1
    }
    let count = form.count
    for length in 2...3 {
      var hash = ByteHash()
      for index in 0..<min(length, count) { hash.combine(Self.normalized(form[index])) }
      put(hash)
    }
    for length in 1...4 {
      var hash = ByteHash()
      if length >= count { hash.combine(UInt8(0)) }
      for index in max(0, count - length)..<count { hash.combine(Self.normalized(form[index])) }
      put(hash)
    }
    put(Self.shape(form))
    let row = table.index(of: Self.key(form))
    rows[part] = row < 0 ? -1 : Int32(Self.hashedRows + row)
  }

  /// Case and character classes, runs cut to two, at most ten classes.
  private static func shape(_ form: UnsafeBufferPointer<UInt8>) -> ByteHash {
    var hash = ByteHash()
    var last: UInt8 = 0
    var run = 0
    var length = 0
    for byte in form {
      let kind = ByteClass.shape[Int(byte)]
      run = kind == last ? run + 1 : 1
      last = kind
      if run > 2 { continue }
      hash.combine(kind)
      length += 1
      if length == 10 { break }
    }
    return hash
  }

  @inline(__always)
  private static func normalized(_ byte: UInt8) -> UInt8 {
    if byte >= 0x41 && byte <= 0x5A { return byte | 0x20 }
    return byte >= 0x30 && byte <= 0x39 ? 0x30 : byte
  }
}

extension WordFeatures {
  /// The rows of all words of a text, ``count`` a word.
  func rows(of bytes: UnsafeBufferPointer<UInt8>, words: [Range<Int>]) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: words.count * Self.count) { buffer, initialized in
      initialized = words.count * Self.count
      guard let start = buffer.baseAddress else { return }
      for (index, word) in words.enumerated() {
        rows(of: UnsafeBufferPointer(rebasing: bytes[word]), into: start + index * Self.count)
      }
    }
  }
}
