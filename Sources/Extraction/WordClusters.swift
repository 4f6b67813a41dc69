/// Classes of words that stand in like contexts, at two grains: what is learned of one word holds for its class.
///
/// The classes come from vectors of running text (positive pointwise mutual information, singular value decomposition,
/// k-means; `Scripts/train-clusters`).
struct WordClusters: Sendable {
  struct Classes: Sendable {
    var coarse: String
    var fine: String
  }

  private var table: [String: Classes] = [:]

  /// - Throws: `ExtractionDataError` for a line that is not "word TAB class TAB class".
  init(tsv: [UInt8], file: String) throws {
    for (number, line) in tsv.split(separator: UInt8(ascii: "\n")).enumerated() where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3 else {
        throw ExtractionDataError("\(file):\(number + 1): expected a word, a class and a finer class, parted by tabs.")
      }
      table[fields[0]] = Classes(coarse: fields[1], fine: "f" + fields[2])
    }
  }

  /// The classes of a word in any case; nil for a rare word. O(1).
  subscript(_ word: String) -> Classes? { table[word] ?? table[word.lowercased()] }
}
