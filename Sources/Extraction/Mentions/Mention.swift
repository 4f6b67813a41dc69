public import GraphModel

/// A noun phrase of a document that names an entity.
public struct Mention: Sendable, Hashable {
  /// What a phrase says about the entity it is built on: "vitamin D *deficiency*", "*absorption* of iron".
  public enum Aspect: UInt8, Sendable, Hashable {
    /// "X deficiency", "lack of X", "low X", "insufficient X", "without X".
    case deficiency
    /// "too much X", "excess X", "high doses of X", "X toxicity", "overdose of X".
    case excess
    /// "X level", "blood X", "concentration of X".
    case level
    /// "X absorption", "uptake of X".
    case absorption
    /// "X intake", "X consumption", "eating X", "dietary X": X itself for most relations.
    case intake
    /// "sources of X", "X-rich food", "food high in X".
    case source
  }

  /// The words that name the entity, without determiners and quantities, as indices of the document's words.
  public var words: Range<Int>
  /// The syntactic head of the phrase; one of ``words``.
  public var head: Int
  /// The entity named: index into ``MentionTable/entities``.
  public var entity: Int
  /// The aspect of ``base`` that the phrase as a whole names, if it is built on another entity.
  public var aspect: Aspect?
  /// The entity inside the phrase that ``aspect`` is about: index into ``MentionTable/entities``.
  public var base: Int?

  /// Whether a model of phrases typed it, not the lexicon or a word that heads such names.
  public var isGuessed = false

  public init(words: Range<Int>, head: Int, entity: Int, aspect: Aspect? = nil, base: Int? = nil) {
    self.words = words
    self.head = head
    self.entity = entity
    self.aspect = aspect
    self.base = base
  }
}

/// The mentions of a document in text order and the entities they name.
public struct MentionTable: Sendable {
  /// Sorted by start of ``Mention/words``; of nested mentions the outer comes first.
  public var mentions: [Mention]
  /// The distinct entities, in order of first mention, each with every name the document uses for it.
  public var entities: [EntityReference]

  public init(mentions: [Mention] = [], entities: [EntityReference] = []) {
    self.mentions = mentions
    self.entities = entities
  }
}
