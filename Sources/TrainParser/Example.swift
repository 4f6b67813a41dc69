import Linguistics

/// A sentence with what the network is to learn about it, as numbers.
struct Example: Sendable {
  /// ``WordFeatures/count`` embedding rows a word.
  var rows: [Int32]
  /// 0 for the root, h + 1 for word h.
  var heads: [Int32]
  var relations: [UInt8]
  var upos: [UInt8]
  var xpos: [UInt8]

  var count: Int { heads.count }

  init(_ sentence: CoNLLUSentence, features: WordFeatures) throws {
    rows = [Int32](repeating: -1, count: sentence.words.count * WordFeatures.count)
    (heads, relations, upos, xpos) = ([], [], [], [])
    for (index, word) in sentence.words.enumerated() {
      var form = word.form
      form.withUTF8 { form in
        rows.withUnsafeMutableBufferPointer {
          features.rows(of: form, into: $0.baseAddress! + index * WordFeatures.count)
        }
      }
      guard let head = word.head, let relation = DependencyRelation(name: word.relation),
        let upos = UPOS(name: word.upos), let xpos = PennTag(name: word.xpos)
      else { throw TrainingError("a word has no head or a tag that is not known: \(word)") }
      heads.append(Int32(head))
      relations.append(relation.rawValue)
      self.upos.append(upos.rawValue)
      self.xpos.append(xpos.rawValue)
    }
  }
}

/// A full sentence on what keeps the training from running and what to do.
struct TrainingError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
