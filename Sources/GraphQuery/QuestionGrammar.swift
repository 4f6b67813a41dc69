internal import Foundation
internal import Ontology

/// How people word questions: which words ask for which relations, as read from a grammar file.
///
/// The file says what its parts mean; its examples are run by the tests and shown to whoever asks what cannot be read.
public struct QuestionGrammar: Sendable {
  /// A question of one meaning in all its wordings.
  struct Frame: Sendable {
    var name: String
    /// What it asks, for people: "what A contains".
    var gloss: String
    /// How a question of this meaning is answered.
    var mode: Mode
    /// Paths from the agent to the patient, each tried where the ones before found nothing.
    var agentTiers: [PropertyPath]
    var patientTiers: [PropertyPath]
    var verdictTiers: [PropertyPath]
    /// Whether it asks for what sources deny ("lactose-free").
    var isDenied: Bool
    /// Whether its wordings hold only with a kind ("which foods").
    var needsKind: Bool
    var patterns: [QuestionPattern]
    var examples: [Example]
  }

  enum Mode: String, Sendable {
    /// The relations of a path between the ends.
    case relations
    /// Any way from one end to the other.
    case connection
    /// Everything said about one thing.
    case everything
  }

  /// A question with the reading that it must get.
  public struct Example: Sendable, Hashable {
    public var question: String
    /// As ``QuestionReading/description`` gives it.
    public var reading: String
  }

  /// A noun that says what kind of thing is asked for: "which *foods* ...".
  struct Kind: Sendable {
    var words: [[String]]
    var predicate: EntityPredicate
    var name: String
  }

  /// Words that carry no meaning of their own, and words that carry little.
  var fillers: Set<String>
  var light: Set<String>
  var auxiliaries: Set<String>
  /// Spelled-out forms of short ones: "dont", "vit".
  var expansions: [String: [String]]
  /// Base forms of irregular inflections.
  var irregular: [String: String]
  /// Beginnings that only wrap a question, and those that make a yes-or-no question of a statement.
  var wrappers: [[String]]
  var verdictWrappers: [[String]]
  var kinds: [Kind]
  var frames: [Frame]
  /// All words that patterns and kinds name.
  var vocabulary: Set<String>

  /// Questions that the grammar reads, one for each meaning.
  public var examples: [Example] { frames.flatMap(\.examples) }

  /// Meanings that no example shows.
  public var framesWithoutExamples: [String] { frames.filter(\.examples.isEmpty).map(\.name) }

  /// The grammar that the package brings along.
  public static func bundled() throws -> QuestionGrammar {
    let url = Bundle.module.bundleURL.appendingPathComponent("Resources/questions.yaml")
    return try QuestionGrammar(DataFile(yaml: String(contentsOf: url, encoding: .utf8), name: "questions.yaml"))
  }
}
