public import GraphModel
public import Ontology

/// A walk outwards from some entities, as a value: how far, along which relations, to which kinds of things.
public struct Traversal: Sendable, Hashable {
  /// How many relations away the farthest entity is.
  public var depth = 1
  public var direction = Direction.both
  /// Relations to follow; empty for all.
  public var relations: Set<RelationType> = []
  /// Kinds of things to visit; empty for all. Others are neither visited nor passed.
  public var types: Set<EntityType> = []
  /// Relations with less belief are not followed.
  public var minimumBelief = 0.0
  /// Whether relations are followed that sources only deny.
  public var followsDenied = false
  /// How many entities are visited, those at the start included; nil for all.
  public var limit: Int?

  public init() {}

  /// Whether a relation is followed.
  public func admits(_ relation: Relation) -> Bool {
    guard relations.isEmpty || relations.contains(relation.type) else { return false }
    guard relation.belief > 0 else { return followsDenied && relation.denial >= minimumBelief }
    return relation.belief >= minimumBelief
  }
}

/// What a traversal found.
public struct Neighborhood: Sendable, Hashable {
  /// An entity with its distance from the start.
  public struct Member: Sendable, Hashable {
    public var entity: EntityIndex
    public var depth: Int
    /// The relation over which it was reached first; nil at the start.
    public var hop: Hop?
  }

  /// By distance; within one by falling belief of the relation that led there, then in the order of the source.
  public var members: [Member]
  /// Entities within reach that the limit left out, seen from the entities that it let in.
  public var omitted: Int
}

extension Traversal {
  /// Visits entities breadth first.
  ///
  /// With a limit, the best believed neighbors of each distance are taken. Complexity: linear in the relations of the
  /// entities visited, plus sorting each distance.
  public func neighborhood(of starts: [EntityIndex], in source: some GraphSource) throws -> Neighborhood {
    var members: [Neighborhood.Member] = []
    var seen: Set<EntityIndex> = []
    for start in starts where seen.insert(start).inserted {
      members.append(Neighborhood.Member(entity: start, depth: 0, hop: nil))
    }
    var omitted: Set<EntityIndex> = []
    var front = members
    for distance in 1...max(1, depth) where distance <= depth && !front.isEmpty {
      let found = try reached(from: front, at: distance, in: source, except: seen)
      let room = limit.map { max(0, $0 - members.count) } ?? found.count
      front = Array(found.prefix(room))
      omitted.formUnion(found.dropFirst(room).map(\.entity))
      seen.formUnion(front.map(\.entity))
      members += front
    }
    return Neighborhood(members: members, omitted: omitted.subtracting(seen).count)
  }

  /// New entities one relation away, each by its best believed relation.
  private func reached(
    from front: [Neighborhood.Member], at distance: Int, in source: some GraphSource, except seen: Set<EntityIndex>
  ) throws -> [Neighborhood.Member] {
    var best: [EntityIndex: (order: Int, hop: Hop)] = [:]
    for member in front {
      for relation in try source.relations(of: member.entity, direction) where admits(relation) {
        let hop = Hop(relation: relation, isForward: relation.subject == member.entity)
        guard !seen.contains(hop.end), try admits(hop.end, in: source) else { continue }
        if let known = best[hop.end], known.hop.relation.belief >= relation.belief { continue }
        best[hop.end] = (best[hop.end]?.order ?? best.count, hop)
      }
    }
    return best.values.sorted { (-$0.hop.relation.belief, $0.order) < (-$1.hop.relation.belief, $1.order) }
      .map { Neighborhood.Member(entity: $0.hop.end, depth: distance, hop: $0.hop) }
  }

  private func admits(_ entity: EntityIndex, in source: some GraphSource) throws -> Bool {
    try types.isEmpty || types.contains(source.entity(at: entity).type)
  }

  /// The relations among the members that the traversal follows, in the order of the source.
  public func relations(among members: [Neighborhood.Member], in source: some GraphSource) throws -> [Relation] {
    let inside = Set(members.map(\.entity))
    return try members.flatMap { member in
      try source.relations(of: member.entity, .outgoing).filter { admits($0) && inside.contains($0.object) }
    }
  }
}
