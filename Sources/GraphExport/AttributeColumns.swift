internal import GraphModel

/// What the XML and table formats say of nodes and edges, one column each.
enum AttributeColumns {
  enum Kind: String {
    case string, double, int
  }

  struct Column<Element>: Sendable {
    var name: String
    var kind: Kind
    var value: @Sendable (Element) -> String
  }

  static let nodes: [Column<Entity>] = [
    Column(name: "name", kind: .string) { $0.name },
    Column(name: "type", kind: .string) { $0.type.rawValue },
    Column(name: "aliases", kind: .string) { $0.aliases.joined(separator: " | ") },
    Column(name: "ids", kind: .string) { $0.ids.joined(separator: " | ") },
  ]

  static let edges: [Column<ExportGraph.Edge>] = [
    Column(name: "relation", kind: .string) { $0.type.rawValue },
    Column(name: "phrase", kind: .string) { $0.phrase },
    Column(name: "standing", kind: .string) { $0.standing.rawValue },
    Column(name: "belief", kind: .double) { $0.belief.digits },
    Column(name: "denial", kind: .double) { $0.denial.digits },
    Column(name: "sources", kind: .int) { String($0.affirmingSources) },
    Column(name: "denyingSources", kind: .int) { String($0.denyingSources) },
    Column(name: "hedgingSources", kind: .int) { String($0.support.affirmingHedged + $0.support.denyingHedged) },
    Column(name: "sentence", kind: .string) { $0.sentence },
  ]
}
