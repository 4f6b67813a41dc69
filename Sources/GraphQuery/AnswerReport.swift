public import GraphModel
public import Ontology

/// What a graph says to a question, as `ask` prints it.
public struct AnswerReport: Sendable, Hashable, Encodable {
  /// One answer. `sources` counts the independent sources that affirm (or, of contrary evidence, deny) it.
  public struct Item: Sendable, Hashable, Encodable {
    public var entity: EntityReport
    public var relation: RelationType
    public var relations: [RelationType]
    public var belief: Double
    public var sources: Int
    public var support: Support
    /// The relations that lead to it, in words.
    public var statements: [String]
    public var evidence: EvidenceReport?
  }

  /// One way between two things.
  public struct Connection: Sendable, Hashable, Encodable {
    public var entities: [EntityReport]
    public var relations: [RelationReport]
    public var belief: Double
  }

  public var question: String
  public var reading: String?
  public var verdict: QuestionAnswer.Verdict?
  public var answers: [Item]
  public var contrary: [Item]
  public var inferred: [Item]
  public var connections: [Connection]
  public var notes: [String]
  public var corrections: [QuestionReading.Correction]

  /// Whether the graph says nothing to the question.
  public var isEmpty: Bool { answers.isEmpty && contrary.isEmpty && inferred.isEmpty && connections.isEmpty }

  private enum Key: String, CodingKey {
    case question, reading, verdict, answers, contrary, inferred, connections, notes, corrections
  }

  /// Writes every key; what is missing is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(question, forKey: .question)
    try container.encode(reading, forKey: .reading)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(answers, forKey: .answers)
    try container.encode(contrary, forKey: .contrary)
    try container.encode(inferred, forKey: .inferred)
    try container.encode(connections, forKey: .connections)
    try container.encode(notes, forKey: .notes)
    try container.encode(corrections, forKey: .corrections)
  }
}

extension QuestionAnswerer {
  /// Reads and answers a question and says it in words. Throws only what the source throws.
  public func report(on question: String) throws -> AnswerReport {
    let answer = try answer(question)
    return try AnswerReport(
      question: question, reading: answer.reading, verdict: answer.verdict,
      answers: answer.answers.map { try item($0) },
      contrary: answer.contrary.map { try item($0, isContrary: true) }, inferred: answer.inferred.map { try item($0) },
      connections: answer.connections.map { try Reporter(source: source, schema: schema).connection($0) },
      notes: answer.notes, corrections: answer.corrections)
  }

  private func item(_ answer: Answer, isContrary: Bool = false) throws -> AnswerReport.Item {
    let reporter = Reporter(source: source, schema: schema)
    let support = answer.relation.support
    let isDenied = isContrary && answer.relation.denial > 0
    return AnswerReport.Item(
      entity: EntityReport(answer.entity), relation: answer.relation.type, relations: answer.relationTypes,
      belief: (isDenied ? answer.relation.denial : answer.belief).shown,
      sources: isDenied
        ? support.denying + support.denyingHedged : support.affirming + support.affirmingHedged,
      support: support, statements: try answer.trails[0].hops.map { try reporter.statement($0.relation) },
      evidence: answer.sentence.map(EvidenceReport.init))
  }
}

extension Reporter {
  func connection(_ trail: Trail) throws -> AnswerReport.Connection {
    AnswerReport.Connection(
      entities: try trail.entities.map { EntityReport(try source.entity(at: $0)) },
      relations: try trail.hops.map { try report($0.relation) }, belief: trail.belief.shown)
  }
}
