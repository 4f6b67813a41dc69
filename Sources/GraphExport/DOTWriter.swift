/// Writes Graphviz's DOT language.
///
/// Every id and value is a quoted string, so that colons, quotes and keywords in names do no harm, and each node and edge
/// has one attribute list (Gephi's reader drops further ones). The legend is the graph's label: it adds no nodes.
struct DOTWriter {
  func text(_ graph: ExportGraph) -> String {
    var lines = ["digraph \"nutrigraph\" {"]
    lines.append("  graph [rankdir=\"LR\", fontname=\"Helvetica\", fontsize=\"10\", labelloc=\"b\", overlap=\"prism\",")
    lines.append("    nodesep=\"0.2\", ranksep=\"0.9\", label=\(legend(graph))];")
    lines.append(
      "  node [shape=\"box\", style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=\"11\", color=\"#666666\"];")
    lines.append(
      "  edge [fontname=\"Helvetica\", fontsize=\"9\", color=\"#555555\", fontcolor=\"#333333\", arrowsize=\"0.7\"];")
    for node in graph.nodes {
      let attributes = [
        ("label", Self.wrapped(node.name)), ("fillcolor", TypeColors.fill(node.type)), ("type", node.type.rawValue),
        ("fullname", node.name), ("tooltip", "\(node.name) (\(node.type.rawValue))"),
      ]
      lines.append("  \(Self.quoted(node.id)) \(list(attributes));")
    }
    for edge in graph.edges {
      lines.append("  \(Self.quoted(edge.subject)) -> \(Self.quoted(edge.object)) \(list(attributes(of: edge)));")
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func attributes(of edge: ExportGraph.Edge) -> [(String, String)] {
    var attributes = [
      ("label", edge.label), ("relation", edge.type.rawValue), ("standing", edge.standing.rawValue),
      ("belief", edge.belief.digits), ("penwidth", (0.8 + 1.4 * max(edge.belief, edge.denial)).digits),
      ("tooltip", "\(edge.sentence) [\(edge.support)]"),
    ]
    switch edge.standing {
    case .stated: break
    case .hedged: attributes.append(("style", "dashed"))
    case .contested: attributes += [("color", "#d08000"), ("fontcolor", "#a06000")]
    case .denied: attributes += [("color", "#c02020"), ("fontcolor", "#c02020"), ("arrowhead", "tee")]
    }
    return attributes
  }

  private func list(_ attributes: [(String, String)]) -> String {
    "[" + attributes.map { "\($0)=\(Self.quoted($1))" }.joined(separator: ", ") + "]"
  }

  /// A table below the picture: the colors of the types that occur, and how relations are drawn.
  private func legend(_ graph: ExportGraph) -> String {
    let colors = graph.types.map { "<td bgcolor=\"\(TypeColors.fill($0))\">\($0.rawValue.xmlEscaped)</td>" }
    let drawn = [
      "<td>solid: stated</td>", "<td>dashed: hedged</td>", "<td><font color=\"#a06000\">orange: disputed</font></td>",
      "<td><font color=\"#c02020\">red, bar: denied</font></td>",
    ]
    func row(_ cells: [String]) -> String {
      "<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"3\" color=\"#bbbbbb\"><tr>\(cells.joined())</tr></table>"
    }
    let rows = [colors, drawn].filter { !$0.isEmpty }.map { "<tr><td>\(row($0))</td></tr>" }
    return "<<table border=\"0\" cellspacing=\"2\">\(rows.joined())</table>>"
  }

  /// A quoted string. Backslashes are doubled, so that none escapes what follows; an ampersand that would begin an XML
  /// entity is written as one.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n", "\r": result += "\\n"
      case "&": result += "&amp;"
      case "\0": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Line ends at blanks, so that lines have some twenty characters.
  private static func wrapped(_ name: String) -> String {
    var lines: [String] = []
    for word in name.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 20 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
