public import Linguistics
public import Ontology

/// Finds the noun phrases of a document that name entities.
///
/// Pure and safe to share between threads. O(number of words).
public struct MentionRecognizer: Sendable {
  let ontology: Ontology

  public init(_ ontology: Ontology) throws {
    self.ontology = ontology
  }

  /// The mentions of all blocks in text order, and the entities they name.
  ///
  /// Several mentions may share a head ("absorption of calcium and iron") or lie inside another ("calcium" inside
  /// "calcium absorption").
  public func mentions(in document: AnalyzedDocument) -> MentionTable {
    let pass = LexiconPass(document, lexicon: ontology.lexicon)
    var entities = EntityTable(lexicon: ontology.lexicon)
    var mentions: [Mention] = []
    for sentence in document.sentences {
      var word = sentence.words.lowerBound
      while word < sentence.words.upperBound {
        guard let hit = pass.hits(at: word, before: sentence.words.upperBound).last else {
          word += 1
          continue
        }
        let span = Int(document.words[hit.words.lowerBound].start)..<Int(document.words[hit.words.upperBound - 1].end)
        let surface = String(decoding: pass.text[span], as: UTF8.self)
        mentions.append(
          Mention(
            words: hit.words, head: hit.words.upperBound - 1,
            entity: entities.entity(entry: hit.match.entry, calledBy: surface.lowercased())))
        word = hit.words.upperBound
      }
    }
    return MentionTable(mentions: mentions, entities: entities.finished())
  }
}
