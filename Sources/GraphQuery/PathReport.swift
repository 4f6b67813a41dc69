public import GraphModel
public import Ontology

/// The ways between two entities, as `path` prints them.
public struct PathReport: Sendable, Hashable, Encodable {
  public var from: String
  public var to: String
  /// The best first.
  public var paths: [AnswerReport.Connection]

  public init(
    _ search: PathSearch<some GraphSource>, from: NamedEntities, to: NamedEntities, count: Int, schema: Schema
  ) throws {
    self.from = from.correction ?? from.name
    self.to = to.correction ?? to.name
    let reporter = Reporter(source: search.source, schema: schema)
    paths = try search.paths(from: from.entities, to: to.entities, count: count).map { try reporter.connection($0) }
  }

  /// The ways for a person to read, numbered.
  public var text: String {
    paths.enumerated().map { "\($0 + 1). \($1.text)" }.joined(separator: "\n")
  }
}
