import MarkupParsing
import Testing

@Suite struct MarkupTreeTests {
  @Test func htmlBecomesNodesInDocumentOrder() throws {
    let tree = MarkupTree(html: Array("<html><body><div class='a b'><p>One &amp; <b>two</b></p><p>three</div>".utf8))
    let div = try #require(tree.first(.div))
    #expect(tree.value(of: .class, at: div) == "a b")
    #expect(tree.children(of: div).map { tree.text(of: $0) } == ["One & two", "three"])
    #expect(tree.children(of: div).allSatisfy { tree.element(of: $0) == .p && tree.parent(of: $0) == div })
    #expect(tree.problems.isEmpty)
  }

  @Test(arguments: [
    ("<p data-x='>' CLASS = \"a b\" onclick=f() id=i>t", "a b", "i"), ("<p id=i/ class=\"a b\"/>t", "a b", "i/"),
    ("<p class='a b' id>t", "a b", ""), ("<p\n class='a b'id='i'>t", "a b", "i"),
  ])
  func knownAttributesAreKeptHoweverTheyAreWritten(_ source: String, names: String, id: String) throws {
    let tree = MarkupTree(html: Array(source.utf8))
    let paragraph = try #require(tree.first(.p))
    #expect(tree.value(of: .class, at: paragraph) == names)
    #expect(tree.value(of: .id, at: paragraph) ?? "" == id)
    #expect(tree.value(ofAttributeNamed: "data-x", at: paragraph) == nil)
    #expect(tree.text(of: 0) == "t")
  }

  @Test(arguments: [
    ("a<svg viewBox='0 0 1 1'><title>x</title><path d='M0'/></svg>b", "ab"), ("a<svg><path d='M0'>b", "ab"),
    ("a<svg class=icon />b<svg></svg>c", "abc"), ("a<script src=x />b", "ab"), ("a<script>x</script>b", "ab"),
  ])
  func drawingsAndScriptsGoAndNothingElse(_ source: String, text: String) {
    #expect(MarkupTree(html: Array("<p>\(source)".utf8)).text(of: 0) == text)
  }

  @Test func xmlKeepsNamesAndResolvesNoForeignEntity() throws {
    let source = """
      <?xml version="1.0" encoding="iso-8859-1"?>
      <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyy">]>
      <a xlink:href="u&amp;v"><Sec>&alpha; &x; &y; &lt;</Sec><![CDATA[1 < 2 & 3]]></a>
      """
    let tree = MarkupTree(xml: Array(source.utf8))
    let section = try #require(tree.first(named: "Sec"))
    #expect(tree.text(of: section) == "α &x; &y; <")
    let root = try #require(tree.parent(of: section))
    #expect(tree.value(ofAttributeNamed: "xlink:href", at: root) == "u&v")
    #expect(tree.text(of: root).hasSuffix("1 < 2 & 3"))
    #expect(tree.problems.isEmpty)
  }

  @Test func nestingIsBoundedAndTextIsKept() throws {
    let deep = 100_000
    let source =
      String(repeating: "<div>", count: deep) + "deep" + String(repeating: "</div>", count: deep) + "<p>after"
    let tree = MarkupTree(html: Array(source.utf8))
    #expect(tree.problems == [.nesting(bound: MarkupTree.Bound.nesting)])
    #expect(tree.text(of: 0) == "deepafter")
    let xml = String(repeating: "<d>", count: deep) + "deep" + String(repeating: "</d>", count: deep)
    let second = MarkupTree(xml: Array("<r>\(xml)<p>after</p></r>".utf8))
    #expect(second.problems == [.nesting(bound: MarkupTree.Bound.nesting)])
    #expect(second.text(of: 0) == "deepafter")
  }
}
