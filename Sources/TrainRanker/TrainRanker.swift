import ArgumentParser
import Foundation

/// Trains the model that chooses among the extractor's hypotheses.
@main struct TrainRanker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "TrainRanker",
    abstract: "Trains the ranking model of the claim extractor on articles with gold claims.",
    discussion: """
      Each folder holds NAME.json files with gold claims and the articles in its subfolder "articles". The articles are
      split into folds and the figures of cross-validation printed, then a model is trained on all and written.

      Example: swift run -c release TrainRanker gold/train --output Sources/Extraction/Resources/ranking.tsv
      """)

  @Argument(help: "Folders with gold claims and their articles.")
  var folders: [String]

  @Option(help: "A folder with gold claims to score a model on that is trained on the others.")
  var heldOut: String?

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String?

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

  mutating func run() throws {
    let trainer = LogisticTrainer(
      settings: .init(epochs: epochs, l1: l1, l2: l2, minimumCount: minimumCount, seed: 1))
    let corpus = try TrainingCorpus(folders: (folders + [heldOut].compactMap { $0 }).map { URL(fileURLWithPath: $0) })
    print("\(corpus.documents.count) articles, \(corpus.exampleCount) hypotheses, \(corpus.positiveCount) of them gold")
    print(corpus.reachable)
    let training = corpus.documents.indices.filter { corpus.documents[$0].folder != heldOut }
    let folds =
      heldOut == nil
      ? (0..<max(0, folds)).map { fold in training.filter { $0 % self.folds == fold } }
      : [corpus.documents.indices.filter { corpus.documents[$0].folder == heldOut }]
    if !folds.isEmpty {
      let validation = CrossValidation(corpus: corpus, folds: folds, trainer: trainer)
      print(validation.table)
      print(validation.details(threshold: 0.3))
      if errors > 0 { print(validation.errors(errors)) }
    }
    guard let output else { return }
    let model = trainer.train(Array(training), of: corpus)
    try model.tsv(names: corpus.featureNames).write(toFile: output, atomically: true, encoding: .utf8)
    print("wrote \(output): \(model.count) weights")
  }
}
