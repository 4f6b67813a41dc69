import Foundation
import Ontology
import Testing

@Suite struct BundledLexiconTests {
  static let ontology = Result { try Ontology() }

  @Test(arguments: [
    ("Vitamin B-12", "vitamin B12", EntityType.nutrient), ("cobalamin", "vitamin B12", .nutrient),
    ("menaquinone", "vitamin K2", .nutrient), ("omega-3s", "omega-3 fatty acid", .nutrient),
    ("DHA", "docosahexaenoic acid", .nutrient), ("dietary fibre", "dietary fiber", .nutrient),
    ("cholesterol", "cholesterol", .compound), ("good cholesterol", "HDL cholesterol", .compound),
    ("leafy greens", "leafy green vegetable", .food), ("fortified cereals", "fortified cereal", .food),
    ("bell peppers", "bell pepper", .food), ("blood sugar", "blood sugar", .physiology),
    ("bone-building cells", "osteoblast", .anatomy), ("immune function", "immune function", .physiology),
    ("brittle bones", "osteoporosis", .disorder), ("anaemia", "anemia", .disorder),
    ("birth defects", "birth defect", .disorder), ("vegetarian diet", "vegetarian diet", .activity),
    ("pregnant women", "pregnant woman", .population), ("calcium pills", "calcium supplement", .supplement),
    ("proton-pump inhibitors", "proton pump inhibitor", .medication), ("gut bacteria", "gut bacterium", .organism),
    ("parathyroid hormone", "parathyroid hormone", .protein),
  ])
  func knowsWhatArticlesSay(text: String, name: String, type: EntityType) throws {
    let lexicon = try Self.ontology.get().lexicon
    let entry = try #require(lexicon.entry(named: text))
    #expect(lexicon.name(of: entry) == name)
    #expect(lexicon.type(of: entry) == type)
  }

  /// Every identifier stands in the list of identifiers with their labels, and its label leads to the entry.
  @Test func everyIdentifierIsOneThatItsSourceHas() throws {
    let lexicon = try Self.ontology.get().lexicon
    let url = try #require(Bundle.module.url(forResource: "curies", withExtension: "tsv", subdirectory: "Fixtures"))
    var labels: [Substring: [Substring]] = [:]
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      labels[fields[0], default: []].append(fields[1])
    }
    #expect(labels.count > 15_000)
    var strangers: [String] = []
    for index in 0..<lexicon.count {
      for id in lexicon.entry(index).ids where labels[id[...]] == nil {
        strangers.append("\(lexicon.name(of: index)) \(id)")
      }
    }
    #expect(strangers == [])
  }

  @Test(arguments: [
    ("vitamin D", "MESH:D014807"), ("vitamin D", "CHEBI:27300"), ("osteoporosis", "MESH:D010024"),
    ("caffeine", "MESH:D002110"), ("osteocalcin", "MESH:D015675"),
  ])
  func identifiersComeWithTheEntry(name: String, id: String) throws {
    let lexicon = try Self.ontology.get().lexicon
    let entry = try #require(lexicon.entry(named: name))
    #expect(lexicon.entry(entry).ids.contains(id))
  }
}
