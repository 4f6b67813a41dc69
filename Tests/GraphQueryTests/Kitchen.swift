import GraphModel
import Ontology

/// A graph of names only: what the examples of the grammar file speak of.
enum Kitchen {
  private static let names: [EntityType: [String]] = [
    .nutrient: [
      "magnesium", "zinc", "iron", "calcium", "potassium", "vitamin A", "vitamin C", "vitamin D", "vitamin K",
      "beta-carotene",
    ],
    .compound: ["lactose"],
    .medication: ["warfarin"],
    .food: ["milk", "banana", "salmon", "garlic", "fatty fish"],
    .protein: ["collagen", "osteocalcin"],
    .anatomy: ["bone", "skin", "immune system", "osteoclast"],
    .physiology: ["bone health", "blood pressure", "blood clotting", "collagen production"],
    .disorder: ["osteoporosis", "rickets", "scurvy", "constipation", "kidney stone", "lactose intolerance"],
    .population: ["pregnant woman", "older adult"],
  ]

  static let graph: KnowledgeGraph = {
    let things = names.flatMap { type, names in names.map { EntityReference(name: $0, type: type) } }
    let claims = things.map { Claim(subject: $0, relation: .interactsWith, object: things[0]) }
    return KnowledgeGraph(
      [DocumentClaims(doc: "names", source: "names", title: "Names", claims: claims)], symmetric: [])
  }()
}
