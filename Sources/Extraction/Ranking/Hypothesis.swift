/// A claim that a sentence might make, with the features that speak for and against it.
struct Hypothesis: Sendable {
  /// Indices into the mention table's entities.
  var subject: Int
  var object: Int
  /// The relation's number in the schema.
  var relation: Int
  /// Index into the document's sentences.
  var sentence: Int
  /// Where subject and object stand: words, or -1 for what the context brings in.
  var subjectWord: Int
  var objectWord: Int
  /// The word that carries the relation: a rule's trigger, else the top of the path, else -1.
  var trigger: Int
  /// The rule that fired, or the context or cue that made the pair worth a look.
  var rule: String
  var features: [Feature]
}
