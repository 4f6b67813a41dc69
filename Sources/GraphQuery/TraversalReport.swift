public import GraphModel
public import Ontology

/// What a traversal found, as `traverse` prints it.
public struct TraversalReport: Sendable, Hashable, Encodable {
  public struct Member: Sendable, Hashable, Encodable {
    public var entity: EntityReport
    public var depth: Int
    /// The relation over which it was reached first; missing at the start.
    public var via: RelationReport?
  }

  public var members: [Member]
  public var relations: [RelationReport]
  /// Entities within reach that the limit left out.
  public var omitted: Int

  public init(_ traversal: Traversal, from starts: [EntityIndex], in source: some GraphSource, schema: Schema) throws {
    let found = try traversal.neighborhood(of: starts, in: source)
    let reporter = Reporter(source: source, schema: schema)
    members = try found.members.map { member in
      Member(
        entity: EntityReport(try source.entity(at: member.entity)), depth: member.depth,
        via: try member.hop.map { try reporter.report($0.relation) })
    }
    relations = try traversal.relations(among: found.members, in: source).map { try reporter.report($0) }
    omitted = found.omitted
  }

  /// The entities by distance, for a person to read.
  public var text: String {
    var lines: [String] = []
    for member in members {
      let indent = String(repeating: "  ", count: member.depth)
      let way = member.via.map { ": \($0.statement) (\($0.belief.hundredths), \($0.support))" } ?? ""
      lines.append("\(indent)\(member.entity.name) (\(member.entity.type.rawValue))\(way)")
    }
    if omitted > 0 { lines.append("Left out: \(omitted) more within reach; raise --limit to see them.") }
    return lines.joined(separator: "\n")
  }
}
