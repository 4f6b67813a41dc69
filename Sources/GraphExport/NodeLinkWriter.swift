internal import GraphModel

/// Writes node-link JSON, which networkx's `node_link_graph` and D3 read as it is.
///
/// The edges stand under two names: D3 and networkx up to 3.5 look for `links`, networkx from 3.6 on for `edges`. Each edge
/// carries all its evidence.
struct NodeLinkWriter {
  func text(_ graph: ExportGraph) -> String {
    var output =
      "{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": {\"name\": \"nutrigraph\"},\n  \"nodes\": "
    JSONText.writeLines(graph.nodes.lazy.map(node), to: &output)
    var edges = ""
    JSONText.writeLines(graph.edges.lazy.map(edge), to: &edges)
    output += ",\n  \"links\": " + edges + ",\n  \"edges\": " + edges + "\n}\n"
    return output
  }

  private func node(_ entity: Entity) -> JSONText {
    .object([
      ("id", .string(entity.id)), ("name", .string(entity.name)), ("type", .string(entity.type.rawValue)),
      ("aliases", .array(entity.aliases.map(JSONText.string))), ("ids", .array(entity.ids.map(JSONText.string))),
    ])
  }

  private func edge(_ edge: ExportGraph.Edge) -> JSONText {
    .object(
      [
        ("source", .string(edge.subject)), ("target", .string(edge.object)), ("key", .string(edge.type.rawValue)),
      ] + edge.jsonMembers + [("evidence", .array(edge.evidence.map(evidence)))])
  }

  private func evidence(_ evidence: GraphEvidence) -> JSONText {
    .object([
      ("text", .string(evidence.place.text)), ("doc", .string(evidence.document.doc)),
      ("source", .string(evidence.document.source)), ("title", .string(evidence.document.title)),
      ("section", .string(evidence.place.section)), ("start", .integer(evidence.place.start)),
      ("end", .integer(evidence.place.end)), ("polarity", .string(evidence.polarity.rawValue)),
      ("certainty", .string(evidence.certainty.rawValue)), ("rule", .string(evidence.place.rule)),
    ])
  }
}
