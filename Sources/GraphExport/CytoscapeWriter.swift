internal import GraphModel

/// Writes the JSON that Cytoscape, Cytoscape.js and networkx's `cytoscape_graph` read.
struct CytoscapeWriter {
  func text(_ graph: ExportGraph) -> String {
    var output = "{\n  \"data\": {\"name\": \"nutrigraph\"},\n  \"directed\": true,\n  \"multigraph\": true,\n"
    output += "  \"elements\": {\"nodes\": "
    JSONText.writeLines(graph.nodes.lazy.map(node), to: &output)
    output += ",\n  \"edges\": "
    JSONText.writeLines(graph.edges.lazy.map(edge), to: &output)
    return output + "}\n}\n"
  }

  private func node(_ entity: Entity) -> JSONText {
    .object([
      (
        "data",
        .object([
          ("id", .string(entity.id)), ("value", .string(entity.id)), ("name", .string(entity.name)),
          ("type", .string(entity.type.rawValue)), ("aliases", .array(entity.aliases.map(JSONText.string))),
          ("ids", .array(entity.ids.map(JSONText.string))), ("color", .string(TypeColors.fill(entity.type))),
        ])
      )
    ])
  }

  private func edge(_ edge: ExportGraph.Edge) -> JSONText {
    .object([
      (
        "data",
        .object(
          [
            ("id", .string(edge.key)), ("source", .string(edge.subject)), ("target", .string(edge.object)),
            ("key", .string(edge.type.rawValue)), ("interaction", .string(edge.type.rawValue)),
          ] + edge.jsonMembers + [("sentence", .string(edge.sentence))])
      )
    ])
  }
}
