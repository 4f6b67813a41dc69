public import Ontology

/// A document annotated by a person: entities with their names and the claims between them.
public struct GoldDocument: Sendable, Codable {
  public struct Entity: Sendable, Codable {
    public var type: EntityType
    /// The preferred name first.
    public var names: [String]
  }

  public struct Claim: Sendable, Codable {
    /// Keys of ``GoldDocument/entities``.
    public var s: String
    public var r: RelationType
    public var o: String
    public var polarity: Polarity?
    public var certainty: Certainty?
    /// The first words of each place that states the claim.
    public var at: [String]?
  }

  public var doc: String
  public var title: String?
  public var entities: [String: Entity]
  public var claims: [Claim]
}
