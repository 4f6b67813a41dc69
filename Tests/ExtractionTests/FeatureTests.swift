import Documents
import Linguistics
import Testing

@testable import Extraction

/// A feature's hash is the FNV-1a hash of its name: what training calls a feature, scoring finds.
@Suite struct FeatureTests {
  /// Small and large strings, some of them not ASCII.
  static let parts = [
    "", "s", "iron", "nmod:of", "β-carotene", "crème fraîche", "a lemma much longer than a small string holds",
  ]

  /// FNV-1a as its authors give it, byte by byte.
  private func fnv(_ name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private func built<Feature: FeatureKey>(_ part: String, as _: Feature.Type) -> Feature {
    var feature = Feature("path")
    feature.add(part)
    feature.add("<", part)
    return feature.with(relation: FeatureSuffix("increasesRiskOf"))
  }

  @Test(arguments: parts)
  func hashesLikeItsName(part: String) {
    let named = built(part, as: NamedFeature.self)
    #expect(named.name == "path|\(part)|<\(part)@increasesRiskOf")
    #expect(named.hash == fnv(named.name ?? ""))
    #expect(built(part, as: HashedFeature.self).hash == named.hash)
    #expect(HashedFeature(name: (named.name ?? "").utf8).hash == named.hash)
  }

  /// Whatever the low byte of the hash before it.
  @Test func hashesASuffixInOneStep() {
    let suffix = FeatureSuffix("foundIn")
    for state in UInt64(0)..<1024 {
      let hash = state &* 0x9e37_79b9_7f4a_7c15
      var feature = HashedFeature(state: hash)
      feature.append("@foundIn")
      #expect(suffix.appended(to: hash) == feature.hash)
    }
  }

  @Test func weighsTheSameWithAndWithoutNames() throws {
    let text =
      "Vitamin C is not found in meat, but oranges and other fruits (lemons) are rich in vitamin C. "
      + "It may increase the absorption of iron. Too little of it leads to scurvy."
    let document = Document(
      id: "a", source: "a", text: text, blocks: [Block(kind: .paragraph, range: 0..<text.utf8.count)])
    let analyzed = try Analyzer().analyze(document)
    let extractor = try ClaimExtractor()
    let hashed = extractor.read(analyzed, as: HashedFeature.self).hypotheses
    let named = extractor.read(analyzed, as: NamedFeature.self).hypotheses
    #expect(!named.isEmpty)
    #expect(hashed.map(\.probability) == named.map(\.probability))
    for hypothesis in named {
      let sum = hypothesis.features.reduce(Float(0)) { $0 + extractor.model.weight(of: fnv($1)) }
      #expect(hypothesis.probability == RankingModel.probability(ofSum: sum))
    }
    #expect(hashed.allSatisfy { $0.features.isEmpty })
  }
}
