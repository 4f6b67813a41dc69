import Foundation

/// Everything that the analysis has learned, as the files of the target's resources hold it.
struct LinguisticModel: Sendable {
  let tokenizer: Tokenizer
  let splitter: SentenceSplitter
  let lemmatizer: Lemmatizer
  let network: Network

  /// Loads the bundled files.
  init() throws {
    func bytes(_ name: String) throws -> [UInt8] {
      let url = Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
      do {
        return [UInt8](try Data(contentsOf: url))
      } catch {
        throw ModelError(file: url.path, reason: "\(error.localizedDescription)")
      }
    }
    func reader(_ name: String) throws -> BinaryReader { BinaryReader(bytes: try bytes(name), file: name) }
    var segmentation = try reader("segmentation.model")
    let kinds = String(decoding: try bytes("lettered-kinds.txt"), as: UTF8.self)
    tokenizer = Tokenizer(
      classifier: try LinearClassifier(reading: &segmentation), letteredKinds: LetteredKinds(table: kinds))
    splitter = SentenceSplitter(classifier: try LinearClassifier(reading: &segmentation))
    var weights = try reader("network.model")
    network = try Network(reading: &weights)
    let table = String(decoding: try bytes("lemma-exceptions.tsv"), as: UTF8.self)
    var lemmas = try reader("lemmas.model")
    lemmatizer = try Lemmatizer(
      reading: &lemmas, exceptions: LemmaExceptions(table: table, file: "lemma-exceptions.tsv"),
      vocabulary: network.features)
  }
}
