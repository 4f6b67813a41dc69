import Documents
import Linguistics
import Testing

@testable import Extraction

/// Logical arguments on trees written by hand, so that they hold whatever the parser does.
@Suite struct SyntaxGraphTests {
  /// A tree from "form/lemma/UPOS/XPOS/head/relation" words, heads counted from 1 and 0 for the root.
  private func graph(_ text: String) throws -> SyntaxGraph {
    var surface = ""
    var words: [Word] = []
    var lemmas: [String] = []
    for item in text.split(separator: " ") {
      let parts = item.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      if !surface.isEmpty { surface += " " }
      let start = surface.utf8.count
      surface += parts[0]
      lemmas.append(parts[1])
      words.append(
        Word(
          start: Int32(start), end: Int32(surface.utf8.count), lemma: Int32(lemmas.count - 1),
          head: Int32(try #require(Int(parts[4])) - 1), relation: try #require(DependencyRelation(name: parts[5])),
          upos: try #require(UPOS(name: parts[2])), xpos: try #require(PennTag(name: parts[3]))))
    }
    let document = Document(
      id: "d", source: "d", text: surface, blocks: [Block(kind: .paragraph, range: 0..<surface.utf8.count)])
    let sentence = Sentence(block: 0, words: 0..<words.count, range: 0..<surface.utf8.count)
    return SyntaxGraph(AnalyzedDocument(document: document, sentences: [sentence], words: words, lemmas: lemmas))
  }

  private func forms(_ fillers: [Filler], _ graph: SyntaxGraph) -> [String] {
    fillers.map { String(graph.document.form(of: $0.word)) }
  }

  struct Case: Sendable {
    var tree: String
    var predicate: Int
    var subjects: [String]
    var objects: [String]
  }

  static let cases: [Case] = [
    // Active, with coordinated objects.
    Case(
      tree: "Zinc/zinc/NOUN/NN/2/nsubj supports/support/VERB/VBZ/0/root skin/skin/NOUN/NN/2/obj and/and/CCONJ/CC/5/cc "
        + "hair/hair/NOUN/NN/3/conj",
      predicate: 1, subjects: ["Zinc"], objects: ["skin", "hair"]),
    // Passive with an agent.
    Case(
      tree: "Osteocalcin/osteocalcin/NOUN/NN/3/nsubj:pass is/be/AUX/VBZ/3/aux:pass activated/activate/VERB/VBN/0/root "
        + "by/by/ADP/IN/5/case K/K/PROPN/NNP/3/obl:agent",
      predicate: 2, subjects: ["K"], objects: ["Osteocalcin"]),
    // Relative clause with a relativizer as subject.
    Case(
      tree: "Milk/milk/NOUN/NN/0/root which/which/PRON/WDT/3/nsubj provides/provide/VERB/VBZ/1/acl:relcl "
        + "calcium/calcium/NOUN/NN/3/obj",
      predicate: 2, subjects: ["Milk"], objects: ["calcium"]),
    // Relative clause whose object is the noun.
    Case(
      tree: "calcium/calcium/NOUN/NN/0/root that/that/PRON/WDT/4/obj bones/bone/NOUN/NNS/4/nsubj "
        + "store/store/VERB/VBP/1/acl:relcl",
      predicate: 3, subjects: ["bones"], objects: ["calcium"]),
    // Participles after a noun.
    Case(
      tree: "foods/food/NOUN/NNS/0/root containing/contain/VERB/VBG/1/acl iron/iron/NOUN/NN/2/obj",
      predicate: 1, subjects: ["foods"], objects: ["iron"]),
    Case(
      tree: "iron/iron/NOUN/NN/0/root found/find/VERB/VBN/1/acl in/in/ADP/IN/4/case meat/meat/NOUN/NN/2/obl",
      predicate: 1, subjects: [], objects: ["iron"]),
    // Object control: the body absorbs.
    Case(
      tree: "D/D/PROPN/NNP/2/nsubj helps/help/VERB/VBZ/0/root the/the/DET/DT/4/det body/body/NOUN/NN/2/obj "
        + "absorb/absorb/VERB/VB/2/xcomp calcium/calcium/NOUN/NN/5/obj",
      predicate: 4, subjects: ["body"], objects: ["calcium"]),
    // Subject shared by coordinated verbs.
    Case(
      tree: "Iron/iron/NOUN/NN/2/nsubj carries/carry/VERB/VBZ/0/root oxygen/oxygen/NOUN/NN/2/obj and/and/CCONJ/CC/5/cc "
        + "supports/support/VERB/VBZ/2/conj immunity/immunity/NOUN/NN/5/obj",
      predicate: 4, subjects: ["Iron"], objects: ["immunity"]),
    // Participial clause: its subject is the main clause's.
    Case(
      tree: "Fibre/fibre/NOUN/NN/2/nsubj slows/slow/VERB/VBZ/0/root digestion/digestion/NOUN/NN/2/obj "
        + "lowering/lower/VERB/VBG/2/advcl glucose/glucose/NOUN/NN/4/obj",
      predicate: 3, subjects: ["Fibre"], objects: ["glucose"]),
  ]

  @Test(arguments: cases)
  func logicalArgumentsAreFoundWhateverTheClauseLooksLike(_ test: Case) throws {
    let graph = try graph(test.tree)
    #expect(forms(graph.subjects(of: test.predicate), graph) == test.subjects)
    #expect(forms(graph.objects(of: test.predicate), graph) == test.objects)
  }

  @Test func theCauserOfAHelpedProcessIsTheHelper() throws {
    let graph = try graph(
      "D/D/PROPN/NNP/2/nsubj helps/help/VERB/VBZ/0/root the/the/DET/DT/4/det body/body/NOUN/NN/2/obj "
        + "absorb/absorb/VERB/VB/2/xcomp calcium/calcium/NOUN/NN/5/obj")
    #expect(forms(graph.causers(of: 4, helpers: ["help"], needers: []), graph) == ["D"])
    #expect(graph.causers(of: 4, helpers: ["let"], needers: []).isEmpty)
  }

  @Test func whatIsNeededForAProcessIsItsCauser() throws {
    let graph = try graph(
      "Bones/bone/NOUN/NNS/2/nsubj need/need/VERB/VBP/0/root D/D/PROPN/NNP/2/obj to/to/PART/TO/5/mark "
        + "absorb/absorb/VERB/VB/2/advcl calcium/calcium/NOUN/NN/5/obj")
    #expect(forms(graph.causers(of: 4, helpers: [], needers: ["need"]), graph) == ["D"])
  }

  @Test func pathsGoUpToTheLowestWordAboveBothEnds() throws {
    let graph = try graph(
      "Zinc/zinc/NOUN/NN/2/nsubj supports/support/VERB/VBZ/0/root healing/healing/NOUN/NN/2/obj of/of/ADP/IN/5/case "
        + "wounds/wound/NOUN/NNS/3/nmod")
    let path = try #require(graph.path(from: 0, to: 4))
    #expect(path.up == [0])
    #expect(path.top == 1)
    #expect(path.down == [2, 4])
    #expect(try #require(graph.path(from: 2, to: 4)).top == 2)
  }

  @Test func aTreeOfOneThousandLevelsIsWalkedWithinBounds() throws {
    let words = (0..<1000).map { "w/w/VERB/VBG/\($0)/\($0 == 0 ? "root" : "advcl")" }.joined(separator: " ")
    let graph = try graph(words)
    #expect(graph.subjects(of: 999).isEmpty)
    #expect(graph.path(from: 0, to: 999) == nil)
  }
}
