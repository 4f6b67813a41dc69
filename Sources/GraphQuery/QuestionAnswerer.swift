public import GraphModel
public import Ontology

/// Answers questions in plain English from a graph, in memory or in a store.
///
/// Relations that no source affirms are never answers; they are shown as contrary evidence. What follows by `isA` is kept
/// apart from what sources say.
public struct QuestionAnswerer<Source: GraphSource>: Sendable {
  let source: Source
  let schema: Schema
  let reader: QuestionReader

  public init(source: Source, schema: Schema, grammar: QuestionGrammar) {
    self.source = source
    self.schema = schema
    reader = QuestionReader(grammar: grammar, schema: schema)
  }

  /// Questions whose wording is understood, one or more for each meaning.
  public var exampleQuestions: [String] { reader.grammar.examples.map(\.question) }

  /// Reads and answers a question. Throws only what the source throws.
  public func answer(_ question: String) throws -> QuestionAnswer {
    var result = QuestionAnswer(question: question)
    let readings: [QuestionReading]
    do {
      readings = try reader.readings(of: question, in: source)
    } catch let unread as UnreadQuestion {
      result.notes = [unread.message]
      // A yes or a no about something that the graph does not know is known to be unknown.
      result.verdict = QuestionWord.words(of: question, reader.grammar).isVerdict ? .unknown : nil
      return result
    }
    // Readings that leave out the same are tried in turn until one finds something; what is known about a thing in general
    // answers no question that asks for more.
    let likely = readings.enumerated().filter { index, reading in
      reading.cost <= readings[0].cost + QuestionReader.impossibility * 1.5
        && (index == 0 || reading.mode != .everything)
    }.map(\.element)
    for reading in likely {
      let attempt = try answer(reading, and: likely, question)
      if result.reading == nil || (result.isEmpty && !attempt.isEmpty) { result = attempt }
      if !attempt.isEmpty { break }
    }
    return result
  }

  /// Answers one reading; readings that cut the question differently ("calcium absorption" as a thing of its own, and as
  /// what happens to calcium) answer along with it.
  private func answer(_ reading: QuestionReading, and others: [QuestionReading], _ question: String) throws
    -> QuestionAnswer
  {
    var result = QuestionAnswer(question: question, reading: reading.description)
    result.corrections = reading.corrections
    result.notes = notes(on: reading)
    var used = [reading]
    for other in others where !used.contains(where: { $0.names == other.names }) && other.hasGap == reading.hasGap {
      used.append(other)
    }
    switch reading.mode {
    case .connection:
      result.connections = try connections(reading)
      // Asked whether two things are linked: a relation between them is a yes, a way over others is none.
      if reading.isVerdict { result.verdict = result.connections.first?.hops.count == 1 ? .yes : .unknown }
    case .everything: result.answers = try everything(about: reading)
    case .relations where reading.hasGap: try list(used.filter { $0.mode == .relations }, into: &result)
    case .relations: try judge(used.filter { $0.mode == .relations }, into: &result)
    }
    return result
  }

  private func notes(on reading: QuestionReading) -> [String] {
    var notes = reading.corrections.map { "Read “\($0.from)” as “\($0.to)”." }
    if !reading.ignored.isEmpty {
      notes.append("Left out: \(reading.ignored.map { "“\($0)”" }.joined(separator: ", ")).")
    }
    return notes
  }

  /// Everything said about a thing, in both directions.
  private func everything(about reading: QuestionReading) throws -> [Answer] {
    let trails = try (reading.agent.entities + reading.patient.entities).joined().flatMap { entity in
      try source.relations(of: entity, .both).filter { $0.belief > 0 }
        .map { Trail(start: entity, hops: [Hop(relation: $0, isForward: $0.subject == entity)]) }
    }
    return try Answer.answers(from: trails, in: source).filter { try reading.restriction.admits($0.index, in: source) }
  }

  private func connections(_ reading: QuestionReading) throws -> [Trail] {
    let search = PathSearch(source: source)
    return try search.paths(
      from: Array(reading.agent.entities.joined()), to: Array(reading.patient.entities.joined()), count: 3)
  }
}
