import Documents
import Ingestion
import Testing

@Suite struct JATSReaderTests {
  private static let article = """
    <?xml version="1.0"?>
    <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2 20190208//EN" "JATS.dtd">
    <article article-type="research-article" xml:lang="en"><front><journal-meta><journal-title>J Food</journal-title>
    </journal-meta><article-meta><title-group><article-title>Iron <italic>in vivo</italic></article-title></title-group>
    <contrib-group><contrib><name><surname>Writer</surname><given-names>A.</given-names></name></contrib></contrib-group>
    <pub-date><day>7</day><month>5</month><year>2021</year></pub-date>
    <abstract><sec><title>Aim</title><p>We measured iron.</p></sec></abstract>
    <kwd-group><kwd>iron</kwd><kwd>blood</kwd></kwd-group></article-meta></front>
    <body><sec><title>Results</title><p>Iron rose <xref ref-type="bibr">[1]</xref>(H<sub>2</sub>O). Sources are:
    <list><list-item><p>lentils</p><list><list-item><p>red</p></list-item></list></list-item><list-item><p>beef</p></list-item>
    </list>All helped.</p>
    <sec><title>Levels</title><table-wrap><label>Table 1</label><caption><p>Iron in food</p></caption><table>
    <thead><tr><th>Food</th><th>mg</th></tr></thead><tbody><tr><td rowspan="2">Liver</td><td>6</td></tr><tr><td>7</td></tr>
    </tbody></table></table-wrap></sec></sec></body>
    <back><ref-list><title>References</title><ref><label>1</label><mixed-citation>Smith J. Iron. 2019.</mixed-citation></ref>
    </ref-list></back></article>
    """

  @Test func structureAndMetadata() throws {
    let record = InputRecord(id: "pmc1", source: "pmc1.nxml", bytes: Array(Self.article.utf8))
    let document = try DocumentReader().document(from: record)
    #expect(document.metadata.title == "Iron in vivo")
    #expect(document.metadata.authors == ["A. Writer"])
    #expect(document.metadata.published == "2021-05-07")
    #expect(document.metadata.language == "en")
    #expect(document.metadata.site == "J Food")
    #expect(document.metadata.keywords == ["iron", "blood"])
    #expect(
      outline(document) == [
        "h2 Abstract", "h3 h=0 Aim", "paragraph h=1 We measured iron.", "h2 Results",
        "paragraph h=3 Iron rose (H2O). Sources are:", "item0 h=3 lead=4 lentils", "item1 h=3 lead=5 red",
        "item0 h=3 lead=4 beef", "paragraph h=3 All helped.", "h3 h=3 Levels", "caption h=9 Iron in food",
        "cell0,0! h=9 lead=10 Food", "cell0,1! h=9 lead=10 mg", "cell1,0^11 h=9 lead=10 Liver",
        "cell1,1^12^13 h=9 lead=10 6", "cell2,1^12 h=9 lead=10 7", "h2 References",
        "reference h=16 Smith J. Iron. 2019.",
      ])
  }

  @Test func entitiesAreNotExpandedBeyondMeasure() throws {
    let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
    let text = """
      <?xml version="1.0"?><!DOCTYPE article [<!ENTITY l0 "lol">\(laughs)<!ENTITY x SYSTEM "file:///etc/hostname">]>
      <article article-type="x"><body><p>Iron &l9; &x; end.</p></body></article>
      """
    let document = try DocumentReader().document(
      from: InputRecord(id: "a", source: "a.xml", bytes: Array(text.utf8)))
    #expect(document.text.utf8.count < 1000)
    #expect(document.text.hasPrefix("Iron"))
  }

  @Test(arguments: [0, 10, 200, 900, 1500]) func cutFilesGiveWhatTheyHave(length: Int) {
    let bytes = Array(Self.article.utf8.prefix(length))
    let document = JATSReader().document(from: bytes, id: "a", source: "a.xml")
    #expect(document.blocks.count <= 18)
  }
}
