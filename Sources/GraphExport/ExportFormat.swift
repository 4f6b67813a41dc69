/// A way to write a graph down.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  case dot, json, cytoscape, graphml, gexf, csv, turtle, mermaid, svg

  /// Whether it is drawn for people, so that more than some dozens of entities defeat it.
  public var isPicture: Bool { self == .dot || self == .mermaid || self == .svg }

  /// How many entities a picture shows unless told otherwise.
  public static let pictureLimit = 40
}

/// A piece of an export: most formats have one, the table pair has two.
public struct ExportFile: Sendable, Hashable {
  /// What distinguishes the file from others of the same export ("nodes"); nil for an only file.
  public var part: String?
  public var text: String
}

extension ExportGraph {
  /// The graph in a format. Throws a ``GraphvizError`` for SVG where Graphviz cannot draw it, nothing otherwise.
  public func files(_ format: ExportFormat) throws -> [ExportFile] {
    switch format {
    case .dot: [ExportFile(text: DOTWriter().text(self))]
    case .json: [ExportFile(text: NodeLinkWriter().text(self))]
    case .cytoscape: [ExportFile(text: CytoscapeWriter().text(self))]
    case .graphml: [ExportFile(text: GraphMLWriter().text(self))]
    case .gexf: [ExportFile(text: GEXFWriter().text(self))]
    case .csv:
      [
        ExportFile(part: "nodes", text: CSVWriter().nodes(self)),
        ExportFile(part: "relationships", text: CSVWriter().relationships(self)),
      ]
    case .turtle: [ExportFile(text: TurtleWriter().text(self))]
    case .mermaid: [ExportFile(text: MermaidWriter().text(self))]
    case .svg: [ExportFile(text: try GraphvizRenderer().svg(DOTWriter().text(self), nodes: nodes.count))]
    }
  }
}
