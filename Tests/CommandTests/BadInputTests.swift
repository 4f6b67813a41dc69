import Foundation
import Testing

/// What is wrong with one input is said with its name, and everything else is read.
@Suite struct BadInputTests {
  private static let good = "Iron carries oxygen in the blood."

  /// Files that hold nothing to read, with a part of the message.
  private static let unreadable: [(name: String, bytes: [UInt8], message: String)] = [
    ("blank.html", Array(" \n\t ".utf8), "It holds no text"),
    ("book.epub", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 40), "a ZIP archive but is damaged"),
    ("crawl.warc", Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8), "a web archive but is damaged"),
    ("cut.txt.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B], "compressed data but is damaged"),
    ("docs.jsonl", Array("{\"id\": \"a\", \"text\": 5}\n".utf8), "the line is no JSON object"),
    ("empty.txt", [], "It holds no text"),
    ("noise.html", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }, "It is not text"),
    ("paper.txt", Array("%PDF-1.7\n".utf8) + [1, 2, 3, 4, 5, 6, 7, 8], "It is a PDF file"),
    ("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "It is a PNG picture"),
    ("program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], "It is a program"),
  ]

  @Test func unreadableFilesAreNamedAndTheRestIsRead() throws {
    let shell = try Shell()
    for file in Self.unreadable { try shell.write("in/\(file.name)", file.bytes) }
    try shell.write("in/good.txt", Self.good)
    let result = try shell.run("ingest", "in", "gone.txt")
    #expect(result.output == "1 new, 0 unchanged, 0 updated, \(Self.unreadable.count + 1) failed\n")
    #expect(result.status == 2)
    let messages = result.messages.split(separator: "\n")
    try #require(messages.count == Self.unreadable.count + 1)
    for (message, file) in zip(messages, Self.unreadable) {
      #expect(message.hasPrefix("error: in/\(file.name)"))
      #expect(message.contains(file.message))
    }
    #expect(messages.last == "error: gone.txt: There is no such file or folder; check the path.")
    #expect(try shell.run("sources").output.hasPrefix("in/good.txt "))
  }

  /// Files that are broken but hold something all the same.
  @Test(
    arguments: [
      ("nul.txt", Array("Iron\0 carries\0 oxygen in the blood.".utf8)),
      ("nul.html", Array("<p>Iron\0 carries oxygen in the blood.</p>".utf8)),
      ("latin.txt", [0x43, 0x72, 0xE8, 0x6D, 0x65, 0x20] + Array("holds fat.".utf8)),
      ("lying.html", Array("<meta charset=utf-8><p>Cr".utf8) + [0xE8] + Array("me holds fat.</p>".utf8)),
      ("wide.txt", [0xFF, 0xFE] + "Iron helps.".utf8.flatMap { [$0, 0] }),
      ("cut.html", Array("<html><body><article><p>Iron carries oxygen in the blood.</p><p class=".utf8)),
      ("deep.html", Array((String(repeating: "<div>", count: 100_000) + "<p>Iron carries oxygen.</p>").utf8)),
    ] as [(String, [UInt8])])
  func damagedFilesGiveWhatTheyHave(name: String, bytes: [UInt8]) throws {
    let shell = try Shell()
    try shell.write(name, bytes)
    let result = try shell.run("article", "--format", "text", name)
    #expect(result.status == 0)
    #expect(["Iron", "Crème", "Cr\u{FFFD}me"].contains { result.output.contains($0) })
  }

  /// Fifty megabytes where the code is optimised, one where it is not.
  @Test func aPageOfNothingButTags() throws {
    let shell = try Shell()
    try shell.write("tags.html", Data(String(repeating: "<div>", count: (Shell.isOptimised ? 50 : 1) << 20 / 5).utf8))
    let result = try shell.run("article", "tags.html")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("tags.html"))
  }

  @Test func anInputThatBreaksLeavesWhatTheGraphHad() throws {
    let shell = try Shell()
    try shell.write("a.txt", Self.good)
    try shell.run("ingest", "a.txt")
    try shell.write("a.txt", [UInt8]())
    #expect(try shell.run("ingest", "a.txt").status == 2)
    #expect(try shell.run("sources").output.hasPrefix("a.txt "))
  }

  @Test func aGraphFileThatIsNone() throws {
    let shell = try Shell()
    try shell.write("a.txt", Self.good)
    try shell.write("notes.sqlite", "These are my notes.")
    let result = try shell.run("ingest", "--graph", "notes.sqlite", "a.txt")
    #expect(result.status == 74)
    #expect(result.messages.contains("notes.sqlite is no graph file"))
    #expect(try String(contentsOfFile: shell.path("notes.sqlite"), encoding: .utf8) == "These are my notes.")
  }

  @Test func aCorruptGraphFile() throws {
    let shell = try Shell()
    try shell.write("a.txt", Self.good)
    try shell.run("ingest", "a.txt")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: shell.path("nutrigraph.sqlite")))
    for index in 100..<bytes.count { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: shell.path("nutrigraph.sqlite")))
    let result = try shell.run("ingest", "a.txt")
    #expect(result.status == 74)
    #expect(result.messages.hasPrefix("error: The graph file nutrigraph.sqlite"))
  }

  @Test(.enabled(if: getuid() != 0, "The superuser may write everything.")) func aReadOnlyGraphFile() throws {
    let shell = try Shell()
    try shell.write("a.txt", Self.good)
    try shell.run("ingest", "a.txt")
    chmod(shell.path("nutrigraph.sqlite"), 0o400)
    try shell.write("b.txt", Self.good)
    let result = try shell.run("ingest", "b.txt")
    #expect(result.status == 74)
    #expect(result.messages.contains("cannot be written"))
    #expect(try shell.run("sources").output.hasPrefix("a.txt "))
  }
}
