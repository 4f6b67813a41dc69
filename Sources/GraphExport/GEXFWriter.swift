/// Writes GEXF 1.2 (gexf.net), the version that both Gephi and networkx read.
struct GEXFWriter {
  func text(_ graph: ExportGraph) -> String {
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    output +=
      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
    output += "  <graph mode=\"static\" defaultedgetype=\"directed\">\n"
    declare(AttributeColumns.nodes, of: "node", into: &output)
    declare(AttributeColumns.edges, of: "edge", into: &output)
    output += "    <nodes>\n"
    for node in graph.nodes {
      output += "      <node id=\"\(node.id.xmlEscaped)\" label=\"\(node.name.xmlEscaped)\">\n"
      write(AttributeColumns.nodes, of: node, into: &output)
      output += "        \(color(TypeColors.fill(node.type)))\n      </node>\n"
    }
    output += "    </nodes>\n    <edges>\n"
    for edge in graph.edges {
      output += "      <edge id=\"\(edge.key.xmlEscaped)\" source=\"\(edge.subject.xmlEscaped)\""
      output += " target=\"\(edge.object.xmlEscaped)\" label=\"\(edge.label.xmlEscaped)\""
      output += " weight=\"\(max(edge.belief, edge.denial).digits)\">\n"
      write(AttributeColumns.edges, of: edge, into: &output)
      output += "      </edge>\n"
    }
    return output + "    </edges>\n  </graph>\n</gexf>\n"
  }

  private func declare<Element>(
    _ columns: [AttributeColumns.Column<Element>], of kind: String, into output: inout String
  ) {
    output += "    <attributes class=\"\(kind)\" mode=\"static\">\n"
    for (index, column) in columns.enumerated() {
      let type = column.kind == .int ? "integer" : column.kind.rawValue
      output += "      <attribute id=\"\(index)\" title=\"\(column.name)\" type=\"\(type)\"/>\n"
    }
    output += "    </attributes>\n"
  }

  private func write<Element>(
    _ columns: [AttributeColumns.Column<Element>], of element: Element, into output: inout String
  ) {
    output += "        <attvalues>\n"
    for (index, column) in columns.enumerated() {
      output += "          <attvalue for=\"\(index)\" value=\"\(column.value(element).xmlEscaped)\"/>\n"
    }
    output += "        </attvalues>\n"
  }

  /// A color element of the "viz" module from "#rrggbb".
  private func color(_ hex: String) -> String {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    return "<viz:color r=\"\(value >> 16)\" g=\"\(value >> 8 & 255)\" b=\"\(value & 255)\"/>"
  }
}
