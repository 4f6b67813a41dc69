/// Finds documents that are copies of one article, by their signatures or by the sentences they give in evidence.
///
/// Two documents are copies if their ``ShingleSignature``s say so. Claims that come from elsewhere may have none: so they
/// are copies, too, if at least four fifths of the evidence sentences of the one that has fewer are also in the other, and
/// that one has at least half as many. So a syndicated page with a few sentences cut or changed is a copy; a page that
/// quotes one sentence is not. Copies of copies are copies.
public enum SourceGroups {
  static let shared = 0.8
  static let relativeSize = 0.5

  /// For each document the index of the first document of its group.
  ///
  /// Complexity: O(*n*) in the sentences and hashes where few documents share one.
  public static func resolve(_ digests: [DocumentDigest]) -> [Int] {
    var sets = DisjointSets(count: digests.count)
    join(digests.map(sentences), in: &sets, areCopies: areCopies)
    join(digests.map { Set($0.signature.hashes) }, in: &sets, areCopies: ShingleSignature.areCopies)
    return digests.indices.map { sets.representative(of: $0) }
  }

  /// Joins documents whose prints have enough in common.
  private static func join<Print: Hashable>(
    _ prints: [Set<Print>], in sets: inout DisjointSets, areCopies: (Int, Int, Int) -> Bool
  ) {
    var holders: [Print: [Int]] = [:]
    for (index, own) in prints.enumerated() {
      var common: [Int: Int] = [:]
      for print in own { for other in holders[print] ?? [] { common[other, default: 0] += 1 } }
      for (other, count) in common where areCopies(count, own.count, prints[other].count) { sets.join(index, other) }
      for print in own { holders[print, default: []].append(index) }
    }
  }

  /// Whether two documents with so many sentences, and so many in common, are copies.
  public static func areCopies(common: Int, _ left: Int, _ right: Int) -> Bool {
    let (small, large) = (Double(min(left, right)), Double(max(left, right)))
    return small > 0 && Double(common) >= shared * small && small >= relativeSize * large
  }

  /// Fingerprints of the sentences in evidence: letters and digits only, case aside; short ones left out, since two
  /// articles may well both say "Spinach".
  public static func sentences(of digest: DocumentDigest) -> Set<UInt64> {
    var result: Set<UInt64> = []
    for statement in digest.statements {
      for place in statement.places { if let print = fingerprint(of: place.text) { result.insert(print) } }
    }
    return result
  }

  static let shortestSentence = 24

  /// FNV-1a over the letters and digits (bytes past ASCII as they are); nil for a text with fewer than 24 of them.
  static func fingerprint(of text: String) -> UInt64? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var length = 0
    for var byte in text.utf8 {
      if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { byte |= 0x20 }
      let isWord = byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      guard isWord else { continue }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      length += 1
    }
    return length >= shortestSentence ? hash : nil
  }
}
