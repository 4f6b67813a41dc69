import Foundation
import Testing

@Suite struct IngestCommandTests {
  private static let iron = "Iron carries oxygen in the blood. Vitamin C helps the body absorb iron from beans."
  private static let zinc =
    "<html><body><article><h1>Zinc</h1><p>Zinc supports immune function in adults.</p></article></body></html>"

  private func shellWithArticles() throws -> Shell {
    let shell = try Shell()
    try shell.write("in/iron.txt", Self.iron)
    try shell.write("in/zinc.html", Self.zinc)
    return shell
  }

  @Test func newThenUnchangedThenUpdated() throws {
    let shell = try shellWithArticles()
    let first = try shell.run("ingest", "in")
    #expect(first.output == "2 new, 0 unchanged, 0 updated, 0 failed\n")
    #expect(first.messages.isEmpty)
    #expect(first.status == 0)
    #expect(try shell.run("ingest", "in").output == "0 new, 2 unchanged, 0 updated, 0 failed\n")
    try shell.write("in/iron.txt", Self.iron + " Tea inhibits iron absorption.")
    try shell.write("in/copper.md", "# Copper\n\nCopper is found in nuts.")
    #expect(try shell.run("ingest", "./in/").output == "1 new, 1 unchanged, 1 updated, 0 failed\n")
    let sources = try shell.run("sources").output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(sources == ["in/copper.md", "in/iron.txt", "in/zinc.html"])
  }

  @Test func removingLeavesWhatOthersSay() throws {
    let shell = try shellWithArticles()
    try shell.run("ingest", "in")
    let removed = try shell.run("remove", "in/iron.txt", "nothing.txt")
    #expect(removed.output == "1 removed\n")
    #expect(removed.status == 0)
    #expect(removed.messages.contains("nothing.txt: The graph has no document from there"))
    #expect(try shell.run("sources").output.hasPrefix("in/zinc.html "))
    #expect(try shell.run("remove", "in").output == "1 removed\n")
    #expect(try shell.run("remove", "in").status == 1)
    #expect(try shell.run("sources").status == 1)
  }

  @Test func jobsChangeNothingInTheGraph() throws {
    let shell = try Shell()
    for number in 0..<8 {
      try shell.write(
        "in/\(number).txt", "Fact \(number)\n\nZinc supports immunity \(number).")
    }
    try shell.run("ingest", "--graph", "one.sqlite", "--jobs", "1", "in")
    try shell.run("ingest", "--graph", "three.sqlite", "--jobs", "3", "in")
    let one = try shell.run("sources", "--graph", "one.sqlite", "--format", "json").output
    let three = try shell.run("sources", "--graph", "three.sqlite", "--format", "json").output
    #expect(one == three)
    #expect(one.split(separator: "\n").count == 8)
    let extracted = try shell.run("extract", "--jobs", "1", "in").output
    #expect(try shell.run("extract", "--jobs", "3", "in").output == extracted)
    #expect(extracted.split(separator: "\n").count == 8)
  }

  @Test func theStandardInputIsADocument() throws {
    let shell = try Shell()
    #expect(try shell.run("ingest", "-", input: Self.iron).output == "1 new, 0 unchanged, 0 updated, 0 failed\n")
    let lines = "{\"id\": \"a\", \"text\": \"Iron is a mineral.\"}\n{\"id\": \"b\", \"text\": \"Zinc is a mineral.\"}\n"
    #expect(try shell.run("ingest", "-", input: lines).output == "2 new, 0 unchanged, 0 updated, 0 failed\n")
    #expect(try shell.run("extract", "-", input: lines).output.contains("\"doc\":\"b\""))
  }

  @Test func copiesOfAnArticleAreLinked() throws {
    let shell = try Shell()
    let article = """
      Vitamin D

      Vitamin D helps the body absorb calcium from food. Vitamin D deficiency can cause rickets in children.
      Vitamin K helps the body make proteins for blood clotting. Vitamin C helps the body absorb iron from plants.
      """
    try shell.write("a.txt", article)
    try shell.write("b.txt", article)
    try shell.run("ingest", "a.txt", "b.txt")
    let lines = try shell.run("sources").output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(!lines[0].contains("copy of"))
    #expect(lines[1].hasSuffix("(copy of a.txt)"))
  }

  /// Articles that claim nothing are linked, too, though one is cut and one stands in a page; a claims file tells as much.
  @Test func nearCopiesAreLinkedByWhatTheySay() throws {
    let shell = try Shell()
    let sentences = (0..<40).map { "On day \($0) the committee met in room \($0 * 7) and spoke for \($0 + 3) minutes." }
    let other = (0..<40).map { "In week \($0) nobody came to house \($0 * 5) before \($0 + 2) had gone home." }
    try shell.write("in/a.txt", sentences.joined(separator: " "))
    try shell.write("in/b.html", "<h1>Minutes</h1>" + sentences.dropFirst(6).map { "<p>\($0)</p>" }.joined())
    try shell.write("in/c.txt", other.joined(separator: " "))
    try shell.run("ingest", "in")
    let sources = try shell.run("sources").output
    let lines = sources.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines.map { $0.hasSuffix("(copy of in/a.txt)") } == [false, true, false])
    try shell.write("claims.jsonl", try shell.run("extract", "in").output)
    try shell.run("import", "--graph", "imported.sqlite", "claims.jsonl")
    #expect(try shell.run("sources", "--graph", "imported.sqlite").output == sources)
    try shell.run("remove", "in/a.txt")
    #expect(try !shell.run("sources").output.contains("copy of"))
  }

  @Test func aReaderThatGoesAwayIsNoFailure() throws {
    let shell = try shellWithArticles()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "(sleep 0.2; exec '\(Shell.command)' extract in) | true; exit ${PIPESTATUS[0]}"]
    process.currentDirectoryURL = URL(fileURLWithPath: shell.folder.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(
    arguments: [
      ("ingest", 64), ("ingest --jobs 0 in", 64), ("nonsense", 64), ("sources", 74), ("--help", 0), ("--version", 0),
      ("ingest --graph no/such/folder/g.sqlite in", 74),
    ] as [(String, Int32)])
  func exitCodes(arguments: String, status: Int32) throws {
    let shell = try Shell()
    let process = try shell.start(arguments.split(separator: " ").map(String.init))
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
  }
}
