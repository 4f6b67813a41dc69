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
  private var typer: PhraseTyper

  /// Loads the bundled word classes and the model of phrases. Throws a ``DataFileError`` or an ``ExtractionDataError``
  /// where a file has errors.
  public init(_ ontology: Ontology) throws {
    self.ontology = ontology
    classes = try WordClasses.bundled(schema: ontology.schema)
    typer = try PhraseTyper.bundled(types: ontology.schema.entityTypes)
  }

  /// The recognizer with another model of phrases.
  func with(_ model: RankingModel) -> MentionRecognizer {
    var copy = self
    copy.typer.model = model
    return copy
  }

  /// What the model of phrases sees of each phrase of a document: the name it would get and its features.
  func phrases(in document: AnalyzedDocument) -> [(name: String, features: [NamedFeature])] {
    let view = DocumentView(document, ontology: ontology, classes: classes)
    let hasVitaminLetters = view.namesVitaminsByLetter
    var result: [(name: String, features: [NamedFeature])] = []
    for sentence in document.sentences {
      let reader = SentenceReader(sentence.words, in: view, hasVitaminLetters: hasVitaminLetters)
      for index in reader.chunks.indices where !reader.chunks[index].isModifierOnly {
        let words = reader.reader.naming(reader.chunks[index].words)
        result.append(
          (
            reader.reader.naming.name(of: words),
            typer.features(of: words, in: reader, reading: reader.readings[index], as: NamedFeature.self)
          ))
      }
    }
    return result
  }

  var phraseTypes: [EntityType] { typer.types }
  var clusters: WordClusters { typer.clusters }

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
      reader.guess(typer)
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
