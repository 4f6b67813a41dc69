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

  @Test func anAmountOfNoneDenies() throws {
    let lines = ["Nutrition facts of lentils", "Cholesterol 0 mg", "Iron 3 mg"]
    var blocks: [Block] = []
    var start = 0
    for (number, line) in lines.enumerated() {
      let range = start..<start + line.utf8.count
      blocks.append(
        number == 0
          ? Block(kind: .heading(level: 1), range: range) : Block(kind: .paragraph, range: range, heading: 0))
      start = range.upperBound + 1
    }
    let document = Document(id: "a", source: "a", text: lines.joined(separator: "\n"), blocks: blocks)
    let claims = try ClaimExtractor().claims(in: Analyzer().analyze(document)).claims
    func polarity(_ name: String) -> Polarity? {
      claims.first { $0.subject.name == name && $0.relation == .foundIn && $0.object.name == "lentil" }?.polarity
    }
    #expect(polarity("cholesterol") == .negative)
    #expect(polarity("iron") == .positive)
    // The unit is no magnesium.
    #expect(!claims.contains { $0.subject.name == "magnesium" })
  }
}
