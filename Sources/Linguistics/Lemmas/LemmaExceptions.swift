import Foundation

/// Lemmas of irregular forms, from a table that people edit: a row a form with its part of speech and its lemma.
package struct LemmaExceptions: Sendable {
  private var lemmas: [String: [(upos: UPOS, lemma: String)]] = [:]

  package init() {}

  /// Reads rows of three columns parted by tabs; `#` starts a comment line.
  package init(table: String, file: String) throws(ModelError) {
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t")
      guard columns.count == 3, let upos = UPOS(name: columns[1]) else {
        throw ModelError(
          file: file,
          reason: "line \(index + 1) is not a form, a universal part of speech and a lemma parted by tabs:\n\(line)\n^")
      }
      lemmas[String(columns[0]), default: []].append((upos, String(columns[2])))
    }
  }

  func lemma(of lowered: String, upos: UPOS) -> String? {
    lemmas[lowered]?.first { $0.upos == upos }?.lemma
  }
}
