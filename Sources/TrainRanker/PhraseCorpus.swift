import Extraction
import GraphModel
import Ontology

/// The phrases of all articles with the type that the gold gives each, for the model of phrases.
struct PhraseCorpus {
  private var examples: [[LabelledExample]] = []
  private var numbers = FeatureNumbers()

  init(_ articles: [GoldArticle], _ extractor: ClaimExtractor) {
    let types = extractor.phraseTypes
    for article in articles {
      let typed = GoldTypes(article.gold)
      var examples: [LabelledExample] = []
      for phrase in extractor.phrases(in: article.document) {
        let gold = typed.type(of: phrase.name)
        for type in types {
          let features = phrase.features.map { numbers["\($0)@\(type.rawValue)"] }
          examples.append(LabelledExample(features: features, isGold: type == gold))
        }
      }
      self.examples.append(examples)
    }
  }

  /// A model of the phrases of some articles, as names and weights of features.
  func model(of articles: [Int], _ trainer: LogisticTrainer) -> LinearModel {
    trainer.train(articles.flatMap { examples[$0] }, featureCount: numbers.names.count)
  }

  var featureNames: [String] { numbers.names }
}

/// The types that a gold document gives to names.
private struct GoldTypes {
  private var names: [(name: ComparableName, type: EntityType)] = []
  private var exact: [ComparableName: EntityType] = [:]

  init(_ gold: GoldDocument) {
    for key in gold.entities.keys.sorted() {
      guard let entity = gold.entities[key] else { continue }
      for name in entity.names.map({ ComparableName($0) }) {
        names.append((name, entity.type))
        exact[name] = exact[name] ?? entity.type
      }
    }
  }

  func type(of name: String) -> EntityType? {
    let name = ComparableName(name)
    return exact[name] ?? names.first { $0.name.isClose(to: name) }?.type
  }
}
