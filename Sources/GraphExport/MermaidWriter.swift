/// Writes a Mermaid flowchart, which code hosts draw inside Markdown.
struct MermaidWriter {
  func text(_ graph: ExportGraph) -> String {
    var lines = ["flowchart LR"]
    var numbers: [String: Int] = [:]
    for (number, node) in graph.nodes.enumerated() {
      numbers[node.id] = number
      lines.append("  n\(number)[\"\(Self.escaped(node.name))\"]:::\(node.type.rawValue)")
    }
    for edge in graph.edges {
      guard let subject = numbers[edge.subject], let object = numbers[edge.object] else { continue }
      lines.append("  n\(subject) \(arrow(edge)) n\(object)")
    }
    for type in graph.types {
      lines.append("  classDef \(type.rawValue) fill:\(TypeColors.fill(type)),stroke:#666,color:#111")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func arrow(_ edge: ExportGraph.Edge) -> String {
    let label = Self.escaped(edge.label)
    switch edge.standing {
    case .stated: return "-- \"\(label)\" -->"
    case .hedged: return "-. \"\(label)\" .->"
    case .contested: return "== \"\(label)\" ==>"
    case .denied: return "-- \"\(label)\" --x"
    }
  }

  /// Mermaid's own entities for what ends a label or begins markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n", "\r": result += "<br/>"
      case "\"", "#", "<", ">", "&", ";", "\\", "`", "[", "]", "{", "}", "|": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
