import Documents
import Extraction
import GraphModel
import Linguistics
import Ontology
import Testing

/// What a sentence says and what it denies.
@Suite struct PolarityTests {
  private static func claims(_ text: String) throws -> [Claim] {
    let document = Document(
      id: "a", source: "a", text: text, blocks: [Block(kind: .paragraph, range: 0..<text.utf8.count)])
    return try ClaimExtractor().claims(in: Analyzer().analyze(document)).claims
  }

  @Test(
    "A denial within a denial affirms",
    arguments: [
      ("Vitamin C does not prevent colds.", RelationType.reducesRiskOf, Polarity.negative),
      ("Vitamin C prevents scurvy.", .reducesRiskOf, .positive),
      ("Cells cannot make ATP without magnesium.", .requiredFor, .positive),
      ("Lentils contain no cholesterol.", .foundIn, .negative),
      ("Too little vitamin D leads to rickets.", .deficiencyCauses, .positive),
    ])
  func deniesWhatIsDenied(text: String, relation: RelationType, polarity: Polarity) throws {
    let claims = try Self.claims(text).filter { $0.relation == relation }
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { $0.polarity == polarity })
  }
}
