internal import GraphModel
internal import Ontology

extension QuestionAnswerer {
  /// Answers "does A ... P?": what sources affirm against what they deny and what contradicts it.
  ///
  /// Each side is as strong as its best believed relation; the stronger side wins, and a tie is unknown. Groups are
  /// followed only where nothing is said outright.
  func judge(_ readings: [QuestionReading], into result: inout QuestionAnswer) throws {
    let isVerdict = readings.contains(where: \.isVerdict)
    var sides = Sides()
    let depth = readings.map(\.tiers.count).max() ?? 0
    for tier in 0..<depth where sides.isEmpty {
      for reading in readings where tier < reading.tiers.count {
        try collect(reading.tiers[tier], reading, into: &sides, isStrict: tier == 0)
      }
    }
    if sides.isEmpty {
      for reading in readings {
        for tier in reading.tiers where sides.isEmpty {
          try collect(tier.throughGroups, reading, into: &sides, isStrict: false)
        }
      }
      if !sides.isEmpty {
        result.notes.append("No source says it outright; it follows from what a thing is a kind of.")
      }
    }
    // "Does zinc not help ...?" is answered by the other side.
    if readings[0].isDenied {
      sides = Sides(yes: sides.no, no: sides.yes, yesWeight: sides.noWeight, noWeight: sides.yesWeight)
    }
    result.answers = try Answer.answers(from: sides.yes, in: source)
    result.contrary = try Answer.answers(from: sides.no, denied: true, in: source)
    guard isVerdict else { return }
    result.verdict = sides.yesWeight > sides.noWeight ? .yes : sides.yesWeight < sides.noWeight ? .no : .unknown
  }

  private struct Sides {
    var yes: [Trail] = []
    var no: [Trail] = []
    var yesWeight = 0.0
    var noWeight = 0.0

    var isEmpty: Bool { yes.isEmpty && no.isEmpty }
  }

  /// - Parameter isStrict: Whether the path is what was asked for and not a fallback: only then do relations contradict it.
  private func collect(_ path: PropertyPath, _ reading: QuestionReading, into sides: inout Sides, isStrict: Bool) throws
  {
    let ends = Set(reading.patient.entities.joined())
    let start = Array(reading.agent.entities.joined())
    for trail in try path.trails(from: start, in: source) where ends.contains(trail.end) && !trail.hops.isEmpty {
      sides.yes.append(trail)
      sides.yesWeight = max(sides.yesWeight, trail.belief)
    }
    for trail in try path.trails(from: start, in: source, .denied)
    where ends.contains(trail.end) && trail.hops.count == 1 {
      sides.no.append(trail)
      sides.noWeight = max(sides.noWeight, trail.hops[0].relation.denial)
    }
    guard isStrict, let contraries = contraries(of: path) else { return }
    for trail in try contraries.trails(from: start, in: source) where ends.contains(trail.end) {
      sides.no.append(trail)
      sides.noWeight = max(sides.noWeight, trail.belief)
    }
  }

  /// The path of the relations that contradict those of a path; nil where there are none or the path is more than a choice
  /// of relations.
  private func contraries(of path: PropertyPath) -> PropertyPath? {
    guard let steps = path.singleSteps else { return nil }
    let opposed = steps.flatMap { step -> [PropertyPath] in
      (schema[step.type]?.contraries ?? []).map { step.isForward ? .relation($0) : .inverse(.relation($0)) }
    }
    // A relation that is asked for contradicts nothing here, even where it contradicts another one that is.
    let asked = Set(steps.map { $0.isForward ? PropertyPath.relation($0.type) : .inverse(.relation($0.type)) })
    let found = opposed.filter { !asked.contains($0) }
    return found.isEmpty ? nil : .choice(found)
  }
}
