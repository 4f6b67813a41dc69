import ArgumentParser
import Foundation
import Linguistics

/// Trains word vectors on articles without annotation and on the treebanks' forms.
struct TrainVectors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors", abstract: "Trains word vectors on running text.")

  @OptionGroup var treebank: TreebankOptions
  @Option(help: "The model file that train-parser segmentation wrote.") var segmentation: String
  @Option(help: "The file to write.") var output: String
  @Option(help: "Forms seen less often get no vector.") var least = 8
  @Argument(help: "Files of articles: a JSON object with a field \"text\" on each line.") var articles: [String] = []

  private struct Article: Decodable {
    var text: String
  }

  func run() throws {
    var reader = BinaryReader(
      bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: segmentation))), file: segmentation)
    let tokenizer = Tokenizer(classifier: try LinearClassifier(reading: &reader))
    var documents: [[UInt64]] = []
    for path in articles {
      let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A)
      for line in lines {
        documents.append(Self.keys(of: try JSONDecoder().decode(Article.self, from: line).text, tokenizer))
      }
    }
    for sentence in try TreebankOptions.trainingFiles.flatMap(treebank.sentences) {
      documents.append(
        sentence.words.map {
          var form = $0.form
          return form.withUTF8(WordFeatures.key)
        })
    }
    var counts: [UInt64: Int] = [:]
    for key in documents.joined() { counts[key, default: 0] += 1 }
    let keys = counts.filter { $0.value >= least }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
    var text: [Int32] = []
    for document in documents {
      for key in document { text.append(numbers[key] ?? -1) }
      text += [-1, -1]
    }
    log("\(text.count) words, \(keys.count) forms")
    let trainer = VectorTrainer()
    try WordVectors(width: trainer.width, keys: keys, values: trainer.train(text, vocabulary: keys.count))
      .write(to: output)
  }

  private static func keys(of text: String, _ tokenizer: Tokenizer) -> [UInt64] {
    var text = text
    return text.withUTF8 { bytes in
      var tokens: [Range<Int>] = []
      tokenizer.tokens(of: bytes, in: 0..<bytes.count, into: &tokens)
      var words: [Range<Int>] = []
      let clitics = CliticSplitter()
      for token in tokens { clitics.words(of: token, in: bytes, into: &words) }
      return words.map { WordFeatures.key(UnsafeBufferPointer(rebasing: bytes[$0])) }
    }
  }
}
