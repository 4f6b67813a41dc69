import Linguistics
import Ontology

/// Guesses the type of a noun phrase whose head neither the lexicon nor the word classes know.
///
/// A log-linear model for each type over the phrase's words, their endings and classes, and the words it depends on;
/// trained by TrainRanker on annotated articles.
struct PhraseTyper: Sendable {
  /// The least probability of a type. Low, because the ranking model has the last word on every claim.
  static let threshold = 0.2

  var model: RankingModel
  let types: [EntityType]
  let clusters: WordClusters
  /// What marks a feature as one for a type, in the order of the types.
  private let suffixes: [FeatureSuffix]

  init(model: RankingModel, types: [EntityType], clusters: WordClusters) {
    self.model = model
    self.types = types
    self.clusters = clusters
    suffixes = types.map { FeatureSuffix($0.rawValue) }
  }

  static func bundled(types: [EntityType]) throws -> PhraseTyper {
    PhraseTyper(
      model: try RankingModel(tsv: BundledFile.bytes("phrases.tsv"), file: "phrases.tsv"), types: types,
      clusters: try WordClusters(tsv: BundledFile.bytes("clusters.tsv"), file: "clusters.tsv"))
  }

  /// The likeliest type of a phrase, nil where none is likely.
  func type(of words: Range<Int>, in reader: SentenceReader) -> EntityType? {
    let features = features(of: words, in: reader, reading: nil, as: HashedFeature.self)
    var best: (type: EntityType, probability: Double)?
    for (type, suffix) in zip(types, suffixes) {
      let probability = model.probability(of: features, for: suffix)
      if probability > best?.probability ?? Self.threshold { best = (type, probability) }
    }
    return best?.type
  }

  /// What the model sees of a phrase.
  func features<Feature: FeatureKey>(
    of words: Range<Int>, in reader: SentenceReader, reading: Reading?, as _: Feature.Type
  ) -> [Feature] {
    let view = reader.view
    let head = words.upperBound - 1
    var result: [Feature] = []
    func add(_ name: StaticString, _ parts: String...) {
      var feature = Feature(name)
      for part in parts { feature.add(part) }
      result.append(feature)
    }
    let lemma = view.document.lemma(of: head).lowercased()
    add("bias")
    add("known", reading?.term.type.rawValue ?? "no")
    add("head", lemma)
    add("tag", view.word(head).xpos.name, words.count == 1 ? "1" : "n")
    for length in [2, 3, 4, 5] where lemma.utf8.count > length + 1 { add("ending", String(lemma.suffix(length))) }
    if lemma.utf8.count > 5 { add("beginning", String(lemma.prefix(4))) }
    if let classes = clusters[lemma] {
      add("class", classes.coarse)
      add("class", classes.fine)
    }
    let surface = view.surface(head..<head + 1)
    add("shape", shape(of: surface))
    for word in words.dropLast() where !view.isSeparator(word) {
      let modifier = view.document.lemma(of: word).lowercased()
      add("modifier", modifier)
      if let classes = clusters[modifier] { add("modifierClass", classes.fine) }
    }
    for hit in reader.hits where words.contains(hit.words.lowerBound) && hit.words.upperBound <= words.upperBound {
      let type = view.lexicon.type(of: hit.match.entry).rawValue
      add("holds", type, hit.words.upperBound == words.upperBound ? "end" : "inside")
    }
    addGovernor(of: head, view, add: { add("governor", $0, $1) })
    return result
  }

  private func addGovernor(of head: Int, _ view: DocumentView, add: (String, String) -> Void) {
    let word = view.word(head)
    let relation = word.relation.universal.name
    guard word.head >= 0 else { return add(relation, "") }
    let governor = view.document.lemma(of: Int(word.head)).lowercased()
    add(relation, governor)
    add(relation, "")
    if let classes = clusters[governor] { add(relation, classes.fine) }
    for before in max(0, head - 4)..<head where view.upos(before) == .adp && Int(view.word(before).head) == head {
      add("case", view.document.lemma(of: before).lowercased())
    }
  }

  private func shape(of form: String) -> String {
    let bytes = form.utf8
    let capitals = bytes.count { 0x41...0x5a ~= $0 }
    let digits = bytes.count { 0x30...0x39 ~= $0 }
    return (capitals == 0 ? "small" : capitals == 1 ? "capital" : "capitals") + (digits > 0 ? "digits" : "")
  }
}
