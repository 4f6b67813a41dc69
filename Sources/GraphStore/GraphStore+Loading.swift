import GRDB
public import GraphModel
import Ontology

extension GraphStore {
  /// The documents that the store holds, by source.
  public func sources() throws -> [StoredDocument] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT document.*, leader.source AS group_source,
            (SELECT count(*) FROM statement WHERE document_id = document.id) AS statements
          FROM document JOIN document AS leader ON leader.id = document.group_id ORDER BY document.source
          """
      ).map { row in
        StoredDocument(
          document: Self.document(row), fingerprint: row["fingerprint"], group: row["group_source"],
          statements: row["statements"])
      }
    }
  }

  /// The fingerprint of a source as it was written; nil where the store does not hold it.
  public func fingerprint(of source: String) throws -> String? {
    try read { try String.fetchOne($0, sql: "SELECT fingerprint FROM document WHERE source = ?", arguments: [source]) }
  }

  /// The validators of documents that were written with some, by source.
  public func validators() throws -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT source, validators FROM document WHERE validators IS NOT NULL")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["source"], $0["validators"]) })
    }
  }

  /// What each document says, by source.
  public func digests() throws -> [DocumentDigest] {
    try read { try DigestReader($0).digests() }
  }

  /// The whole graph in memory.
  public func load() throws -> KnowledgeGraph {
    KnowledgeGraph(digests: try digests(), corrections: try corrections(), symmetric: symmetric)
  }

  static func document(_ row: Row) -> GraphDocument {
    GraphDocument(doc: row["doc"], source: row["source"], title: row["title"], published: row["published"])
  }

  static func place(_ row: Row) -> Evidence {
    Evidence(text: row["text"], start: row["start"], end: row["end"], section: row["section"], rule: row["rule"])
  }
}
