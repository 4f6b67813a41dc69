import Documents
import Linguistics
import Ontology
import Testing

@testable import Extraction

/// What other articles say weighs what a sentence may say, and never makes a claim by itself.
@Suite struct KnownClaimsTests {
  private static let file = """
    # a comment
    calcium\tfoundIn\tkale\t3\t1
    calcium\tpartOf\tbone\t1\t0
    calcium\tstoredIn\tbone\t12\t40
    kale\tsupports\tcalcium\t0\t2

    """

  private func known(_ text: String = file) throws -> KnownClaims {
    try KnownClaims(tsv: Array(text.utf8), file: "known.tsv", schema: SchemaIndex(Ontology().schema))
  }

  private func counts(_ subject: String, _ relation: RelationType, _ object: String) throws -> KnownClaims.BySource {
    let pair = try known().pair(subject: KnownClaims.hash(of: subject), object: KnownClaims.hash(of: object))
    let number = try #require(SchemaIndex(Ontology().schema).number(of: relation))
    return pair.counts(of: number)
  }

  @Test func countsOfAPair() throws {
    let stored = try counts("Calcium", .storedIn, "bone")
    #expect(stored.annotated == KnownClaims.Counts(same: 12, any: 13, reverse: 0))
    #expect(stored.read == KnownClaims.Counts(same: 40, any: 40, reverse: 0))
    let found = try counts("calcium", .foundIn, "kale")
    #expect(found.annotated == KnownClaims.Counts(same: 3, any: 3, reverse: 0))
    #expect(found.read == KnownClaims.Counts(same: 1, any: 1, reverse: 2))
    let nothing = try counts("iron", .foundIn, "kale")
    #expect(nothing.annotated == KnownClaims.Counts() && nothing.read == KnownClaims.Counts())
  }

  @Test(arguments: [
    "calcium\tfoundIn\tkale\t3", "calcium\tsharesPrefix\tkale\t3\t1", "calcium\tfoundIn\tkale\tmany\t1",
  ])
  func aWrongLineIsNamed(_ line: String) throws {
    let error = #expect(throws: ExtractionDataError.self) { try known("# comment\n" + line + "\n") }
    #expect(error?.description.contains("known.tsv:2") == true)
  }

  @Test func namesAndHashesAgree() {
    for (same, any, reverse) in [(0, 0, 0), (1, 3, 0), (2, 2, 9), (12, 16, 4)] {
      let one = KnownClaims.Counts(same: same, any: any, reverse: reverse)
      let counts = KnownClaims.BySource(annotated: one, read: KnownClaims.Counts())
      var hashes: [UInt64] = []
      KnownClaims.forEachFeature(of: counts, relation: FeatureSuffix("storedIn")) { (feature: HashedFeature) in
        hashes.append(feature.hash)
      }
      let names = KnownClaims.featureNames(of: counts, relation: .storedIn)
      #expect(hashes == names.map { HashedFeature(name: $0.utf8).hash })
    }
  }

  @Test func knowledgeAloneMakesNoClaim() throws {
    let text = "Calcium tablets cost two euros. The neighbour grows kale and roses."
    let end = text.utf8.count
    let document = Document(
      id: "shopping", source: "shopping", text: text,
      blocks: [Block(kind: .paragraph, range: 0..<32), Block(kind: .paragraph, range: 32..<end)])
    let claims = try ClaimExtractor().claims(in: Analyzer().analyze(document)).claims
    #expect(!claims.contains { $0.subject.name == "calcium" && $0.object.name == "kale" })
  }
}
