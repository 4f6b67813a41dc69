internal import Ontology

/// The fill color of each kind of thing in pictures: light enough for dark text, told apart by hue and by lightness.
enum TypeColors {
  private static let known: [EntityType: String] = [
    .nutrient: "#a6d8f0", .compound: "#c9c3ec", .supplement: "#7fb8d8", .medication: "#e3b7dd", .food: "#b8e0a0",
    .protein: "#f3c6a0", .anatomy: "#f5d9d0", .physiology: "#fff0a8", .disorder: "#f2a6a0", .activity: "#cfe8d8",
    .population: "#e6d5b8", .organism: "#c2d68a",
  ]

  /// Types of a user's own schema are grey.
  static func fill(_ type: EntityType) -> String { known[type] ?? "#dddddd" }
}

extension ExportGraph {
  /// The kinds of things in the graph, sorted.
  var types: [EntityType] { Set(nodes.map(\.type)).sorted() }
}
