public import GraphModel

/// The first things that two graphs answer differently; nil if there are none.
public func difference(_ left: some GraphSource, _ right: some GraphSource) throws -> String? {
  let changes = try describe(left).difference(from: describe(right))
  return changes.isEmpty ? nil : changes.prefix(2).map { "\($0)" }.joined(separator: "\n")
}

/// Everything that a graph answers, in words.
public func describe(_ graph: some GraphSource) throws -> [String] {
  var lines = ["\(try graph.counts())"]
  for index in try graph.allEntities() {
    let entity = try graph.entity(at: index)
    lines.append("\(entity)")
    lines.append("  \(try graph.entity(withID: entity.id) == index)")
    for name in [entity.name] + entity.aliases {
      let named = try graph.entities(named: name).map { try graph.entity(at: $0).id }
      lines.append("  \(name): \(named)")
    }
    for direction in Direction.allCases {
      let relations = try graph.relations(of: index, direction)
      for relation in relations { lines.append("  \(direction) \(try describe(relation, in: graph))") }
    }
  }
  for relation in try graph.allRelations() {
    lines.append(try describe(relation, in: graph))
    lines += try graph.evidence(of: relation.index).map { "  \($0)" }
  }
  return lines
}

private func describe(_ relation: Relation, in graph: some GraphSource) throws -> String {
  let ends = try [relation.subject, relation.object].map { try graph.entity(at: $0).id }
  return "\(ends[0]) \(relation.type.rawValue) \(ends[1]) \(relation.belief) \(relation.denial) \(relation.support)"
}
