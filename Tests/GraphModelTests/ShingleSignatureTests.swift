import Foundation
import GraphModel
import GraphTestSupport
import Testing

@Suite struct ShingleSignatureTests {
  /// A text of so many words that no other article has.
  private func article(_ name: String, words: Range<Int>) -> String {
    words.map { "\(name)\($0)" }.joined(separator: " ")
  }

  private func areCopies(_ left: String, _ right: String) -> Bool {
    let (left, right) = (ShingleSignature(of: left).hashes, ShingleSignature(of: right).hashes)
    return ShingleSignature.areCopies(common: Set(left).intersection(right).count, left.count, right.count)
  }

  @Test func aCopyMayLackSomeSentencesAndHaveOthers() {
    let whole = article("a", words: 0..<600)
    #expect(areCopies(whole, whole))
    #expect(areCopies(whole, whole.uppercased().replacing(" ", with: ",\n")))
    #expect(areCopies(whole, article("a", words: 0..<500)))
    #expect(areCopies(whole, article("b", words: 0..<40) + " " + article("a", words: 30..<600)))
  }

  @Test func whatSharesAPassageOnlyIsNoCopy() {
    let whole = article("a", words: 0..<600)
    #expect(!areCopies(whole, article("b", words: 0..<600)))
    #expect(!areCopies(whole, article("a", words: 0..<200) + " " + article("b", words: 0..<400)))
    #expect(!areCopies(whole, article("a", words: 0..<100)))
    #expect(!areCopies("", ""))
    #expect(!areCopies("Spinach is rich in iron.", "Spinach is rich in iron."))
  }

  @Test func theShareOfTheSampleEstimatesTheShareOfTheText() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<40 {
      let kept = 200 + random.next(800)
      let name = "t\(random.next(1000))x"
      let whole = ShingleSignature(of: article(name, words: 0..<1000)).hashes
      let other = ShingleSignature(
        of: article(name, words: 0..<kept) + " " + article("u" + name, words: 0..<(1000 - kept))
      )
      .hashes
      let share = Double(Set(whole).intersection(other).count) / Double(whole.count)
      // Four standard deviations of a sample of 128.
      #expect(abs(share - Double(kept) / 1000) < 0.18)
    }
  }

  @Test func theWrittenFormIsReadBack() throws {
    let signature = ShingleSignature(of: article("a", words: 0..<100))
    #expect(signature.hashes.count == 97)
    let written = try JSONEncoder().encode([signature])
    #expect(try JSONDecoder().decode([ShingleSignature].self, from: written) == [signature])
  }

  @Test(arguments: ["0", "0123456g", "+1234567", "0123456789"])
  func whatIsNoSignatureIsRefused(_ text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ShingleSignature].self, from: Data("[\"\(text)\"]".utf8))
    }
  }
}
