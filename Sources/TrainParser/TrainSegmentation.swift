import ArgumentParser
import Foundation
import Linguistics

/// Trains the classifiers that end tokens and sentences.
struct TrainSegmentation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segmentation", abstract: "Trains the classifiers that end tokens and sentences.")

  @OptionGroup var treebank: TreebankOptions
  @Option(help: "The model file to write.") var output: String

  func run() throws {
    let paragraphs = GoldParagraph.paragraphs(of: try TreebankOptions.trainingFiles.flatMap(treebank.sentences))
    let tokenizer = Tokenizer(classifier: ClassifierTrainer().train(paragraphs.flatMap(Self.tokenDecisions)))
    let splitter = SentenceSplitter(
      classifier: ClassifierTrainer().train(paragraphs.flatMap(Self.sentenceDecisions)))
    for name in TreebankOptions.developmentFiles {
      let gold = GoldParagraph.paragraphs(of: try treebank.sentences(name))
      log("  \(name): \(Self.report(gold, tokenizer, splitter))")
    }
    var writer = BinaryWriter()
    tokenizer.classifier.write(to: &writer)
    splitter.classifier.write(to: &writer)
    try Data(writer.bytes).write(to: URL(fileURLWithPath: output))
  }

  private static func tokenDecisions(_ paragraph: GoldParagraph) -> [ClassifierTrainer.Decision] {
    var decisions: [ClassifierTrainer.Decision] = []
    let ends = Set(paragraph.tokens.map(\.upperBound))
    paragraph.bytes.withUnsafeBufferPointer { bytes in
      var reader = ChunkReader(bytes, range: 0..<bytes.count)
      var chunk = Chunk()
      var features = FeatureList()
      while reader.next(into: &chunk) {
        let context = ChunkContext(chunk)
        for index in 1..<max(chunk.count, 1) where chunk.mayBreak(before: index) {
          features.removeAll()
          context.features(of: chunk, before: index, into: &features)
          decisions.append(.init(features: features.indices, isYes: ends.contains(chunk.offsets[index])))
        }
      }
    }
    return decisions
  }

  private static func sentenceDecisions(_ paragraph: GoldParagraph) -> [ClassifierTrainer.Decision] {
    var decisions: [ClassifierTrainer.Decision] = []
    paragraph.bytes.withUnsafeBufferPointer { bytes in
      let context = SentenceContext(bytes, tokens: paragraph.tokens[...])
      var features = FeatureList()
      var start = 0
      for token in paragraph.tokens.indices.dropLast() {
        if context.isCandidate(token) {
          features.removeAll()
          context.features(after: token, since: start, into: &features)
          decisions.append(.init(features: features.indices, isYes: paragraph.endsSentence[token]))
        }
        if paragraph.endsSentence[token] { start = token + 1 }
      }
    }
    return decisions
  }

  private static func report(
    _ gold: [GoldParagraph], _ tokenizer: Tokenizer, _ splitter: SentenceSplitter
  ) -> String {
    var (rightTokens, tokenCount, goldTokens) = (0, 0, 0)
    var (rightSentences, sentenceCount, goldSentences) = (0, 0, 0)
    for paragraph in gold {
      paragraph.bytes.withUnsafeBufferPointer { bytes in
        var tokens: [Range<Int>] = []
        tokenizer.tokens(of: bytes, in: 0..<bytes.count, into: &tokens)
        rightTokens += Set(tokens).intersection(paragraph.tokens).count
        tokenCount += tokens.count
        goldTokens += paragraph.tokens.count
        let found = splitter.sentences(of: bytes, tokens: tokens[...]).map {
          tokens[$0.lowerBound].lowerBound..<tokens[$0.upperBound - 1].upperBound
        }
        var right: [Range<Int>] = []
        var start = 0
        for token in paragraph.tokens.indices where paragraph.endsSentence[token] {
          right.append(paragraph.tokens[start].lowerBound..<paragraph.tokens[token].upperBound)
          start = token + 1
        }
        rightSentences += Set(found).intersection(right).count
        sentenceCount += found.count
        goldSentences += right.count
      }
    }
    func percent(_ right: Int, _ all: Int) -> Double { (20000 * Double(right) / Double(all)).rounded() / 100 }
    return "tokens F1 \(percent(rightTokens, tokenCount + goldTokens)), "
      + "sentences F1 \(percent(rightSentences, sentenceCount + goldSentences))"
  }
}
