public import GraphExport
import GraphModel
public import GraphQuery
import Ontology

extension OpenGraph {
  /// A way to write a graph down.
  public typealias ExportFormat = GraphExport.ExportFormat

  /// Takes a part of the graph out to write it in some format.
  ///
  /// Relations that sources deny are exported, too, and marked. Without a center, things without any relation left are
  /// dropped.
  ///
  /// - Parameters:
  ///   - around: The things around which the part lies; none for the whole graph.
  ///   - traversal: How far it goes, along which relations, to which things.
  ///   - isSparse: Whether the part is to be looked at: then relations between things at one distance from the center are
  ///     left out, and without a center the best supported relations are taken, three for each two things of the limit.
  /// - Returns: The part, and how many things the limit left out.
  public func part(around: [NamedEntities], _ traversal: Traversal, isSparse: Bool = false) throws
    -> (graph: ExportGraph, omitted: Int)
  {
    var traversal = traversal
    traversal.followsDenied = true
    let schema = try Schema.bundled()
    if !around.isEmpty {
      let found = try traversal.neighborhood(of: around.flatMap(\.entities), in: store)
      let depths = Dictionary(found.members.map { ($0.entity, $0.depth) }) { first, _ in first }
      let graph = try ExportGraph(of: found.members.map(\.entity), in: store, schema: schema) { relation in
        traversal.admits(relation) && !(isSparse && depths[relation.subject] == depths[relation.object])
      }
      return (graph, found.omitted)
    }
    let relations = try store.allRelations().filter(traversal.admits)
    let admitted = try entities(of: relations, types: traversal.types)
    let limit = traversal.limit ?? admitted.count
    var kept = Set(relations.map(\.index))
    if isSparse { kept = try Self.bestSupported(relations, among: Set(admitted), limit: limit) }
    let ends = Set(relations.filter { kept.contains($0.index) }.flatMap { [$0.subject, $0.object] })
    let nodes = Array(admitted.filter(ends.contains).prefix(limit))
    var graph = try ExportGraph(of: nodes, in: store, schema: schema) { kept.contains($0.index) }
    graph.dropIsolatedNodes()
    return (graph, admitted.count - graph.nodes.count)
  }

  /// Relations with the most sources between as many things as the limit allows.
  private static func bestSupported(_ relations: [Relation], among admitted: Set<EntityIndex>, limit: Int) throws
    -> Set<RelationIndex>
  {
    let sorted = relations.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (-first.support.sources, -max(first.belief, first.denial), left.offset)
        < (-second.support.sources, -max(second.belief, second.denial), right.offset)
    }
    var kept: Set<RelationIndex> = []
    var things: Set<EntityIndex> = []
    for (_, relation) in sorted where admitted.contains(relation.subject) && admitted.contains(relation.object) {
      let grown = things.union([relation.subject, relation.object])
      guard grown.count <= limit, kept.count < limit + limit / 2 else { continue }
      things = grown
      kept.insert(relation.index)
    }
    return kept
  }

  /// The ends of relations that are of the wanted types, those with the most relations first.
  private func entities(of relations: [Relation], types: Set<EntityType>) throws -> [EntityIndex] {
    var degrees: [EntityIndex: Int] = [:]
    for relation in relations {
      degrees[relation.subject, default: 0] += 1
      degrees[relation.object, default: 0] += 1
    }
    let sorted = try degrees.map { (id: try store.entity(at: $0.key).id, entity: $0.key, degree: $0.value) }
      .sorted { (-$0.degree, $0.id) < (-$1.degree, $1.id) }
    return try sorted.map(\.entity).filter { try types.isEmpty || types.contains(store.entity(at: $0).type) }
  }
}

extension Support {
  /// Independent sources on either side.
  fileprivate var sources: Int { affirming + affirmingHedged + denying + denyingHedged }
}
