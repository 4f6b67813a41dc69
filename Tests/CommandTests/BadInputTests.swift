import Foundation
import Testing

/// What is wrong with one input is said with its name, and everything else is read.
@Suite struct BadInputTests {
  private static let good = "Iron carries oxygen in the blood."

  /// Files that hold nothing to read, with a part of the message.
  @Test(
    arguments: [
      ("empty.txt", [], "It holds no text"),
      ("blank.html", Array(" \n\t ".utf8), "It holds no text"),
      ("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "It is a PNG picture"),
      ("paper.txt", Array("%PDF-1.7\n".utf8) + [1, 2, 3, 4, 5, 6, 7, 8], "It is a PDF file"),
      ("program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], "It is a program"),
      ("noise.html", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }, "It is not text"),
      ("cut.txt.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B], "compressed data but is damaged"),
      ("book.epub", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 40), "a ZIP archive but is damaged"),
      ("crawl.warc", Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8), "a web archive but is damaged"),
      ("docs.jsonl", Array("{\"id\": \"a\", \"text\": 5}\n".utf8), "the line is no JSON object"),
    ] as [(String, [UInt8], String)])
  func unreadable(name: String, bytes: [UInt8], message: String) throws {
    let shell = try Shell()
    try shell.write(name, bytes)
    try shell.write("good.txt", Self.good)
    let result = try shell.run("ingest", name, "good.txt")
    #expect(result.output == "1 new, 0 unchanged, 0 updated, 1 failed\n")
    #expect(result.status == 2)
    #expect(result.messages.hasPrefix("error: \(name)"))
    #expect(result.messages.contains(message))
    #expect(result.messages.split(separator: "\n").count == 1)
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
  func damagedButReadable(name: String, bytes: [UInt8]) throws {
    let shell = try Shell()
    try shell.write(name, bytes)
    let result = try shell.run("ingest", name)
    #expect(result.output == "1 new, 0 unchanged, 0 updated, 0 failed\n")
    #expect(result.status == 0)
    let text = try shell.run("article", "--format", "json", name).output
    #expect(text.contains("Iron") || text.contains("Cr\u{E8}me") || text.contains("Cr\u{FFFD}me"))
  }

  @Test func fiftyMegabytesOfTags() throws {
    let shell = try Shell()
    try shell.write("big.html", Data(String(repeating: "<div>", count: 10 << 20).utf8))
    try shell.write("good.txt", Self.good)
    let result = try shell.run("ingest", "big.html", "good.txt")
    #expect(result.output == "2 new, 0 unchanged, 0 updated, 0 failed\n" || result.output.hasPrefix("1 new"))
    #expect(result.messages.contains("big.html"))
  }

  @Test func missingFilesAndEmptyFolders() throws {
    let shell = try Shell()
    try shell.write("good.txt", Self.good)
    try FileManager.default.createDirectory(atPath: shell.path("empty"), withIntermediateDirectories: true)
    let result = try shell.run("ingest", "gone.txt", "empty", "good.txt")
    #expect(result.output == "1 new, 0 unchanged, 0 updated, 1 failed\n")
    #expect(result.messages == "error: gone.txt: There is no such file or folder; check the path.\n")
    #expect(result.status == 2)
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
