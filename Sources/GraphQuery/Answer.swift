public import GraphModel
public import Ontology

/// An entity that answers a question, with the relations that make it an answer.
public struct Answer: Sendable, Hashable {
  public var index: EntityIndex
  public var entity: Entity
  /// The walks to it, the best believed first; never empty.
  public var trails: [Trail]
  /// The sentence that says it best, nil for a graph without sentences.
  public var sentence: GraphEvidence?

  /// The relation that makes it an answer: of the best trail the one nearest to it.
  public var relation: Relation { trails[0].hops[trails[0].hops.count - 1].relation }

  /// All its relations, each once, the best believed first.
  public var relationTypes: [RelationType] {
    var types: [RelationType] = []
    for case .some(let type) in trails.map(\.hops.last?.relation.type) where !types.contains(type) {
      types.append(type)
    }
    return types
  }

  public var belief: Double { trails[0].belief }
}

extension Answer {
  /// Groups walks by the entity they end at.
  ///
  /// - Parameter denied: Whether the walks are wanted for what sources deny: then denial orders them and the sentence
  ///   denies.
  /// - Returns: Answers by falling belief, then by name and id.
  static func answers(from trails: [Trail], denied: Bool = false, in source: some GraphSource) throws -> [Answer] {
    func weight(_ trail: Trail) -> Double { denied ? trail.hops.map(\.relation.denial).max() ?? 0 : trail.belief }
    var order: [EntityIndex] = []
    var groups: [EntityIndex: [Trail]] = [:]
    for trail in trails where !trail.hops.isEmpty {
      if groups[trail.end] == nil { order.append(trail.end) }
      groups[trail.end, default: []].append(trail)
    }
    var answers: [Answer] = []
    for end in order {
      let sorted = (groups[end] ?? []).enumerated()
        .sorted { (-weight($0.element), $0.offset) < (-weight($1.element), $1.offset) }.map(\.element)
      var answer = Answer(index: end, entity: try source.entity(at: end), trails: sorted)
      answer.sentence = try GraphEvidence.best(
        of: source.evidence(of: answer.relation.index), denied ? .negative : .positive)
      answers.append(answer)
    }
    return answers.sorted {
      (-weight($0.trails[0]), $0.entity.name, $0.entity.id) < (-weight($1.trails[0]), $1.entity.name, $1.entity.id)
    }
  }
}

extension GraphEvidence {
  /// The sentence to show: of the wanted side, plain rather than hedged, read with confidence, and short.
  ///
  /// Ties go to the first in the order of the source. Nil where no evidence of that side has a text.
  static func best(of evidence: [GraphEvidence], _ polarity: Polarity) -> GraphEvidence? {
    evidence.enumerated().filter { $0.element.polarity == polarity && !$0.element.place.text.isEmpty }
      .min { left, right in rank(left) < rank(right) }?.element
  }

  private static func rank(_ item: (offset: Int, element: GraphEvidence)) -> (Int, Double, Int, Int) {
    let place = item.element
    return (
      place.certainty == .asserted ? 0 : 1, -place.confidence, max(80, place.place.text.utf8.count), item.offset
    )
  }
}
