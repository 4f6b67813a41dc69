internal import Documents
internal import GraphModel
internal import Linguistics
internal import Ontology

/// Chooses among the hypotheses of a document and merges them into claims with their evidence.
struct ClaimAssembler {
  /// The least probability of a claim. Chosen on articles of sources that the model was not trained on.
  static let threshold = 0.30
  /// The least probability of evidence that backs a claim already made.
  static let evidenceThreshold = 0.25

  let context: DocumentContext

  /// The least probability of a second relation between the same two things, beside the likeliest.
  static let secondRelationThreshold = 0.6

  private struct Triple: Hashable {
    var subject: Int
    var relation: Int
    var object: Int

    var pair: Pair { Pair(subject: subject, object: object) }
  }

  private struct Pair: Hashable {
    var subject: Int
    var object: Int
  }

  /// O(hypotheses).
  func assemble(_ hypotheses: [Hypothesis]) -> DocumentClaims {
    var order: [Triple] = []
    var places: [Triple: [Hypothesis]] = [:]
    for item in hypotheses where item.probability >= Self.evidenceThreshold {
      let triple = triple(of: item)
      if places[triple] == nil { order.append(triple) }
      places[triple, default: []].append(item)
    }
    var likeliest: [Pair: Double] = [:]
    for (triple, items) in places {
      let best = items.map(\.probability).max() ?? 0
      likeliest[triple.pair] = max(likeliest[triple.pair] ?? 0, best)
    }
    var claims: [Claim] = []
    for triple in order {
      guard let items = places[triple], let best = items.map(\.probability).max(), best >= Self.threshold,
        best == likeliest[triple.pair] || best >= Self.secondRelationThreshold
      else { continue }
      claims += claim(triple, items)
    }
    let document = context.document.document
    return DocumentClaims(
      doc: document.id, source: document.source, title: document.metadata.title ?? "",
      published: document.metadata.published, claims: claims)
  }

  /// Symmetric relations are written one way round.
  private func triple(of hypothesis: Hypothesis) -> Triple {
    if context.schema.symmetric.contains(hypothesis.relation), hypothesis.object < hypothesis.subject {
      return Triple(subject: hypothesis.object, relation: hypothesis.relation, object: hypothesis.subject)
    }
    return Triple(subject: hypothesis.subject, relation: hypothesis.relation, object: hypothesis.object)
  }

  /// One claim for each polarity that the places state.
  private func claim(_ triple: Triple, _ items: [Hypothesis]) -> [Claim] {
    var byPolarity: [Polarity: [(item: Hypothesis, certainty: Certainty)]] = [:]
    for item in items {
      let polarity = polarity(of: item)
      byPolarity[polarity, default: []].append((item, certainty(of: item, polarity)))
    }
    // A sentence does not say and deny the same: its likelier reading stands.
    let denials = likeliest(byPolarity[.negative] ?? [])
    let affirmations = likeliest(byPolarity[.positive] ?? [])
    for (sentence, denial) in denials {
      guard let affirmation = affirmations[sentence] else { continue }
      let loser: Polarity = affirmation > denial ? .negative : .positive
      byPolarity[loser]?.removeAll { $0.item.sentence == sentence }
    }
    return Polarity.allCases.compactMap { polarity in
      guard let stated = byPolarity[polarity],
        let best = stated.map(\.item.probability).max(), best >= Self.threshold
      else { return nil }
      let strong = stated.filter { $0.item.probability >= Self.threshold }
      return Claim(
        subject: context.table.entities[triple.subject], relation: context.schema.relations[triple.relation],
        object: context.table.entities[triple.object], polarity: polarity,
        certainty: strong.contains { $0.certainty == .asserted } ? .asserted : .hedged,
        confidence: (best * 1000).rounded() / 1000, evidence: evidence(stated.map(\.item)))
    }
  }

  /// How likely the likeliest reading of each sentence is.
  private func likeliest(_ items: [(item: Hypothesis, certainty: Certainty)]) -> [Int: Double] {
    items.reduce(into: [:]) { $0[$1.item.sentence] = max($0[$1.item.sentence] ?? 0, $1.item.probability) }
  }

  private func evidence(_ items: [Hypothesis]) -> [Evidence] {
    var best: [Int: Hypothesis] = [:]
    for item in items where (best[item.sentence]?.probability ?? -1) < item.probability {
      best[item.sentence] = item
    }
    let document = context.document.document
    return best.keys.sorted().map { number in
      let sentence = context.document.sentences[number]
      let path = document.sectionPath(of: sentence.block)
        .map { String(document.text(in: document.blocks[$0].range)) }
      return Evidence(
        text: String(document.text(in: sentence.range)), start: sentence.range.lowerBound,
        end: sentence.range.upperBound, section: path.joined(separator: " > "),
        rule: best[number]?.rule ?? "")
    }
  }

  // MARK: - Polarity and certainty

  func polarity(of hypothesis: Hypothesis) -> Polarity {
    if context.schema.relations[hypothesis.relation] == .foundIn, context.isFollowedByZero(hypothesis.subjectWord) {
      return .negative
    }
    let ends = [hypothesis.subjectWord, hypothesis.objectWord]
    return context.polarity(trigger: hypothesis.trigger, between: ends) ? .positive : .negative
  }

  func certainty(of hypothesis: Hypothesis, _ polarity: Polarity) -> Certainty {
    let relation = context.schema.relations[hypothesis.relation]
    let isRisk: Bool
    switch relation {
    case .foundIn, .isA, .convertsTo, .storedIn, .partOf, .produces: isRisk = false
    default: isRisk = true
    }
    let sentence = context.document.sentences[hypothesis.sentence]
    return context.isHedged(trigger: hypothesis.trigger, sentence: sentence, isRiskOrBenefit: isRisk)
      ? .hedged : .asserted
  }
}
