public import GraphModel
public import Linguistics
public import Ontology

/// Why a sentence gave the claims it gave: what was recognised, considered, chosen and ruled out.
public struct SentenceExplanation: Sendable {
  /// A claim that was considered.
  public struct Consideration: Sendable {
    public var subject: EntityReference
    public var relation: RelationType
    public var object: EntityReference
    /// The rule that fired, or the context that brought the pair together.
    public var rule: String
    public var probability: Double
    /// Whether it became a claim, or evidence for one.
    public var isChosen: Bool
    /// The features that weighed most, with their weights, heaviest first.
    public var reasons: [(feature: String, weight: Double)]
  }

  /// A rule that fired between two entities whose types the schema does not let it link.
  public struct Rejection: Sendable, Hashable {
    public var rule: String
    public var subject: EntityReference
    public var object: EntityReference
  }

  public var text: String
  /// Words of the sentence, as indices of the analysed document's words.
  public var words: Range<Int>
  public var mentions: [EntityReference]
  /// Sorted by probability, the likeliest first.
  public var considered: [Consideration]
  public var rejected: [Rejection]
}

extension ClaimExtractor {
  /// Explains each sentence of a document that names an entity. O(hypotheses × features); for people, not for bulk.
  public func explain(_ document: AnalyzedDocument) -> [SentenceExplanation] {
    let reading = read(document, as: NamedFeature.self)
    let builder = HypothesisBuilder<HashedFeature>(context: reading.context, rules: rules, model: model)
    var bySentence: [Int: [Hypothesis]] = [:]
    for hypothesis in reading.hypotheses { bySentence[hypothesis.sentence, default: []].append(hypothesis) }
    return document.sentences.enumerated().compactMap { number, sentence in
      let table = reading.context.table
      let mentions = reading.context.mentions(of: sentence).map { table.entities[table.mentions[$0].entity] }
      let hypotheses = bySentence[number] ?? []
      guard !mentions.isEmpty || !hypotheses.isEmpty else { return nil }
      return SentenceExplanation(
        text: String(document.document.text(in: sentence.range)), words: sentence.words, mentions: mentions,
        considered: considerations(of: hypotheses, table), rejected: builder.rejections(in: number))
    }
  }

  private func considerations(
    of hypotheses: [Hypothesis], _ table: MentionTable
  ) -> [SentenceExplanation.Consideration] {
    var result: [SentenceExplanation.Consideration] = []
    for hypothesis in hypotheses {
      let probability = hypothesis.probability
      guard probability >= 0.05 else { continue }
      let weighed = hypothesis.features.map {
        (feature: $0, weight: Double(model.weight(of: HashedFeature(name: $0.utf8).hash)))
      }
      result.append(
        SentenceExplanation.Consideration(
          subject: table.entities[hypothesis.subject], relation: schema.relations[hypothesis.relation],
          object: table.entities[hypothesis.object], rule: hypothesis.rule, probability: probability,
          isChosen: probability >= ClaimAssembler.threshold,
          reasons: Array(weighed.sorted { (abs($0.weight), $1.feature) > (abs($1.weight), $0.feature) }.prefix(6))))
    }
    return result.sorted { ($0.probability, $1.rule) > ($1.probability, $0.rule) }
  }
}
