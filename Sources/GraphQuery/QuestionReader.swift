public import GraphModel
public import Ontology

/// Reads a question in plain English against the names of a graph.
///
/// The words are normalised, the names of the graph are found among them (the longest first, several cuts side by side:
/// "calcium absorption" is one thing, and calcium and a process), and what remains is compared with the wordings of the
/// grammar. The reading that leaves out least is taken; words that it leaves out are named. Reading is pure: it answers
/// nothing.
public struct QuestionReader: Sendable {
  /// Questions of more words than this are refused.
  public static let wordLimit = 48
  /// Readings that leave out more than this are no readings.
  static let costLimit = 2.5

  let grammar: QuestionGrammar
  let schema: Schema

  /// - Parameter schema: Says which relations things of a type can have; readings that it allows win ties.
  public init(grammar: QuestionGrammar, schema: Schema) {
    self.grammar = grammar
    self.schema = schema
  }

  /// The readings of a question, the likeliest first.
  ///
  /// Throws an ``UnreadQuestion`` where there is none.
  public func readings(of question: String, in source: some GraphSource) throws -> [QuestionReading] {
    let (words, isVerdict) = QuestionWord.words(of: question, grammar)
    guard !words.isEmpty else { throw UnreadQuestion(message: "The question is empty.", suggestions: []) }
    guard words.count <= Self.wordLimit else {
      throw UnreadQuestion(
        message: "The question has \(words.count) words; ask in at most \(Self.wordLimit).", suggestions: [])
    }
    var names = try QuestionNames(words: words, grammar: grammar, source: source)
    var found = try likely(names, isVerdict, in: source)
    if found.first.map({ $0.cost >= 1 }) ?? true {
      let likely = try NameGuesser(source: source).guesses(for: names.unknownRuns, in: words)
      for (start, name) in likely { names.add(name, at: start) }
      if !likely.isEmpty { found = try self.likely(names, isVerdict, in: source) }
    }
    guard let best = found.first, best.cost <= Self.costLimit else { throw unread(names) }
    guard !(best.isVerdict && best.hasGap && !best.ignored.isEmpty) else {
      throw UnreadQuestion(
        message: names.unknownRuns.isEmpty
          ? "The question is worded in a way that is not understood (“\(best.ignored.joined(separator: " "))”)."
          : "The graph has nothing named “\(best.ignored.joined(separator: " "))”.", suggestions: [])
    }
    return found
  }

  /// All readings, the best first; a reading that asks for what things of these types cannot have costs a little.
  private func likely(_ names: QuestionNames, _ isVerdict: Bool, in source: some GraphSource) throws
    -> [QuestionReading]
  {
    var found = readings(names, isVerdict)
    for index in found.indices where try !found[index].isPossible(in: source, schema) {
      found[index].cost += Self.impossibility
    }
    return found.sorted(by: Self.isBetter)
  }

  /// What decides between readings that leave out the same.
  static let impossibility = 0.02

  /// All readings of all cuts, the best first, each once.
  private func readings(_ names: QuestionNames, _ isVerdict: Bool) -> [QuestionReading] {
    var found: [QuestionReading] = []
    for segmentation in names.segmentations where !segmentation.names.isEmpty {
      let matcher = QuestionMatcher(items: segmentation.items)
      for frame in grammar.frames {
        let candidates = frame.patterns.flatMap { pattern in
          matcher.matches(pattern).filter { $0.agent != nil || $0.patient != nil }
            .filter { _ in !frame.needsKind || segmentation.hasKind }
            .map { reading(frame, $0, segmentation, isVerdict) }
        }
        // One for each way to bind the names, in the order of the patterns; types decide between them.
        let bindings = Dictionary(grouping: candidates.indices) {
          [candidates[$0].agent.text, candidates[$0].patient.text]
        }
        let best = bindings.values.compactMap { $0.min { Self.isBetter(candidates[$0], candidates[$1]) } }
        found += best.sorted().map { candidates[$0] }
      }
    }
    found.sort(by: Self.isBetter)
    var seen: Set<[String?]> = []
    return found.filter { seen.insert([$0.agent.text, $0.patient.text, $0.frame]).inserted }
  }

  /// Less left out, then more taken up.
  private static func isBetter(_ left: QuestionReading, _ right: QuestionReading) -> Bool {
    (left.cost, -left.coverage) < (right.cost, -right.coverage)
  }

  private func reading(
    _ frame: QuestionGrammar.Frame, _ match: QuestionMatch, _ segmentation: QuestionSegmentation, _ isVerdict: Bool
  ) -> QuestionReading {
    let tally = LeftOver(segmentation.items, taken: match.taken, isVerdict: isVerdict)
    let agent = end(match.agent, in: segmentation)
    let patient = end(match.patient, in: segmentation)
    let kinds = tally.kinds.map { grammar.kinds[$0] }
    let isBound = match.agent != nil && match.patient != nil
    let asksYesOrNo = isVerdict || (isBound && !tally.hasQuestionWord)
    let tiers =
      isBound ? frame.verdictTiers : match.agent == nil ? frame.agentTiers : frame.patientTiers
    return QuestionReading(
      description: frame.gloss, frame: frame.name, agent: agent, patient: patient, isVerdict: asksYesOrNo,
      isDenied: frame.isDenied != tally.isNegated,
      restriction: kinds.count > 1 ? .any(kinds.map(\.predicate)) : kinds.first?.predicate ?? .anything,
      restrictionName: kinds.isEmpty ? nil : kinds.map(\.name).joined(separator: " or "), tiers: tiers,
      ignored: tally.ignored, corrections: tally.corrections,
      mode: frame.mode, cost: tally.cost, coverage: tally.coverage
    ).worded()
  }

  private func end(_ index: Int?, in segmentation: QuestionSegmentation) -> QuestionReading.End {
    guard let index, case .name(let name) = segmentation.items[index] else {
      return .init(text: nil, label: nil, entities: [], isConjunction: false)
    }
    let parts = name.parts.isEmpty ? [name] : name.parts
    return .init(
      text: name.text, label: name.label, entities: parts.map(\.entities), isConjunction: name.isConjunction)
  }

  private func unread(_ names: QuestionNames) -> UnreadQuestion {
    let hasNames = names.segmentations.contains { !$0.names.isEmpty }
    guard !hasNames else {
      return UnreadQuestion(message: "The question is worded in a way that is not understood.", suggestions: [])
    }
    let unknown = names.unknownRuns.map { run in run.map { names.words[$0].text }.joined(separator: " ") }
    guard !unknown.isEmpty else {
      return UnreadQuestion(message: "The question names nothing that the graph holds.", suggestions: [])
    }
    return UnreadQuestion(
      message: "The graph has nothing named \(unknown.map { "“\($0)”" }.joined(separator: " or ")).", suggestions: [])
  }
}

extension QuestionReading {
  /// Whether an end is asked for.
  var hasGap: Bool { agent.text == nil || patient.text == nil }

  /// The reading with names in the places of its description.
  fileprivate func worded() -> QuestionReading {
    var reading = self
    let asked = restrictionName.map { "which \($0)" } ?? "what"
    let words = description.split(separator: " ").map { word in
      switch word {
      case "A": agent.label ?? asked
      case "P": patient.label ?? asked
      default: String(word)
      }
    }
    reading.description =
      words.joined(separator: " ") + (isDenied ? " (denied)" : "") + (isVerdict && !hasGap ? "?" : "")
    return reading
  }
}
