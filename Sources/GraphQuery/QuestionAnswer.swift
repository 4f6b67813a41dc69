/// What a graph says to a question.
public struct QuestionAnswer: Sendable {
  public enum Verdict: String, Sendable, Hashable, Codable {
    case yes, no, unknown
  }

  public var question: String
  /// How the question was read; nil where it was not.
  public var reading: String?
  /// Nil where no yes or no was asked for.
  public var verdict: Verdict?
  /// By falling belief, then by name. To a yes-or-no question: the evidence for yes.
  public var answers: [Answer] = []
  /// What sources deny: relations that would be answers were they not denied, and what contradicts a yes.
  public var contrary: [Answer] = []
  /// What follows from the answers by `isA`: members of a group that has been named, groups of a member.
  public var inferred: [Answer] = []
  /// How two things are connected, the shortest way first.
  public var connections: [Trail] = []
  /// What a person should know about the reading, as full sentences.
  public var notes: [String] = []
  public var corrections: [QuestionReading.Correction] = []
  /// Whether the question could be read at all.
  public var isRead: Bool { reading != nil }

  /// Whether there is anything to show.
  public var isEmpty: Bool {
    answers.isEmpty && contrary.isEmpty && inferred.isEmpty && connections.isEmpty
  }
}
