import ArgumentParser
import Foundation
import Linguistics

@main struct TrainParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-parser",
    abstract: "Trains the linguistic model from UD treebanks.",
    subcommands: [TrainSegmentation.self, TrainLemmas.self, TrainVectors.self, TrainNetwork.self])
}

/// The treebank files that the training reads.
struct TreebankOptions: ParsableArguments {
  @Option(help: "The folder with the unpacked treebanks (*.conllu).")
  var treebank: String

  static let trainingFiles = ["en_ewt-ud-train.conllu", "en_gumfree-ud-train.conllu"]
  static let developmentFiles = ["en_ewt-ud-dev.conllu", "en_gumfree-ud-dev.conllu"]

  func sentences(_ name: String) throws -> [CoNLLUSentence] {
    let path = treebank + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TrainingError(
        """
        \(path) cannot be read. Take the treebanks UD_English-EWT and UD_English-GUM from \
        https://universaldependencies.org, and see Documentation/Linguistics.md for the texts of GUM that are used.
        """)
    }
    return try CoNLLUReader.sentences(of: String(decoding: data, as: UTF8.self))
  }
}

struct TrainNetwork: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Trains the network that tags and parses.")

  @OptionGroup var treebank: TreebankOptions
  @Option(help: "The model file to write.") var output: String
  @Option(help: "Word vectors, written by train-parser vectors.") var vectors: String?
  @Option(help: "Passes over the training data.") var epochs = 14
  @Option(help: "Channels of a word vector.") var width = 160
  @Option(help: "Recurrent layers.") var layers = 3
  @Option(help: "Channels of the projections.") var projection = 80
  @Option(help: "Highest learning rate.") var rate: Float = 0.003
  @Option(help: "Seed of the random numbers.") var seed: UInt64 = 1
  @Option(help: "Threads.") var threads = 3
  @Option(help: "Dropout of word vectors.") var embeddingDropout: Float = 0.1
  @Option(help: "Dropout between layers.") var stateDropout: Float = 0.1
  @Option(help: "Dropout of projections.") var projectionDropout: Float = 0.15

  func run() throws {
    let sentences = try TreebankOptions.trainingFiles.flatMap(treebank.sentences)
    let pretrained = try vectors.map(WordVectors.init(contentsOf:)).map(\.normalized)
    let features = WordFeatures(vocabulary: vocabulary(of: sentences, and: pretrained?.keys ?? []))
    var options = NetworkTrainer.Options()
    options.shape = NetworkShape(width: width, layers: layers, arc: projection, relation: projection)
    (options.epochs, options.rate, options.seed, options.threads) = (epochs, rate, seed, threads)
    options.dropout = .init(
      embedding: embeddingDropout, state: stateDropout, projection: projectionDropout)
    let examples = try sentences.map { try Example($0, features: features) }
    let trainer = NetworkTrainer(examples: examples, features: features, pretrained: pretrained, options: options)
    let development = try TreebankOptions.developmentFiles.map { name in
      (name, try treebank.sentences(name).map { try Example($0, features: features) })
    }
    let start = Date()
    trainer.train { epoch, loss in
      log("epoch \(epoch): loss \(loss) after \(Int(Date().timeIntervalSince(start))) s")
      guard epoch % 4 == 0 || epoch == epochs else { return }
      let network = trainer.network()
      log("  of the training data: \(Accuracy(of: network, on: Array(examples.prefix(800))))")
      for (name, examples) in development { log("  \(name): \(Accuracy(of: network, on: examples))") }
    }
    try Data(trainer.network().encoded()).write(to: URL(fileURLWithPath: output))
  }

  /// Forms seen at least twice and forms that have a vector, in the order of their hashes.
  private func vocabulary(of sentences: [CoNLLUSentence], and others: [UInt64]) -> [UInt64] {
    var counts: [UInt64: Int] = [:]
    for sentence in sentences {
      for word in sentence.words {
        var form = word.form
        counts[form.withUTF8(WordFeatures.key), default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= 2 }.keys).union(others).sorted()
  }
}

/// Writes a line of progress at once, also into a pipe.
func log(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
