/// A claim that a sentence might make and how likely it does.
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
  /// How likely a careful reader would write it down, from 0 to 1.
  var probability: Double
  /// The names of the features that speak for and against it; empty unless they are recorded.
  var features: [String]
}
