import CZlib
import Documents
import Ingestion
import Testing

/// Makes ZIP archives, broken ones too.
struct ZipFixture {
  struct Entry {
    var name: String
    var contents: [UInt8]
    var isPacked = true
    /// What the directory says instead of the truth.
    var statedSize: Int?
  }

  var entries: [Entry]

  init(_ entries: [(String, String)]) {
    self.entries = entries.map { Entry(name: $0.0, contents: Array($0.1.utf8)) }
  }

  var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isPacked ? Deflate.raw(entry.contents) : entry.contents
      let checksum = entry.contents.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
      let size = entry.statedSize ?? entry.contents.count
      let common =
        Self.number(20, 2) + Self.number(0, 2) + Self.number(entry.isPacked ? 8 : 0, 2) + Self.number(0, 4)
        + Self.number(checksum, 4) + Self.number(packed.count, 4) + Self.number(size, 4)
        + Self.number(entry.name.utf8.count, 2) + Self.number(0, 2)
      directory +=
        [0x50, 0x4B, 0x01, 0x02, 20, 0] + common + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2)
        + Self.number(0, 4) + Self.number(archive.count, 4) + Array(entry.name.utf8)
      archive += [0x50, 0x4B, 0x03, 0x04] + common + Array(entry.name.utf8) + packed
    }
    let end =
      [0x50, 0x4B, 0x05, 0x06] + Self.number(0, 4) + Self.number(entries.count, 2) + Self.number(entries.count, 2)
      + Self.number(directory.count, 4) + Self.number(archive.count, 4) + Self.number(0, 2)
    return archive + directory + end
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

@Suite struct ArchiveTests {
  private static let container = """
    <?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
    """
  private static let package = """
    <package xmlns="http://www.idpf.org/2007/opf"><manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
    <item id="a" href="./text/one.xhtml" media-type="application/xhtml+xml"/>
    <item id="c" href="style.css" media-type="text/css"/></manifest>
    <spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>
    """

  @Test func chaptersOfABookInReadingOrder() throws {
    let folder = try TemporaryFolder()
    let book = ZipFixture([
      ("mimetype", "application/epub+zip"), ("META-INF/container.xml", Self.container),
      ("OEBPS/book.opf", Self.package),
      ("OEBPS/text/two b.xhtml", "<html>Two</html>"), ("OEBPS/text/one.xhtml", "<html>One</html>"),
    ])
    let path = try folder.write("book.epub", book.bytes)
    let found = items(of: [path])
    #expect(found.map(\.summary) == ["book#one: <html>One</html>", "book#two b: <html>Two</html>"])
    #expect(found.first?.record?.source == "\(path)#OEBPS/text/one.xhtml")
  }

  @Test func brokenAndHostileArchives() throws {
    let folder = try TemporaryFolder()
    func summary(_ fixture: ZipFixture, _ change: ([UInt8]) -> [UInt8] = { $0 }) throws -> [String] {
      let path = try folder.write("a.epub", change(fixture.bytes))
      return items(of: [path]).map(\.summary)
    }
    func damaged(_ reason: String) -> [String] {
      ["! It looks like a ZIP archive but is damaged (\(reason)); fetch it again."]
    }
    let book = ZipFixture([("META-INF/container.xml", Self.container)])
    #expect(try summary(ZipFixture([("../../etc/x", "x")])) == damaged("the name of an entry points outside of it"))
    #expect(try summary(ZipFixture([("/etc/x", "x")])) == damaged("the name of an entry points outside of it"))
    #expect(try summary(ZipFixture([("a\\..\\x", "x")])) == damaged("the name of an entry points outside of it"))
    #expect(try summary(book) { Array($0.prefix($0.count - 30)) } == damaged("it has no directory"))
    #expect(
      try summary(book) == ["! It looks like an EPUB book but is damaged (OEBPS/book.opf is missing); fetch it again."])
    #expect(
      try summary(ZipFixture([("a.txt", "x")])) == [
        "! It is a ZIP archive, which is not read here; convert it to HTML or text first."
      ])
    var lying = book
    lying.entries[0].statedSize = 10
    #expect(
      try summary(lying) == [
        "! It holds more than 0 MB, which is more than one document may have; split it or leave it out."
      ])
  }

  @Test func aZipBombIsNotUnpacked() throws {
    let folder = try TemporaryFolder()
    var bomb = ZipFixture([("META-INF/container.xml", "")])
    bomb.entries[0].contents = [UInt8](repeating: 0x20, count: 20 << 20)
    let path = try folder.write("bomb.epub", bomb.bytes)
    #expect(
      items(of: [path]).map(\.summary) == [
        "! It looks like compressed data but is damaged (it grows more than 200 times); fetch it again."
      ])
    for index in 0..<40 { bomb.entries.append(.init(name: "\(index)", contents: [], statedSize: 100 << 20)) }
    try folder.write("bomb.epub", bomb.bytes)
    #expect(
      items(of: [path]).map(\.summary) == [
        "! It holds more than 512 MB, which is more than one document may have; split it or leave it out."
      ])
  }

  @Test func aWordDocument() throws {
    func paragraph(_ text: String, _ properties: String = "") -> String {
      "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
    }
    func item(_ level: Int) -> String { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>" }
    let body = [
      paragraph("Iron and Health", "<w:pStyle w:val=\"Title\"/>"),
      paragraph("Quellen", "<w:pStyle w:val=\"berschrift2\"/>"),
      "<w:p><w:r><w:t>Iron </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>carries</w:t></w:r><w:r><w:tab/><w:t>oxygen:</w:t>"
        + "<w:instrText>PAGE</w:instrText></w:r></w:p>",
      paragraph("Lentils", item(0)), paragraph("red", item(1)), paragraph("Beef", item(0)),
      "<w:tbl><w:tr>\(cell("Food"))\(cell("Iron"))</w:tr><w:tr>\(cell("Liver"))\(cell("6 mg"))</w:tr>"
        + "<w:tr>\(cell("Both are rich", "<w:gridSpan w:val=\"2\"/>"))</w:tr></w:tbl>",
    ].joined()
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let styles =
      "<w:styles \(namespace)><w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/><w:pPr>"
      + "<w:outlineLvl w:val=\"1\"/></w:pPr></w:style></w:styles>"
    let file = ZipFixture([
      ("word/document.xml", "<w:document \(namespace)><w:body>\(body)</w:body></w:document>"),
      ("word/styles.xml", styles),
      (
        "docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>A. Writer</dc:creator></cp:coreProperties>"
      ),
    ])
    let folder = try TemporaryFolder()
    let record = try #require(items(of: [try folder.write("iron.docx", file.bytes)]).first?.record)
    let document = try DocumentReader().document(from: record)
    #expect(document.id == "iron")
    #expect(document.metadata.title == "Iron and Health")
    #expect(document.metadata.authors == ["A. Writer"])
    #expect(
      outline(document) == [
        "h2 Quellen", "paragraph h=0 Iron carries oxygen:", "item0 h=0 lead=1 Lentils", "item1 h=0 lead=2 red",
        "item0 h=0 lead=1 Beef", "cell0,0! h=0 lead=1 Food", "cell0,1! h=0 lead=1 Iron", "cell1,0^5 h=0 lead=1 Liver",
        "cell1,1^6^7 h=0 lead=1 6 mg", "cell2,0^5 h=0 lead=1 Both are rich",
      ])
  }
}
