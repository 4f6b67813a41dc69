public import GraphModel
internal import Ontology

/// Which relations a walk may go over.
public enum Admission: Sendable, Hashable {
  /// Those that a source affirms.
  case affirmed
  /// Those that a source denies.
  case denied
  /// Both.
  case any

  func admits(_ relation: Relation) -> Bool {
    switch self {
    case .affirmed: relation.belief > 0
    case .denied: relation.denial > 0
    case .any: true
    }
  }
}

extension PropertyPath {
  /// The walks that begin at the given entities and follow the path, in the order in which the source lists relations.
  ///
  /// Walks that differ only in their relations are all given (two relations may link the same pair), except inside a
  /// repetition, where the shortest walk to each entity stands for all. Time grows with the relations on the way; each
  /// step reads the relations of an entity once.
  public func trails(from start: [EntityIndex], in source: some GraphSource, _ admission: Admission = .affirmed) throws
    -> [Trail]
  {
    try extend(start.map { Trail(start: $0) }, in: source, admission)
  }

  private func extend(_ trails: [Trail], in source: some GraphSource, _ admission: Admission) throws -> [Trail] {
    switch self {
    case .relation(let type):
      return try trails.flatMap { trail in
        try source.relations(of: trail.end, .outgoing).filter { $0.type == type && admission.admits($0) }
          .map { trail.appending(Hop(relation: $0, isForward: true)) }
      }
    case .inverse(.relation(let type)):
      return try trails.flatMap { trail in
        try source.relations(of: trail.end, .incoming).filter { $0.type == type && admission.admits($0) }
          .map { trail.appending(Hop(relation: $0, isForward: false)) }
      }
    case .inverse(let path):
      return try path.reversed.extend(trails, in: source, admission)
    case .sequence(let paths):
      return try paths.reduce(trails) { try $1.extend($0, in: source, admission) }
    case .choice(let paths):
      return try paths.flatMap { try $0.extend(trails, in: source, admission) }
    case .repeated(let path, let times):
      return try path.repeating(trails, times, in: source, admission)
    }
  }

  /// Breadth first; an entity that was reached is not reached again.
  private func repeating(
    _ trails: [Trail], _ times: ClosedRange<Int>, in source: some GraphSource, _ admission: Admission
  ) throws -> [Trail] {
    var found = times.lowerBound == 0 ? trails : []
    var reached = Set(trails.map { Ends(start: $0.start, end: $0.end) })
    var front = trails
    for round in 1...max(1, times.upperBound) where !front.isEmpty && round <= times.upperBound {
      front = try extend(front, in: source, admission)
        .filter { reached.insert(Ends(start: $0.start, end: $0.end)).inserted }
      if round >= times.lowerBound { found += front }
    }
    return found
  }

  private struct Ends: Hashable {
    var start: EntityIndex
    var end: EntityIndex
  }
}
