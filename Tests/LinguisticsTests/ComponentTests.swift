import Testing

@testable import Linguistics

@Suite struct SpanningTreeTests {
  /// The best tree with one child of the root, by trying every assignment of heads.
  private static func bestScore(_ scores: [Float], count: Int, stride: Int) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: count)
    while true {
      if heads.count(where: { $0 == 0 }) == 1 && isTree(heads) {
        best = max(best, total(scores, heads, stride))
      }
      var place = 0
      while place < count && heads[place] == count {
        heads[place] = 0
        place += 1
      }
      if place == count { return best }
      heads[place] += 1
    }
  }

  private static func isTree(_ heads: [Int]) -> Bool {
    heads.indices.allSatisfy { start in
      var (word, steps) = (start + 1, 0)
      while word != 0 && steps <= heads.count {
        word = heads[word - 1]
        steps += 1
      }
      return word == 0
    }
  }

  private static func total(_ scores: [Float], _ heads: [Int], _ stride: Int) -> Float {
    heads.indices.reduce(0) { $0 + scores[$1 * stride + heads[$1]] }
  }

  @Test(arguments: 0..<60)
  func findsTheBestTree(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let count = Int(seed % 5) + 1
    let stride = 8
    let scores = (0..<count * stride).map { _ in Float(Int.random(in: 0...20, using: &random)) }
    let heads = scores.withUnsafeBufferPointer { SpanningTree.heads(scores: $0, count: count) }.map { Int($0) }
    #expect(Self.isTree(heads) && heads.count { $0 == 0 } == 1)
    #expect(Self.total(scores, heads, stride) == Self.bestScore(scores, count: count, stride: stride))
  }
}

@Suite struct PackedMatrixTests {
  @Test(arguments: [(1, 1, 1), (3, 5, 8), (4, 7, 16), (9, 16, 24), (6, 3, 40), (131, 9, 24)])
  func agreesWithThePlainProduct(rows: Int, depth: Int, columns: Int) {
    var random = SplitMix64(state: 7)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(Int.random(in: -8...8, using: &random)) } }
    let (left, right) = (numbers(rows * depth), numbers(depth * columns))
    let width = (columns + 7) / 8 * 8
    var result = [Float](repeating: 1, count: rows * width)
    PackedMatrix(rows: depth, columns: columns, rowMajor: right, stride: columns)
      .multiply(left, stride: depth, rows: rows, into: &result, stride: width, adding: true)
    for row in 0..<rows {
      for column in 0..<columns {
        let sum = (0..<depth).reduce(Float(1)) { $0 + left[row * depth + $1] * right[$1 * columns + column] }
        #expect(result[row * width + column] == sum)
      }
    }
  }
}

@Suite struct EmbeddingTableTests {
  @Test func sumsTheRowsOfAWord() {
    let values = (0..<64).map { Int8(($0 * 37) % 255 - 127) }
    let table = EmbeddingTable(width: 16, values: values, scales: [0.5, 2, 0.25, 1])
    let rows: [Int32] = [3, -1, 0, 2]
    var result = [Float](repeating: .nan, count: 16)
    rows.withUnsafeBufferPointer { table.sum($0, into: &result) }
    for channel in 0..<16 {
      let sum = rows.filter { $0 >= 0 }.reduce(Float(0)) {
        $0 + Float(values[Int($1) * 16 + channel]) * table.scales[Int($1)]
      }
      #expect(result[channel] == sum)
    }
  }
}

@Suite struct LemmaRuleTests {
  @Test(arguments: [
    ("vitamins", "vitamin"), ("Leaves", "leaf"), ("us", "we"), ("Paris", "Paris"), ("ÉTÉS", "été"), ("n’t", "not"),
    ("I", "I"), ("went", "go"),
  ])
  func turnsAFormIntoItsLemma(form: String, lemma: String) {
    #expect(LemmaRule(form: form, lemma: lemma).lemma(of: form) == lemma)
  }

  @Test(arguments: ["mexico", "MEXICO", "Mexico"])
  func capitalizes(form: String) {
    #expect(LemmaRule.capitalized.lemma(of: form) == "Mexico")
  }

  @Test(arguments: [
    ("stopped", "VBD", ["stoppe", "stopp", "stop"]), ("mimicking", "VBG", ["mimicke", "mimick", "mimic"]),
    ("berries", "NNS", ["berry", "berrie", "berri"]), ("eats", "VBZ", ["eat"]), ("riper", "JJR", ["ripe", "rip"]),
    ("healthiest", "JJS", ["healthy", "healthie", "healthi"]), ("red", "VBD", []), ("vitamin", "NN", []),
  ])
  func readsInflectionsBackwards(form: String, xpos: String, bases: [String]) throws {
    let inflection = RegularInflection(xpos: try #require(PennTag(name: xpos)))
    #expect(inflection?.bases(of: form) ?? [] == bases)
  }

  @Test func refusesToCutACharacter() {
    #expect(LemmaRule(.lowered, removed: 1, ending: "").lemma(of: "é") == nil)
    #expect(LemmaRule(.lowered, removed: 9, ending: "x").lemma(of: "ab") == nil)
  }

  @Test func namesTheLineOfABadException() {
    #expect(throws: ModelError.self) { try LemmaExceptions(table: "mice\tNOUN\tmouse\nfeet foot\n", file: "x.tsv") }
  }
}

@Suite struct CoNLLUTests {
  @Test func printsWhatItReads() throws {
    let text =
      "# text = It's.\n1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tIt\tit\tPRON\tPRP\t_\t0\troot\t_\t_\n"
      + "2\t's\tbe\tAUX\tVBZ\t_\t1\tcop\t_\t_\n3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n"
    #expect(CoNLLUWriter.text(of: try CoNLLUReader.sentences(of: text)) == text)
  }

  @Test(arguments: [
    "1\tone", "2\ta\t_\t_\t_\t_\t_\t_\t_\t_", "1\t\t_\t_\t_\t_\t_\t_\t_\t_", "x-2\ta\t_\t_\t_\t_\t_\t_\t_\t_",
  ])
  func saysWhichLineIsWrong(line: String) {
    #expect { try CoNLLUReader.sentences(of: "# comment\n" + line) } throws: { error in
      (error as? CoNLLUError)?.line == 2
    }
  }

  @Test func readsAnEmptyText() throws {
    #expect(try CoNLLUReader.sentences(of: "").isEmpty)
  }

  @Test func rejectsADamagedModel() {
    var reader = BinaryReader(bytes: [1, 2, 3, 4, 5, 6, 7, 8, 9], file: "a.model")
    #expect(throws: ModelError.self) { try Network(reading: &reader) }
    var lemmas = BinaryReader(bytes: [], file: "b.model")
    #expect(throws: ModelError.self) {
      try Lemmatizer(
        reading: &lemmas, exceptions: LemmaExceptions(), vocabulary: WordFeatures(vocabulary: []))
    }
  }
}
