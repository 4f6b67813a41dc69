public import GraphModel
public import Ontology

extension KnowledgeGraph {
  /// The symmetric relations among those that the tests use, so that a test of the schema file shows a change of it.
  public static let symmetricForTests: Set<RelationType> = [.synergizesWith, .interactsWith]

  public init(_ documents: [DocumentClaims], corrections: Corrections = Corrections()) {
    self.init(documents, corrections: corrections, symmetric: Self.symmetricForTests)
  }
}
