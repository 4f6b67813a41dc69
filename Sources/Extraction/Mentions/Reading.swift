import Ontology

/// What a phrase names: an entry of the lexicon or a name made from the phrase itself.
struct Term: Hashable {
  var entry: Int?
  var name: String
  var type: EntityType
}

/// A phrase read as a name, with what it says about an entity inside it.
struct Reading: Hashable {
  var term: Term
  var aspect: Mention.Aspect?
  /// The entity that ``aspect`` is about.
  var base: Term?
  /// Another name that the document gives the same thing.
  var alias: String?
  /// Whether the type is a guess of the model of phrases.
  var isGuessed = false

  init(_ term: Term, aspect: Mention.Aspect? = nil, base: Term? = nil, alias: String? = nil) {
    self.term = term
    self.aspect = aspect
    self.base = base
    self.alias = alias
  }
}
