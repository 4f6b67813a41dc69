/// Writes GraphML (Brandes et al., graphml.graphdrawing.org).
struct GraphMLWriter {
  func text(_ graph: ExportGraph) -> String {
    var output =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    declare(AttributeColumns.nodes, for: "node", into: &output)
    declare(AttributeColumns.edges, for: "edge", into: &output)
    output += "  <graph id=\"nutrigraph\" edgedefault=\"directed\">\n"
    for node in graph.nodes {
      output += "    <node id=\"\(node.id.xmlEscaped)\">\n"
      write(AttributeColumns.nodes, of: node, for: "node", into: &output)
      output += "    </node>\n"
    }
    for edge in graph.edges {
      output += "    <edge id=\"\(edge.key.xmlEscaped)\" source=\"\(edge.subject.xmlEscaped)\""
      output += " target=\"\(edge.object.xmlEscaped)\">\n"
      write(AttributeColumns.edges, of: edge, for: "edge", into: &output)
      output += "    </edge>\n"
    }
    return output + "  </graph>\n</graphml>\n"
  }

  private func declare<Element>(
    _ columns: [AttributeColumns.Column<Element>], for domain: String, into output: inout String
  ) {
    for column in columns {
      output += "  <key id=\"\(domain).\(column.name)\" for=\"\(domain)\" attr.name=\"\(column.name)\""
      output += " attr.type=\"\(column.kind.rawValue)\"/>\n"
    }
  }

  private func write<Element>(
    _ columns: [AttributeColumns.Column<Element>], of element: Element, for domain: String, into output: inout String
  ) {
    for column in columns {
      output += "      <data key=\"\(domain).\(column.name)\">\(column.value(element).xmlEscaped)</data>\n"
    }
  }
}
