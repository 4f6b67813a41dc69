import ArgumentParser
import Extraction
import Foundation
import Linguistics

/// Trains the model that chooses among the extractor's hypotheses.
@main struct TrainRanker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "TrainRanker",
    abstract: "Trains the ranking model of the claim extractor on articles with gold claims.",
    discussion: """
      Each folder holds NAME.json files with gold claims and the articles in its subfolder "articles". The articles are
      split into folds and the figures of cross-validation printed, then a model is trained on all and written.

      Example: swift run -c release TrainRanker gold/train --output Sources/Extraction/Resources
      """)

  @Argument(help: "Folders with gold claims and their articles.")
  var folders: [String]

  @Option(help: "A folder with gold claims to score a model on that is trained on the others.")
  var heldOut: String?

  @Option(name: .shortAndLong, help: "The folder to write ranking.tsv, phrases.tsv and known.tsv to.")
  var output: String?

  @Option(help: "A file of claims that an earlier extractor read in other articles; may be given several times.")
  var background: [String] = []

  @Option(help: "The number of folds of the cross-validation; 0 leaves it out.")
  var folds = 5

  @Option(help: "Passes over the training data.")
  var epochs = 6

  @Option(help: "The strength of L1 regularisation, which drops features that say little.")
  var l1: Float = 0.6

  @Option(help: "The strength of L2 regularisation.")
  var l2: Float = 2

  @Option(help: "Features seen in fewer hypotheses are left out.")
  var minimumCount = 3

  @Option(help: "Print this many of the worst errors of the cross-validation.")
  var errors = 0

  /// Articles are typed by a model of phrases that did not see them, in this many parts.
  private static let phraseFolds = 4

  mutating func run() throws {
    let trainer = LogisticTrainer(
      settings: .init(epochs: epochs, l1: l1, l2: l2, minimumCount: minimumCount, seed: 1))
    let analyzer = try Analyzer()
    let articles = try (folders + [heldOut].compactMap { $0 })
      .flatMap { try GoldArticle.all(in: URL(fileURLWithPath: $0), analyzer) }
    let training = articles.indices.filter { articles[$0].folder != heldOut }
    let extractor = try ClaimExtractor().withoutKnownClaims()
    let phrases = PhraseCorpus(articles, extractor)
    let whole = phrases.model(of: training, trainer)
    let parts = (0..<Self.phraseFolds).map { part in
      let model = phrases.model(of: training.filter { $0 % Self.phraseFolds != part }, trainer)
      return extractor.withPhraseModel(model.named(phrases.featureNames))
    }
    let complete = extractor.withPhraseModel(whole.named(phrases.featureNames))
    var corpus = TrainingCorpus(articles) { number in
      articles[number].folder == heldOut ? complete : parts[number % Self.phraseFolds]
    }
    print("\(corpus.documents.count) articles, \(corpus.exampleCount) hypotheses, \(corpus.positiveCount) of them gold")
    print(corpus.reachable)
    let statements = try StatementCounts(
      corpus, articles, training: training, background: background.map { URL(fileURLWithPath: $0) })
    corpus.add(statements)
    let folds =
      heldOut == nil
      ? (0..<max(0, folds)).map { fold in training.filter { $0 % self.folds == fold } }
      : [articles.indices.filter { articles[$0].folder == heldOut }]
    if !folds.isEmpty {
      let validation = CrossValidation(corpus: corpus, folds: folds, trainer: trainer)
      print(validation.table)
      print(validation.details(threshold: 0.3))
      if errors > 0 { print(validation.errors(errors)) }
    }
    guard let output else { return }
    let model = trainer.train(corpus.examples(of: training), featureCount: corpus.featureNames.count)
    let folder = URL(fileURLWithPath: output)
    try model.tsv(names: corpus.featureNames, of: "ranking model")
      .write(to: folder.appendingPathComponent("ranking.tsv"), atomically: true, encoding: .utf8)
    try whole.tsv(names: phrases.featureNames, of: "model of phrases")
      .write(to: folder.appendingPathComponent("phrases.tsv"), atomically: true, encoding: .utf8)
    try statements.tsv.write(to: folder.appendingPathComponent("known.tsv"), atomically: true, encoding: .utf8)
    print(
      "wrote ranking.tsv with \(model.count) and phrases.tsv with \(whole.count) weights, and known.tsv, to \(output)")
  }
}
