internal import Ontology

/// Which lemmas make which relations worth considering, and which nouns stand for what was named before.
struct CueLexicon: Sendable {
  private let masks: [String: RelationMask]
  private let definiteTypes: [String: [EntityType]]

  init(masks: [String: RelationMask], definiteTypes: [String: [EntityType]]) {
    self.masks = masks
    self.definiteTypes = definiteTypes
  }

  /// The relations that a lemma is a cue for.
  func relations(of lemma: String) -> RelationMask {
    masks[lemma] ?? masks[lemma.lowercased()] ?? RelationMask()
  }

  /// The types that "this NOUN" may stand for; empty for a noun that names things by itself.
  func definiteTypes(of lemma: String) -> [EntityType] { definiteTypes[lemma] ?? [] }
}
