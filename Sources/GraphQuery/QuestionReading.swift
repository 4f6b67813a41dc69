public import GraphModel
internal import Ontology

/// What a question was understood to ask.
public struct QuestionReading: Sendable {
  /// What stands at one end of the relation that is asked for.
  public struct End: Sendable, Hashable {
    /// The question's words; nil for what is asked for.
    public var text: String?
    /// The graph's name for it; nil for what is asked for.
    public var label: String?
    /// What the words may mean, one list for each thing of an enumeration.
    public var entities: [[EntityIndex]]
    /// Whether "and" links the things of the enumeration.
    public var isConjunction: Bool
  }

  /// "A contains P" with names in the places: "which food contains zinc", "salmon contains vitamin D?".
  public var description: String
  /// The name of the grammar's frame.
  public var frame: String
  public var agent: End
  public var patient: End
  /// Whether a yes or a no is asked for.
  public var isVerdict: Bool
  /// Whether what sources deny is asked for.
  public var isDenied: Bool
  /// Which entities may be answers.
  public var restriction: EntityPredicate
  /// The restriction in words.
  public var restrictionName: String?
  /// Paths from agent to patient, each tried where the ones before found nothing.
  public var tiers: [PropertyPath]
  /// Words that the reading leaves out.
  public var ignored: [String]
  /// Names that were taken for others.
  public var corrections: [Correction]

  var mode: QuestionGrammar.Mode
  /// What the ignored words weigh, and how much of the question the wording takes up.
  var cost: Double
  var coverage: Double

  /// A misspelt or shortened name and the one it was taken for.
  public struct Correction: Sendable, Hashable, Codable {
    public var from: String
    public var to: String
  }

  /// The texts of the bound ends: readings that differ in them cut the question differently.
  var names: Set<String> { Set([agent.text, patient.text].compactMap { $0 }) }
}

extension QuestionReading {
  /// Whether the things named can have one of the relations of the first tier at their end, by their types.
  ///
  /// Paths of more than one step, and relations that the schema does not know, are taken for possible.
  func isPossible(in source: some GraphSource, _ schema: Schema) throws -> Bool {
    guard let steps = tiers.first?.singleSteps else { return true }
    let agents = try Set(agent.entities.joined().map { try source.entity(at: $0).type })
    let patients = try Set(patient.entities.joined().map { try source.entity(at: $0).type })
    return steps.contains { step in
      guard let relation = schema[step.type] else { return true }
      let (from, to) = step.isForward ? (relation.domain, relation.range) : (relation.range, relation.domain)
      return (agents.isEmpty || !agents.isDisjoint(with: from)) && (patients.isEmpty || !patients.isDisjoint(with: to))
    }
  }
}

/// Why a question could not be read.
public struct UnreadQuestion: Error, Sendable, Hashable, CustomStringConvertible {
  /// A full sentence.
  public var message: String
  /// Names of the graph that are like the question's words.
  public var suggestions: [String]

  public var description: String { message }
}
