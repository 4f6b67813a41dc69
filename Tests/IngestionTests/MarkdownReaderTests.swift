import Documents
import Ingestion
import Testing

private func read(_ text: String) -> Document {
  MarkdownReader().document(from: Array(text.utf8), id: "doc", source: "doc.md")
}

@Suite struct MarkdownReaderTests {
  @Test func structure() {
    let document = read(
      """
      ---
      title: "Zinc"
      author: A. Writer
      date: 2024-05-06T10:00:00Z
      ---
      # Zinc

      Zinc is *essential* for
      [immune function](https://example.org/immune "title").

      Sources
      -------

      Good **sources** of zinc:

      - [x] Oysters
        - raw
      - Beef ![photo](a.png)
      1. first_item with a_b

      | Food | mg |
      |------|---:|
      | Beef | 4\\*8 |

      > Too much is
      > harmful.

      ```swift
      let a = 1
        b
      ```

      ***
      <!-- note -->
      [ref]: https://example.org
      Text<br>after `code` and 2 * 3.[^1]

      [^1]: A note.

      ### Frequently asked questions

      #### Is zinc safe?

      Yes.
      """)
    #expect(document.metadata.title == "Zinc")
    #expect(document.metadata.authors == ["A. Writer"])
    #expect(document.metadata.published == "2024-05-06")
    #expect(
      outline(document) == [
        "paragraph Zinc is essential for immune function.", "h2 Sources", "paragraph h=1 Good sources of zinc:",
        "item0 h=1 lead=2 Oysters", "item1 h=1 lead=3 raw", "item0 h=1 lead=2 Beef",
        "item0#1 h=1 lead=2 first_item with a_b", "cell0,0! h=1 lead=2 Food", "cell0,1! h=1 lead=2 mg",
        "cell1,0^7 h=1 lead=2 Beef", "cell1,1^8^9 h=1 lead=2 4*8", "quote h=1 Too much is harmful.",
        "code h=1 let a = 1\n  b", "paragraph h=1 Text after code and 2 * 3.", "footnote h=1 A note.",
        "h3 h=1 Frequently asked questions", "question h=15 Is zinc safe?", "answer h=16 lead=16 Yes.",
      ])
    #expect(document.links == [Link(range: 22..<37, target: "https://example.org/immune")])
    #expect(document.text(in: 22..<37) == "immune function")
  }

  @Test(arguments: [
    ("*unclosed", "unclosed"), ("[label](", "[label]("), ("![", "!["), ("<not closed", "<not closed"),
    ("a < b > c", "a < b > c"),
    ("snake_case_word", "snake_case_word"), ("__bold__ _it_", "bold it"), ("\\[kept\\]", "[kept]"),
    ("<https://a.org>", ""),
    ("[a][b] and [^2]", "a and"),
  ])
  func inlineMarks(text: String, plain: String) {
    #expect(read("x " + text).text == ("x " + plain).trimmed)
  }

  /// Blocks tile the text and links lie inside it, whatever the input.
  @Test(arguments: 0..<200) func invariants(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let parts = [
      "iron", " ", "\n", "\n\n", "- ", "# ", "> ", "|", "---", "[a](b)", "[", "]", "(", ")", "`", "```", "*", "_", "<",
      ">", "\\", "é", "1. ",
    ]
    let text = (0..<50).map { _ in parts.randomElement(using: &random)! }.joined()
    let document = read(text)
    var end = 0
    for (index, block) in document.blocks.enumerated() {
      let gap = block.range.lowerBound - end
      #expect(index == 0 ? gap == 0 : (1...2).contains(gap))
      #expect(!block.range.isEmpty)
      end = block.range.upperBound
    }
    #expect(end == document.text.utf8.count)
    #expect(document.links.allSatisfy { $0.range.upperBound <= end && !$0.range.isEmpty })
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
