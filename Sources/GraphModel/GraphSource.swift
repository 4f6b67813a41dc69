public import Ontology

/// Which way relations are followed.
public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
  case outgoing = "out"
  case incoming = "in"
  case both
}

/// How much a graph holds.
public struct GraphCounts: Sendable, Hashable, Codable {
  public var documents: Int
  public var entities: Int
  public var relations: Int
  public var evidence: Int

  public init(documents: Int, entities: Int, relations: Int, evidence: Int) {
    self.documents = documents
    self.entities = entities
    self.relations = relations
    self.evidence = evidence
  }
}

/// An entity without its other names.
public struct EntityHead: Sendable, Hashable {
  public var index: EntityIndex
  public var id: String
  public var type: EntityType
  public var name: String

  public init(index: EntityIndex, id: String, type: EntityType, name: String) {
    self.index = index
    self.id = id
    self.type = type
    self.name = name
  }
}

/// A graph to ask: in memory (``KnowledgeGraph``) or in a file (the store), so that one query engine serves both.
///
/// Indices come from the source and go back to it; one that does not is a programming error (memory) or finds nothing
/// (store). Every answer is in a fixed order that follows from the graph's content.
public protocol GraphSource: Sendable {
  func counts() throws -> GraphCounts

  /// Entities one of whose names has the same ``NameKey``, in the order of their ids.
  func entities(named name: String) throws -> [EntityIndex]

  /// The entity with this ``Entity/id``.
  func entity(withID id: String) throws -> EntityIndex?

  func entity(at index: EntityIndex) throws -> Entity

  /// All entities, in the order of their ids.
  func allEntities() throws -> [EntityIndex]

  /// All entities with id, type and name, in the order of their ids.
  func heads() throws -> [EntityHead]

  /// Relations that leave or reach an entity, by type, then by the other end's id; with `.both` the outgoing ones first and
  /// a relation of an entity to itself once.
  func relations(of entity: EntityIndex, _ direction: Direction) throws -> [Relation]

  func relation(at index: RelationIndex) throws -> Relation

  /// All relations, by the subject's id, type, then by the object's id.
  func allRelations() throws -> [Relation]

  /// The evidence of a relation, by document source, then by place in the document.
  func evidence(of relation: RelationIndex) throws -> [GraphEvidence]

  /// Calls `body` with every name of every entity, for a search by likeness: entities in the order of their ids, the
  /// preferred name first, the others sorted.
  func forEachName(_ body: (String, EntityIndex) throws -> Void) throws
}
