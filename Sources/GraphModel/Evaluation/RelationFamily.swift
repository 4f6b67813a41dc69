import Ontology

/// Relations that say nearly the same, by which a reading is right in kind if not in word.
enum RelationFamily {
  /// The family of a relation of the standard schema; other relations have none.
  static func family(of relation: RelationType) -> String? { families[relation] }

  private static let families: [RelationType: String] = [
    .enhancesAbsorptionOf: "uptake", .inhibitsAbsorptionOf: "hindrance", .deficiencyCauses: "lack",
    .excessCauses: "harm", .increasesRiskOf: "harm", .causes: "harm",
    .convertsTo: "making", .produces: "making",
    .activates: "rise", .increases: "rise", .inhibits: "fall", .decreases: "fall",
    .storedIn: "place", .partOf: "place", .foundIn: "source",
    .reducesRiskOf: "help", .treats: "help", .requiredFor: "service", .supports: "service",
    .regulates: "control", .synergizesWith: "company", .interactsWith: "company",
    .recommendedFor: "advice", .isA: "kind",
  ]
}
