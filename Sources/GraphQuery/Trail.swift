public import GraphModel

/// A relation as a walk goes over it.
public struct Hop: Sendable, Hashable {
  public var relation: Relation
  /// Whether the walk goes from subject to object.
  public var isForward: Bool

  public init(relation: Relation, isForward: Bool) {
    self.relation = relation
    self.isForward = isForward
  }

  public var start: EntityIndex { isForward ? relation.subject : relation.object }
  public var end: EntityIndex { isForward ? relation.object : relation.subject }
}

/// A walk through the graph: an entity and the relations that lead on from it.
public struct Trail: Sendable, Hashable {
  public var start: EntityIndex
  public var hops: [Hop]

  public init(start: EntityIndex, hops: [Hop] = []) {
    self.start = start
    self.hops = hops
  }

  public var end: EntityIndex { hops.last?.end ?? start }

  /// The entities on the way, the ends included.
  public var entities: [EntityIndex] { [start] + hops.map(\.end) }

  /// The product of the hops' beliefs; 1 for a walk of no hops.
  public var belief: Double { hops.reduce(1) { $0 * $1.relation.belief } }

  func appending(_ hop: Hop) -> Trail { Trail(start: start, hops: hops + [hop]) }
}
