internal import Ontology

/// Which lemmas make which relations worth considering, and which nouns stand for what was named before.
struct CueLexicon: Sendable {
  private let masks: [String: RelationMask]
  private let definiteTypes: [String: [EntityType]]

  /// Relations that are worth considering without any cue.
  let always: RelationMask

  /// Words of short headings above what is no part of the article: references, related pages.
  let backMatter: Set<String>
  /// Names too general to say much of by themselves: "food", "nutrient".
  let generic: Set<String>
  /// Words that say there is too little or too much of what they are said of.
  let aspectWords: [String: Mention.Aspect]

  init(
    masks: [String: RelationMask], always: RelationMask, definiteTypes: [String: [EntityType]],
    backMatter: Set<String>, generic: Set<String>, aspectWords: [String: Mention.Aspect]
  ) {
    self.masks = masks
    self.backMatter = backMatter
    self.generic = generic
    self.aspectWords = aspectWords
    self.always = always
    self.definiteTypes = definiteTypes
  }

  /// The relations that a lemma is a cue for.
  func relations(of lemma: String) -> RelationMask {
    masks[lemma] ?? masks[lemma.lowercased()] ?? RelationMask()
  }

  /// The types that "this NOUN" may stand for; empty for a noun that names things by itself.
  func definiteTypes(of lemma: String) -> [EntityType] { definiteTypes[lemma] ?? [] }
}
