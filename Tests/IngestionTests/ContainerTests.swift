import Foundation
import Ingestion
import Testing

@Suite struct ContainerTests {
  // MARK: Files and folders

  @Test func foldersAreReadInOrderWithoutHiddenFilesAndLoops() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.txt", "B")
    try folder.write("a/z.txt", "Z")
    try folder.write("a/.hidden.txt", "no")
    try folder.write(".git/config.txt", "no")
    try folder.write("a/style.css", "no")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/a/loop", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/c.txt", withDestinationPath: "\(folder.path)/b.txt")
    let records = items(of: [folder.path]).compactMap(\.record)
    #expect(records.map(\.id) == ["z", "b", "c"])
    #expect(records.map(\.source) == ["\(folder.path)/a/z.txt", "\(folder.path)/b.txt", "\(folder.path)/c.txt"])
  }

  @Test func whatIsMissingIsSaidAndTheRestGoesOn() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "A")
    #expect(
      items(of: ["\(folder.path)/nope.txt", file]).map(\.summary) == [
        "! There is no such file or folder; check the path.", "a: A",
      ])
  }

  @Test(.enabled(if: getuid() != 0, "The superuser may read everything."))
  func aFolderWithoutPermission() throws {
    let folder = try TemporaryFolder()
    try folder.write("closed/a.txt", "A")
    try folder.write("d.txt", "D")
    chmod("\(folder.path)/closed", 0)
    defer { chmod("\(folder.path)/closed", 0o700) }
    #expect(
      items(of: [folder.path]).map(\.summary) == [
        "! Reading it is not permitted; change its permissions or run as a user who may.", "d: D",
      ])
  }

  @Test(arguments: ["x/./a.txt", "x//a.txt", "./x/a.txt"]) func aFileHasOneName(spelling: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("x/a.txt", "A")
    let records = items(of: ["\(folder.path)/\(spelling)"]).compactMap(\.record)
    #expect(records.map(\.source) == ["\(folder.path)/x/a.txt"])
  }

  // MARK: gzip

  @Test func gzipIsUndoneWhateverTheName() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt.gz", Deflate.gzip("Iron".utf8))
    try folder.write("b.txt", Deflate.gzip("Zi".utf8) + Deflate.gzip("nc".utf8))
    #expect(items(of: [folder.path]).map(\.summary) == ["a: Iron", "b: Zinc"])
  }

  @Test func brokenGzipIsSaid() throws {
    let folder = try TemporaryFolder()
    let packed = Deflate.gzip((0..<1000).map { "word\($0) " }.joined().utf8)
    let cut = try folder.write("cut.txt.gz", packed.prefix(packed.count / 2))
    let wrong = try folder.write("wrong.txt.gz", packed.prefix(10) + [UInt8](repeating: 0xFF, count: 50))
    #expect(
      items(of: [cut, wrong]).map(\.summary) == [
        "! It looks like compressed data but is damaged (it ends too early); fetch it again.",
        "! It looks like compressed data but is damaged (its bytes are wrong); fetch it again.",
      ])
  }

  @Test func aBombIsNotUnpacked() throws {
    let folder = try TemporaryFolder()
    let bomb = try folder.write("bomb.txt.gz", Deflate.gzip([UInt8](repeating: 0x61, count: 20 << 20)))
    #expect(
      items(of: [bomb]).map(\.summary) == [
        "! It looks like compressed data but is damaged (it grows more than 200 times); fetch it again."
      ])
  }

  @Test func aFileBeyondTheLimitIsRefused() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("long.txt", [UInt8](repeating: 0x61, count: 2 << 20))
    let limits = InputLimits(documentBytes: 1 << 20)
    #expect(
      items(of: [file], limits: limits).map(\.summary) == [
        "! It holds more than 1 MB, which is more than one document may have; split it or leave it out."
      ])
  }

  // MARK: JSON Lines

  @Test func jsonLines() throws {
    let folder = try TemporaryFolder()
    let lines = """
      {"id": "one", "title": "Iron", "text": "Iron carries oxygen."}

      {"id": 2, "url": "https://example.org/zinc", "html": "<p>Zinc</p>"}
      {"id": "three"}
      not json
      {"url": "https://example.org/c", "text": "C"}
      {"text": "no name"}
      """
    for (name, bytes) in [("docs.jsonl", Array(lines.utf8)), ("docs.jsonl.gz", Deflate.gzip(lines.utf8))] {
      let path = try folder.write(name, bytes)
      let found = items(of: [path])
      #expect(
        found.map(\.summary) == [
          "one: Iron carries oxygen.", "2: <p>Zinc</p>",
          "! It looks like JSON Lines but is damaged (the object has neither \"html\" nor \"text\"); fetch it again.",
          "! It looks like JSON Lines but is damaged (the line is no JSON object); fetch it again.",
          "https://example.org/c: C", "docs:7: no name",
        ])
      #expect(found.first?.record?.title == "Iron")
      #expect(found.first?.record?.source == "\(path)#one")
      #expect(found.map { $0.record?.format } == [.text, .html, nil, nil, .text, .text])
    }
  }

  // MARK: WARC

  @Test func webArchive() throws {
    let folder = try TemporaryFolder()
    let records = [
      warc("warcinfo", nil, "application/warc-fields", "software: x"),
      warc("request", "https://example.org/a", "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n"),
      response(
        "https://example.org/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n\r\n<p>A</p>"),
      response("https://example.org/b", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone</p>"),
      response("https://example.org/c.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
      response(
        "https://example.org/d",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nIro\r\n1;x=y\r\nn\r\n0\r\n\r\n"
      ),
      warc("conversion", "https://example.org/e", "text/plain", "Plain text."),
    ]
    let archive = records.joined()
    let packed = records.flatMap { Deflate.gzip($0.utf8) }
    for (name, bytes) in [("crawl.warc", Array(archive.utf8)), ("crawl.warc.gz", packed)] {
      let path = try folder.write(name, bytes)
      let found = items(of: [path])
      #expect(
        found.map(\.summary) == [
          "https://example.org/a: <p>A</p>", "https://example.org/d: Iron", "https://example.org/e: Plain text.",
        ])
      #expect(found.first?.record?.charset == "iso-8859-1")
      #expect(found.first?.record?.source == "\(path)#https://example.org/a")
    }
  }

  @Test func compressedResponses() throws {
    let folder = try TemporaryFolder()
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    let block = Array(head.utf8) + Deflate.gzip("<p>packed</p>".utf8)
    let plain = Array((head + "<p>undone by the crawler</p>").utf8)
    let path = try folder.write("c.warc", warcBytes(block) + warcBytes(plain))
    #expect(items(of: [path]).map(\.summary) == ["u: <p>packed</p>", "u: <p>undone by the crawler</p>"])
  }

  @Test(arguments: [
    ("WARC/1.0\r\nWARC-Type: resource\r\n\r\nbody", "a record does not state its length"),
    (
      "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 99\r\n\r\nshort",
      "it ends inside a record"
    ),
    ("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\nGARBAGE", "a record does not begin with WARC/"),
    ("WARC/1.0\r\nContent-Length: -5\r\n\r\n", "a record does not state its length"),
  ])
  func brokenArchives(text: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("broken.warc", text)
    #expect(
      items(of: [path]).map(\.summary) == ["! It looks like a web archive but is damaged (\(reason)); fetch it again."])
  }

  private func warc(_ kind: String, _ uri: String?, _ type: String, _ body: String) -> String {
    let target = uri.map { "WARC-Target-URI: <\($0)>\r\n" } ?? ""
    return
      "WARC/1.0\r\nWARC-Type: \(kind)\r\n\(target)Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
  }

  private func response(_ uri: String, _ body: String) -> String {
    warc("response", uri, "application/http; msgtype=response", body)
  }

  private func warcBytes(_ block: [UInt8]) -> [UInt8] {
    let head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: u\r\nContent-Type: application/http\r\n"
    return Array("\(head)Content-Length: \(block.count)\r\n\r\n".utf8) + block + Array("\r\n\r\n".utf8)
  }
}
