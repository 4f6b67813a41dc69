public import GraphQuery
public import GraphStore
import Ontology

extension OpenGraph {
  /// What a name means; see ``entities(named:)``.
  public typealias NamedEntities = GraphQuery.NamedEntities
  /// A walk outwards from some things.
  public typealias Traversal = GraphQuery.Traversal

  /// A relation or a type that the schema does not have.
  public struct UnknownTerm: Error, Sendable, Hashable, CustomStringConvertible {
    public var name: String
    /// "relation" or "type".
    public var kind: String
    public var known: [String]

    public var description: String {
      "There is no \(kind) named \(name); there are \(known.joined(separator: ", "))."
    }
  }

  /// A traversal along relations, and to things of types, that are given by name; none means all.
  ///
  /// Names are compared without regard to case. Throws an ``UnknownTerm``.
  public static func traversal(relations: [String], types: [String]) throws -> Traversal {
    let schema = try Schema.bundled()
    var traversal = Traversal()
    let knownRelations = schema.relations.map(\.type.rawValue)
    traversal.relations = try Set(
      relations.map { .init(rawValue: try term($0, of: "relation", among: knownRelations)) })
    let knownTypes = schema.entityTypes.map(\.rawValue)
    traversal.types = try Set(types.map { .init(rawValue: try term($0, of: "type", among: knownTypes)) })
    return traversal
  }

  private static func term(_ name: String, of kind: String, among known: [String]) throws -> String {
    guard let found = known.first(where: { $0.lowercased() == name.lowercased() }) else {
      throw UnknownTerm(name: name, kind: kind, known: known)
    }
    return found
  }

  /// Loads what reading questions needs; the result answers any number of them.
  public func answerer() throws -> QuestionAnswerer<GraphStore> {
    try QuestionAnswerer(source: store, schema: Schema.bundled(), grammar: QuestionGrammar.bundled())
  }

  /// What a name means in the graph.
  public func entities(named name: String) throws -> NamedEntities { try NamedEntities(name, in: store) }

  /// Everything about the entities of a name, one card each.
  public func cards(of name: NamedEntities) throws -> [EntityCard] {
    let schema = try Schema.bundled()
    return try name.entities.map { try EntityCard(of: $0, in: store, schema: schema) }
  }

  /// What lies around the entities of a name.
  public func traverse(_ traversal: Traversal, from name: NamedEntities) throws -> TraversalReport {
    try TraversalReport(traversal, from: name.entities, in: store, schema: Schema.bundled())
  }

  /// The ways between two things, the best first: the shortest, or the best believed.
  public func paths(
    from start: NamedEntities, to end: NamedEntities, count: Int,
    byBelief: Bool = false, minimumBelief: Double = 0
  ) throws -> PathReport {
    var search = PathSearch(source: store)
    search.preference = byBelief ? .believed : .shortest
    search.minimumBelief = minimumBelief
    return try PathReport(search, from: start, to: end, count: count, schema: Schema.bundled())
  }
}
