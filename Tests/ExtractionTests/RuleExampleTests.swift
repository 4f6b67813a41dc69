import Documents
import GraphModel
import Linguistics
import Ontology
import Testing

@testable import Extraction

/// The rules' own examples and counterexamples, and the corner cases of argument structure.
@Suite struct RuleExampleTests {
  static let extractor = try? ClaimExtractor()
  static let analyzer = try? Analyzer()

  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var example: RuleExample
    var testDescription: String { "\(rule): \(example.sentence)" }
  }

  static let examples = (extractor?.rules.rules ?? []).flatMap { rule in
    rule.examples.map { Case(rule: rule.name, example: $0) }
  }
  static let counterexamples = (extractor?.rules.rules ?? []).flatMap { rule in
    rule.counterexamples.map { Case(rule: rule.name, example: $0) }
  }

  @Test(arguments: examples)
  func theRuleMakesTheClaimOfItsExample(_ test: Case) throws {
    #expect(try fired(test), "\(test.rule) did not fire on: \(test.example.sentence)")
  }

  @Test(arguments: counterexamples)
  func theRuleMakesNoClaimOfItsCounterexample(_ test: Case) throws {
    #expect(try !fired(test), "\(test.rule) fired on: \(test.example.sentence)")
  }

  private func fired(_ test: Case) throws -> Bool {
    let extractor = try #require(Self.extractor)
    let sentence = test.example.sentence
    let document = Document(
      id: "example", source: "example", text: sentence,
      blocks: [Block(kind: .paragraph, range: 0..<sentence.utf8.count)])
    let examples = extractor.trainingExamples(in: try #require(Self.analyzer).analyze(document))
    return examples.contains { found in
      found.features.contains { $0.hasPrefix("rule|\(test.rule)@") } && found.relation == test.example.relation
        && isNamed(found.subject, test.example.subject) && isNamed(found.object, test.example.object)
    }
  }

  private func isNamed(_ entity: EntityReference, _ name: String) -> Bool {
    let wanted = ComparableName(name)
    return ([entity.name] + entity.aliases).contains { ComparableName($0) == wanted }
  }
}
