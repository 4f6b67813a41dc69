public import GraphModel
public import Ontology

/// Everything about one entity, as `show` prints it.
public struct EntityCard: Sendable, Hashable, Encodable {
  public var entity: Entity
  /// What it does, is in, is part of: relations that leave it.
  public var outgoing: [RelationReport]
  public var incoming: [RelationReport]

  /// Collects the relations of an entity: in the schema's order of relations, then by falling belief.
  public init(of index: EntityIndex, in source: some GraphSource, schema: Schema) throws {
    entity = try source.entity(at: index)
    let reporter = Reporter(source: source, schema: schema)
    func reports(_ direction: Direction) throws -> [RelationReport] {
      let order = try source.relations(of: index, direction).enumerated().sorted { left, right in
        let (first, second) = (left.element, right.element)
        return (schema.rank(of: first.type) ?? .max, -first.belief, left.offset)
          < (schema.rank(of: second.type) ?? .max, -second.belief, right.offset)
      }
      return try order.map { try reporter.report($0.element) }
    }
    outgoing = try reports(.outgoing)
    incoming = try reports(.incoming)
  }

  /// The card for a person to read; of each relation type at most `limit` are shown.
  public func text(limit: Int) -> String {
    var lines = ["\(entity.name) (\(entity.type.rawValue))", "  id: \(entity.id)"]
    if !entity.aliases.isEmpty { lines.append("  also: \(entity.aliases.joined(separator: ", "))") }
    if !entity.ids.isEmpty { lines.append("  cross-references: \(entity.ids.joined(separator: ", "))") }
    lines += Self.section(outgoing, limit) + Self.section(incoming, limit)
    return lines.joined(separator: "\n")
  }

  private static func section(_ relations: [RelationReport], _ limit: Int) -> [String] {
    var lines: [String] = []
    var index = 0
    while index < relations.count {
      let type = relations[index].relation
      let group = relations[index...].prefix { $0.relation == type }
      lines.append("\(type.rawValue) (\(group.count))")
      lines += group.prefix(limit).flatMap(\.lines)
      if group.count > limit { lines.append("  ... and \(group.count - limit) more") }
      index += group.count
    }
    return lines
  }
}

extension RelationReport {
  /// The statement with its belief, and its sentence on a line of its own.
  var lines: [String] {
    var lines = ["  \(statement) (\(max(belief, denial).hundredths), \(support))"]
    if let evidence {
      lines.append("    “\(evidence.text.oneLine)” [\(evidence.title.isEmpty ? evidence.source : evidence.title)]")
    }
    return lines
  }
}
