public import Extraction
import Foundation
public import Ingestion
import Linguistics

/// A sentence with its parse and the reasons for its claims.
public struct ExplainedSentence: Sendable {
  /// One line a word: number, form, lemma, part of speech, head, relation, as in CoNLL-U.
  public var parse: [String]
  public var explanation: SentenceExplanation
}

extension ClaimPipeline {
  /// Explains the claims of a document sentence by sentence.
  ///
  /// - Throws: what the reader throws for an input it cannot read.
  public func explanations(of record: InputRecord) throws -> [ExplainedSentence] {
    let analyzed = analyzer.analyze(try reader.document(from: record))
    return extractor.explain(analyzed).map { explanation in
      let start = explanation.words.lowerBound
      let parse = explanation.words.map { index in
        let word = analyzed.words[index]
        let head = word.head < 0 ? 0 : Int(word.head) - start + 1
        return "\(index - start + 1)\t\(analyzed.form(of: index))\t\(analyzed.lemma(of: index))\t"
          + "\(word.upos.name)\t\(head)\t\(word.relation.name)"
      }
      return ExplainedSentence(parse: parse, explanation: explanation)
    }
  }
}
