import Documents
import Testing

@Suite struct DocumentTests {
  @Test func sectionPathRunsFromTheOutermostHeading() {
    let document = Document(
      id: "d", source: "d.txt", text: "A\n\nB\n\nc",
      blocks: [
        Block(kind: .heading(level: 1), range: 0..<1),
        Block(kind: .heading(level: 2), range: 3..<4, heading: 0),
        Block(kind: .paragraph, range: 6..<7, heading: 1),
      ])
    #expect(document.sectionPath(of: 2) == [0, 1])
    #expect(document.text(in: document.blocks[2].range) == "c")
  }
}
