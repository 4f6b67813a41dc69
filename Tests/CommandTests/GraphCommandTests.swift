import Foundation
import Testing

/// `import`, `stats`, `conflicts` and `correct`, and that claims which went out come back in.
@Suite struct GraphCommandTests {
  /// A line of a claims file.
  private static func line(_ source: String, _ claims: [String]) -> String {
    #"{"doc": "\#(source)", "source": "\#(source)", "title": "", "claims": [\#(claims.joined(separator: ", "))]}"#
  }

  private static func claim(
    _ subject: String, _ relation: String, _ object: String, polarity: String = "positive", alias: String? = nil
  ) -> String {
    let type = ["increases": "Physiology", "decreases": "Physiology", "foundIn": "Food"][relation] ?? "Disorder"
    let aliases = alias.map { #", "aliases": ["\#($0)"]"# } ?? ""
    return #"""
      {"subject": {"name": "\#(subject)", "type": "Nutrient"\#(aliases)}, "relation": "\#(relation)", \#
      "object": {"name": "\#(object)", "type": "\#(type)"}, "polarity": "\#(polarity)", "certainty": "asserted", \#
      "confidence": 0.9, "evidence": [{"text": "\#(subject) \#(relation) \#(object)", "start": 0, "end": 5, \#
      "section": "", "rule": "test"}]}
      """#
  }

  private func shell(importing lines: [String]) throws -> Shell {
    let shell = try Shell()
    try shell.write("claims.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try shell.run("import", "claims.jsonl").status == 0)
    return shell
  }

  @Test func extractThenImportIsIngest() throws {
    let shell = try Shell()
    try shell.write("in/iron.txt", "Iron\n\nTea inhibits iron absorption. Vitamin C helps the body absorb iron.")
    try shell.write("in/zinc.txt", "Zinc\n\nZinc supports immune function. Oysters are rich in zinc.")
    try shell.run("ingest", "--graph", "ingested.sqlite", "in")
    try shell.write("claims.jsonl", try shell.run("extract", "in").output)
    let imported = try shell.run("import", "--graph", "imported.sqlite", "claims.jsonl")
    #expect(imported.output == "2 new, 0 unchanged, 0 updated, 0 failed\n")
    for format in ["json", "turtle", "graphml"] {
      let ingested = try shell.run("export", "--graph", "ingested.sqlite", "--format", format)
      #expect(!ingested.output.isEmpty)
      #expect(try shell.run("export", "--graph", "imported.sqlite", "--format", format).output == ingested.output)
    }
    #expect(
      try shell.run("import", "--graph", "imported.sqlite", "claims.jsonl").output
        == "0 new, 2 unchanged, 0 updated, 0 failed\n")
  }

  @Test func importKeepsWhatItCanRead() throws {
    let shell = try Shell()
    let lines = [
      Self.line("a", [Self.claim("zinc", "foundIn", "oysters"), Self.claim("zinc", "adores", "flu")]), "no JSON",
      #"{"doc": "b", "title": "", "claims": [{"relation": "foundIn"}]}"#, "",
    ]
    let result = try shell.run("import", "-", input: lines.joined(separator: "\n"))
    #expect(result.status == 2)
    #expect(result.output == "1 new, 0 unchanged, 0 updated, 2 failed\n")
    #expect(result.messages.contains(#"-, line 1: The schema has no relation "adores""#))
    #expect(result.messages.contains("-, line 2: The line is no JSON object"))
    #expect(result.messages.contains("-, line 3: The field claims[0].subject is missing."))
    #expect(try shell.run("stats").output.hasPrefix("1 documents, 2 entities, 1 relations, 1 pieces of evidence\n"))
  }

  @Test func statsCountDegreesAndComponents() throws {
    let shell = try shell(importing: [
      Self.line("a", [Self.claim("iron", "foundIn", "beef"), Self.claim("iron", "foundIn", "beans")]),
      Self.line("b", [Self.claim("zinc", "foundIn", "oysters")]),
    ])
    let text = try shell.run("stats", "--top", "1")
    #expect(text.status == 0)
    #expect(text.output.contains("Degree: mean 1.20, median 1, highest 2\n"))
    #expect(text.output.contains("Components: 2, the largest with 3 entities\n"))
    #expect(text.output.hasSuffix("Most connected\n  2  iron (Nutrient, 2 out, 0 in)\n"))
    #expect(try shell.run("stats", "--ambiguous").status == 1)
    #expect(try shell.run("stats", "--top", "-1").status == 64)
    #expect(try shell.run("stats", "--graph", "none.sqlite").status >= 64)
  }

  @Test func statsListAmbiguousNames() throws {
    let shell = try shell(importing: [
      Self.line("a", [Self.claim("folate", "foundIn", "beans", alias: "folic")]),
      Self.line("b", [Self.claim("folinic acid", "foundIn", "liver", alias: "folic")]),
    ])
    let names = try shell.run("stats", "--ambiguous")
    #expect(names.status == 0)
    #expect(names.output == "folic: Nutrient:folate, Nutrient:folinic_acid\n")
  }

  @Test func conflictsShowBothSides() throws {
    let shell = try shell(importing: [
      Self.line("a", [Self.claim("zinc", "treats", "common cold"), Self.claim("zinc", "increases", "immunity")]),
      Self.line("b", [Self.claim("zinc", "treats", "common cold", polarity: "negative")]),
      Self.line("c", [Self.claim("zinc", "decreases", "immunity")]),
    ])
    let conflicts = try shell.run("conflicts")
    #expect(conflicts.status == 0)
    #expect(conflicts.output.contains("The sources disagree on one relation:"))
    #expect(conflicts.output.contains("Two relations contradict each other:"))
    #expect(conflicts.output.contains("\"zinc treats common cold\" (a)"))
    let lines = try shell.run("conflicts", "--format", "json").output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((object["sides"] as? [Any])?.count == 2)
    }
    #expect(try shell.run("remove", "b", "c").status == 0)
    #expect(try shell.run("conflicts").status == 1)
  }

  @Test func correctionsHoldForWhatComesLater() throws {
    let shell = try shell(importing: [
      Self.line("a", [Self.claim("iron", "foundIn", "oily fish"), Self.claim("iron", "foundIn", "stone")])
    ])
    try shell.write(
      "corrections.yaml",
      """
      rename: [{type: Food, name: oily fish, to: fatty fish}]
      drop: [{type: Food, name: stone}, {type: Food, name: gravel}]
      """)
    let corrected = try shell.run("correct", "corrections.yaml")
    #expect(corrected.status == 0)
    #expect(corrected.output == "0 same, 0 different, 1 renamed or retyped, 2 dropped\n")
    #expect(corrected.messages.contains(#"The graph has no Food named "gravel""#))
    try shell.write("more.jsonl", Self.line("b", [Self.claim("zinc", "foundIn", "oily fish")]) + "\n")
    try shell.run("import", "more.jsonl")
    #expect(try shell.run("show", "fatty fish").output.contains("zinc"))
    #expect(try shell.run("show", "stone").status == 1)
    try shell.write("corrections.yaml", "")
    #expect(try shell.run("correct", "corrections.yaml").status == 0)
    #expect(try shell.run("show", "stone").status == 0)
    try shell.write("corrections.yaml", "rename: [{type: Food}]\n")
    let wrong = try shell.run("correct", "corrections.yaml")
    #expect(wrong.status >= 64)
    #expect(wrong.messages.contains("corrections.yaml:1:"))
  }
}
