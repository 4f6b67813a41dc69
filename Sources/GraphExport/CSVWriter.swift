/// Writes the pair of tables that Neo4j's bulk import takes (RFC 4180; `neo4j-admin database import full
/// --nodes=nodes.csv --relationships=relationships.csv --multiline-fields=true`).
///
/// The items of a list are apart by semicolons, as the import expects; a semicolon inside one becomes a comma.
struct CSVWriter {
  func nodes(_ graph: ExportGraph) -> String {
    var output = row(["id:ID", "name", "type", "aliases:string[]", "ids:string[]", ":LABEL"])
    for node in graph.nodes {
      output += row([node.id, node.name, node.type.rawValue, list(node.aliases), list(node.ids), node.type.rawValue])
    }
    return output
  }

  func relationships(_ graph: ExportGraph) -> String {
    var output = row(
      [":START_ID", ":END_ID", ":TYPE"] + AttributeColumns.edges.map { "\($0.name):\($0.kind.rawValue)" })
    for edge in graph.edges {
      output += row([edge.subject, edge.object, edge.type.rawValue] + AttributeColumns.edges.map { $0.value(edge) })
    }
    return output
  }

  private func list(_ items: [String]) -> String {
    items.map { $0.replacing(";", with: ",") }.joined(separator: ";")
  }

  private func row(_ fields: [String]) -> String {
    fields.map(Self.field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [UInt8(ascii: "\""), UInt8(ascii: ","), 10, 13].contains($0) }
    let isPadded = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    return needsQuotes || isPadded ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
