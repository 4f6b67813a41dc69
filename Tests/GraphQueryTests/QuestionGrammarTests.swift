import GraphQuery
import Ontology
import Testing

@Suite struct QuestionGrammarTests {
  private static let head = """
    fillers: [the]
    light: []
    auxiliaries: [does]
    wrappers: []
    verdictWrappers: []
    kinds: []

    """

  @Test(arguments: [
    ("frames:\n  - {name: a, gloss: A b P, paths: [foundIn], patterns: [\"A (b P\"]}", 8, "A closing ) is missing."),
    (
      "frames:\n  - {name: a, gloss: A b P, paths: [foundIn], patterns: [\"A {b} P\"]}", 8,
      "There is no class of words named b."
    ),
    (
      "frames:\n  - {name: a, gloss: A b P, paths: [foundIn|], patterns: [A b P]}", 8,
      "Expected the name of a relation."
    ),
    (
      "frames:\n  - {name: a, gloss: A b P, mode: dance, paths: [foundIn], patterns: [A b P]}", 8,
      "A mode is relations, connection or everything."
    ),
    ("frames:\n  - {name: a, patterns: [A b P]}", 8, "A frame needs a name and a gloss."),
    (
      "frames:\n  - {name: a, gloss: A b P, path: [foundIn], patterns: [A b P]}", 8,
      "The name path is not one that a frame has."
    ),
  ])
  func namesFileLineAndProblem(_ frames: String, _ line: Int, _ message: String) throws {
    let file = try DataFile(yaml: Self.head + frames, name: "mine.yaml")
    let error = #expect(throws: DataFileError.self) { try QuestionGrammar(file) }
    let issue = try #require(error?.issues.first { $0.message == message })
    #expect(issue.file == "mine.yaml")
    #expect(issue.line == line)
  }

  @Test func readsAGrammarOfOnesOwn() throws {
    let frames = """
      frames:
        - name: taste
          gloss: A tastes of P
          paths: [^foundIn]
          patterns: [A taste of P]
      """
    let grammar = try QuestionGrammar(DataFile(yaml: Self.head + frames, name: "mine.yaml"))
    let answerer = QuestionAnswerer(source: Pantry.graph, schema: try Schema.bundled(), grammar: grammar)
    let report = try answerer.report(on: "Which tasted of lactose?")
    #expect(report.reading == "what tastes of lactose")
    #expect(report.answers.map(\.entity.name) == ["milk"])
  }
}
