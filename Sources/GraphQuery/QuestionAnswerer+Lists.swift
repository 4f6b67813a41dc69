internal import GraphModel
internal import Ontology

extension QuestionAnswerer {
  /// Answers "which ...": the entities at the end that is asked for.
  func list(_ readings: [QuestionReading], into result: inout QuestionAnswer) throws {
    let (found, denied, inferred) = try tier(of: readings)
    let isDenied = readings.contains(where: \.isDenied)
    result.answers = try Answer.answers(from: found, denied: isDenied, in: source)
    let known = Set(result.answers.map(\.index))
    result.contrary = try Answer.answers(from: denied, denied: !isDenied, in: source)
    result.inferred = try Answer.answers(from: inferred, in: source).filter { !known.contains($0.index) }
    if result.answers.isEmpty, !result.inferred.isEmpty {
      (result.answers, result.inferred) = (result.inferred, [])
      result.notes.append("No source says it outright; the answers follow from what a thing is a kind of.")
    }
    if result.answers.isEmpty, let reading = readings.first, let name = reading.restrictionName {
      var open = reading
      open.restriction = .anything
      let count = try Set(tier(of: [open]).found.map(\.end)).count
      if count > 0 { result.notes.append("There are \(count) answers that are not known to be a \(name).") }
    }
    // Asked with "does" or "is", a list with anything in it is a yes.
    if readings.contains(where: \.isVerdict) { result.verdict = result.answers.isEmpty ? .unknown : .yes }
  }

  private typealias Tier = (found: [Trail], denied: [Trail], inferred: [Trail])

  /// The first tier of relations in which any of the readings finds something.
  private func tier(of readings: [QuestionReading]) throws -> Tier {
    var last: Tier = ([], [], [])
    for depth in 0..<(readings.map(\.tiers.count).max() ?? 0) {
      var tier: Tier = ([], [], [])
      for reading in readings where depth < reading.tiers.count {
        let next = try evaluate(reading.tiers[depth], reading)
        tier = (tier.found + next.found, tier.denied + next.denied, tier.inferred + next.inferred)
      }
      if !tier.found.isEmpty { return tier }
      if last.denied.isEmpty, last.inferred.isEmpty { last = tier }
    }
    return last
  }

  private func evaluate(_ path: PropertyPath, _ reading: QuestionReading) throws -> Tier {
    let known = reading.agent.text == nil ? reading.patient : reading.agent
    let towards = reading.agent.text == nil ? path.reversed : path
    let single = known.entities.flatMap { $0 }
    func trails(_ path: PropertyPath, _ admission: Admission) throws -> [Trail] {
      let each = try known.entities.map { try path.trails(from: $0, in: source, admission) }
      return try admitted(known.isConjunction ? Self.common(each) : Array(each.joined()), reading, except: single)
    }
    if reading.isDenied {
      return try (trails(towards, .denied), trails(towards, .affirmed), [])
    }
    let found = try trails(towards, .affirmed)
    let isSingle = found.allSatisfy { $0.hops.count <= 1 }
    let denied = isSingle ? try trails(towards, .denied).filter { $0.hops.last?.relation.belief == 0 } : []
    let grouped = reading.agent.text == nil ? path.throughGroups.reversed : path.throughGroups
    let inferred = isSingle ? try trails(grouped, .affirmed) : []
    return (found, denied, inferred)
  }

  /// Walks to entities that may be answers; what was asked about is no answer.
  private func admitted(_ trails: [Trail], _ reading: QuestionReading, except known: [EntityIndex]) throws -> [Trail] {
    var decided: [EntityIndex: Bool] = [:]
    return try trails.filter { trail in
      guard !trail.hops.isEmpty, !known.contains(trail.end) else { return false }
      if let decision = decided[trail.end] { return decision }
      let decision = try reading.restriction.admits(trail.end, in: source)
      decided[trail.end] = decision
      return decision
    }
  }

  /// Walks to what all lists reach; all walks where they have nothing in common.
  private static func common(_ lists: [[Trail]]) -> [Trail] {
    let ends = lists.map { Set($0.map(\.end)) }
    let shared = ends.dropFirst().reduce(ends.first ?? []) { $0.intersection($1) }
    let all = Array(lists.joined())
    return shared.isEmpty ? all : all.filter { shared.contains($0.end) }
  }
}

extension PropertyPath {
  /// How many levels of groups are followed.
  private static let groupLevels = 3

  /// The path with groups followed at both ends: what holds of a group holds of its members, and what holds of a member
  /// holds of some member of its group.
  ///
  /// Sound for statements about kinds in general, which is what articles make; kept apart from what they say outright.
  var throughGroups: PropertyPath {
    let upwards = PropertyPath.repeated(.relation(.isA), 0...Self.groupLevels)
    return .sequence([upwards, self, upwards])
  }
}
