/// An entity that may take part in a claim of a sentence, and where it stands in for it.
struct Participant: Sendable, Hashable {
  /// How an entity came to take part: named in the sentence itself, or brought in from its surroundings.
  enum Source: String, Sendable {
    /// Named by the sentence.
    case named
    /// The member of a group that the sentence names ("fatty fish (*salmon*)"), at the group's place.
    case member
    /// The entity that a phrase like "vitamin D deficiency" is built on, at the phrase's place.
    case base
    /// Named inside a longer phrase: the bile of "production of *bile*", the gout of "people with *gout*".
    case inner
    /// The subject of "is a", at the predicate noun's place: "*folate* is a vitamin found in liver".
    case identity
    /// What a pronoun stands for.
    case pronoun
    /// What a definite noun phrase stands for ("this vitamin").
    case definite
    /// The label of a bullet or cell: "*Zinc*: supports immunity".
    case label
    /// Named by the lead-in of a list.
    case leadIn
    /// Named by the nearest heading, or by one further out.
    case heading, outerHeading
    /// Named by the header cells of a table row or column, or by the table's lead-in.
    case rowHeader, columnHeader
    /// What the whole article is about.
    case topic
  }

  /// Index into the mention table's entities.
  var entity: Int
  /// Index into the mention table's mentions; -1 where the entity is not named in the sentence.
  var mention: Int
  /// The word it stands at; -1 where the sentence has none.
  var word: Int
  var source: Source
  /// What the phrase says about the entity.
  var aspect: Mention.Aspect?

  /// Whether the sentence has a place for it.
  var isInSentence: Bool { word >= 0 }
}
