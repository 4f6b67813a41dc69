import GraphModel
import GraphQuery
import Ontology
import Testing

@Suite struct PropertyPathTests {
  @Test(arguments: [
    "foundIn", "^foundIn", "supports|requiredFor", "^foundIn/reducesRiskOf", "isA*", "^(a|b)/c+", "(a/b)?", "^(a/b)|c",
  ])
  func printsWhatItReads(_ text: String) throws {
    #expect(try PropertyPath(text).description == text)
    #expect(try PropertyPath(PropertyPath(text).description) == PropertyPath(text))
  }

  @Test(arguments: ["", "|", "a||b", "(a", "a)", "a b", "^", "*", "1", String(repeating: "(", count: 40)])
  func refusesWhatIsNoPath(_ text: String) {
    #expect(throws: PropertyPathError.self) { try PropertyPath(text) }
  }

  @Test(arguments: ["foundIn", "^foundIn/reducesRiskOf", "(a|^b)/c*"])
  func reversingTwiceChangesNothing(_ text: String) throws {
    let path = try PropertyPath(text)
    #expect(path.reversed.reversed == path)
  }
}
