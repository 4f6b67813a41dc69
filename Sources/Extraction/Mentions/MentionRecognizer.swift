import Documents
public import GraphModel
public import Linguistics
public import Ontology

/// Finds the noun phrases of a document that name entities.
///
/// A phrase is read by the lexicon, by the type of its head ("X deficiency", "X juice"), or by both; coordinations,
/// complements and groups of people are taken apart and put together under the names that a careful reader would give
/// them. Pure and safe to share between threads. O(number of words).
public struct MentionRecognizer: Sendable {
  private let ontology: Ontology
  private let classes: WordClasses

  /// Loads the bundled word classes. Throws a ``DataFileError`` where the file has errors.
  public init(_ ontology: Ontology) throws {
    self.ontology = ontology
    classes = try WordClasses.bundled(schema: ontology.schema)
  }

  /// The mentions of all blocks in text order, and the entities they name.
  ///
  /// Several mentions may share a head ("absorption of calcium and iron", "bone and muscle health") or lie inside
  /// another ("calcium" inside "calcium absorption").
  public func mentions(in document: AnalyzedDocument) -> MentionTable {
    let view = DocumentView(document, ontology: ontology, classes: classes)
    let hasVitaminLetters = view.namesVitaminsByLetter
    var builder = MentionTableBuilder(view)
    for sentence in document.sentences {
      var reader = SentenceReader(sentence.words, in: view, hasVitaminLetters: hasVitaminLetters)
      builder.add(reader.read(), in: sentence)
    }
    return builder.finished()
  }

  /// The entities that a headline or another short text names, in order, each once.
  public func entities(in title: String, analyzer: Analyzer) -> [EntityReference] {
    let block = Block(kind: .heading(level: 1), range: 0..<title.utf8.count)
    let document = Document(id: "", source: "", text: title, blocks: [block])
    return mentions(in: analyzer.analyze(document)).entities
  }
}
