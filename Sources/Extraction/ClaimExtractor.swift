public import Foundation
public import GraphModel
public import Linguistics
public import Ontology

/// Reads the claims of an analysed document.
///
/// Mentions are recognised, hypotheses listed from rules, cues and layout, weighed by the ranking model, and those
/// that a careful reader would probably write down are merged into claims. Pure and safe to share between threads.
public struct ClaimExtractor: Sendable {
  let ontology: Ontology
  let schema: SchemaIndex
  let rules: RuleSet
  let cues: CueLexicon
  private(set) var recognizer: MentionRecognizer
  let model: RankingModel
  private(set) var known: KnownClaims

  /// Loads the bundled rules and model, and the bundled ontology where none is given.
  ///
  /// - Parameter userRules: rules files to use beside the bundled ones.
  /// - Throws: `DataFileError` with every mistake of a rules file; an error of reading where a file is missing.
  public init(ontology: Ontology? = nil, userRules: [URL] = []) throws {
    let ontology = try ontology ?? Ontology()
    self.ontology = ontology
    schema = SchemaIndex(ontology.schema)
    var rules = try RuleSet(DataFile(yaml: BundledFile.text("rules.yaml"), name: "rules.yaml"), schema: ontology.schema)
    for url in userRules {
      let file = try DataFile(yaml: String(contentsOf: url, encoding: .utf8), name: url.lastPathComponent)
      rules = rules.merging(try RuleSet(file, schema: ontology.schema))
    }
    self.rules = rules
    cues = try CueLexicon(DataFile(yaml: BundledFile.text("cues.yaml"), name: "cues.yaml"), schema: schema)
    recognizer = try MentionRecognizer(ontology)
    model = try RankingModel(tsv: BundledFile.bytes("ranking.tsv"), file: "ranking.tsv")
    known = try KnownClaims(tsv: BundledFile.bytes("known.tsv"), file: "known.tsv", schema: schema)
  }

  /// The document's claims, each distinct triple once with all its evidence, in order of first mention.
  public func claims(in document: AnalyzedDocument) -> DocumentClaims {
    let reading = read(document, as: HashedFeature.self)
    return ClaimAssembler(context: reading.context).assemble(reading.hypotheses)
  }

  /// Recognises mentions, lists hypotheses and weighs them.
  ///
  /// - Parameter features: what to take features for; ``NamedFeature`` records their names in the hypotheses.
  func read<Feature: FeatureKey>(_ document: AnalyzedDocument, as features: Feature.Type) -> Reading {
    let table = recognizer.mentions(in: document)
    let context = DocumentContext(
      document: document, table: table,
      titleEntities: titleEntities(
        of: document.document.metadata.title ?? "", among: table, lexicon: ontology.lexicon),
      schema: schema, cues: cues, clusters: recognizer.clusters, known: known)
    let builder = HypothesisBuilder<Feature>(context: context, rules: rules, model: model)
    return Reading(context: context, hypotheses: builder.hypotheses())
  }

  /// The extractor with another model of phrases, for training.
  package func withPhraseModel(_ weights: [(name: String, weight: Float)]) -> ClaimExtractor {
    var copy = self
    copy.recognizer = recognizer.with(
      RankingModel(weights: weights.map { (HashedFeature(name: $0.name.utf8).hash, $0.weight) }))
    return copy
  }

  /// The extractor without what it knows of other articles, for training.
  package func withoutKnownClaims() -> ClaimExtractor {
    var copy = self
    copy.known = KnownClaims()
    return copy
  }

  /// A document's context with all that it might claim.
  struct Reading {
    var context: DocumentContext
    var hypotheses: [Hypothesis]
  }
}
