package import GraphModel
package import Linguistics
package import Ontology

/// A hypothesis as training sees it: what it claims and the names of its features.
package struct TrainingExample: Sendable {
  package var subject: EntityReference
  package var relation: RelationType
  package var object: EntityReference
  package var isPositive: Bool
  package var isAsserted: Bool
  /// The sentence it stands in, for people.
  package var sentence: String
  package var rule: String
  package var features: [String]
}

extension ClaimExtractor {
  /// The entities that a document names, whether or not a hypothesis has them.
  package func entities(in document: AnalyzedDocument) -> [EntityReference] {
    recognizer.mentions(in: document).entities
  }

  /// The types that the model of phrases tells apart.
  package var phraseTypes: [EntityType] { recognizer.phraseTypes }

  /// The phrases of a document: the name each would get and the names of the features that may tell its type.
  package func phrases(in document: AnalyzedDocument) -> [(name: String, features: [String])] {
    recognizer.phrases(in: document).map { ($0.name, $0.features.compactMap(\.name)) }
  }

  /// All hypotheses of a document with the names of their features.
  package func trainingExamples(in document: AnalyzedDocument) -> [TrainingExample] {
    let reading = read(document, as: NamedFeature.self)
    let assembler = ClaimAssembler(context: reading.context)
    return reading.hypotheses.map { hypothesis in
      let polarity = assembler.polarity(of: hypothesis)
      let range = document.sentences[hypothesis.sentence].range
      return TrainingExample(
        subject: reading.context.table.entities[hypothesis.subject],
        relation: reading.context.schema.relations[hypothesis.relation],
        object: reading.context.table.entities[hypothesis.object], isPositive: polarity == .positive,
        isAsserted: assembler.certainty(of: hypothesis, polarity) == .asserted,
        sentence: String(document.document.text(in: range)), rule: hypothesis.rule,
        features: hypothesis.features)
    }
  }
}
