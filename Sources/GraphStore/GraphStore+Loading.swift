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
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, source, doc, title, published FROM document ORDER BY source")
      return try rows.map { try Self.digest(of: $0["id"], Self.document($0), in: db) }
    }
  }

  /// The whole graph in memory.
  public func load() throws -> KnowledgeGraph {
    KnowledgeGraph(digests: try digests(), corrections: try corrections())
  }

  static func document(_ row: Row) -> GraphDocument {
    GraphDocument(doc: row["doc"], source: row["source"], title: row["title"], published: row["published"])
  }

  private static func digest(of id: Int64, _ document: GraphDocument, in db: Database) throws -> DocumentDigest {
    let senses = try db.cachedStatement(
      sql: """
        SELECT sense.id, sense.type, sense.key FROM naming JOIN sense ON sense.id = naming.sense_id
        WHERE naming.document_id = ? ORDER BY sense.type, sense.key
        """)
    let rows = try Row.fetchAll(senses, arguments: [id])
    let index = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1["id"] as Int64, $0) })
    let shingles = try db.cachedStatement(sql: "SELECT hash FROM shingle WHERE document_id = ?")
    let signature = ShingleSignature(hashes: try UInt32.fetchAll(shingles, arguments: [id]))
    return DocumentDigest(
      document: document, signature: signature, namings: try rows.map { try naming($0, document: id, in: db) },
      statements: try statements(of: id, senses: index, in: db))
  }

  private static func naming(_ row: Row, document: Int64, in db: Database) throws -> DocumentDigest.Naming {
    let names = try db.cachedStatement(
      sql: "SELECT name FROM naming_name WHERE document_id = ? AND sense_id = ? AND is_preferred = ? ORDER BY name")
    let xrefs = try db.cachedStatement(
      sql: "SELECT curie FROM naming_xref WHERE document_id = ? AND sense_id = ? ORDER BY curie")
    let sense: Int64 = row["id"]
    return DocumentDigest.Naming(
      sense: Sense(type: EntityType(rawValue: row["type"]), key: NameKey(rawValue: row["key"])),
      names: try String.fetchAll(names, arguments: [document, sense, true]),
      aliases: try String.fetchAll(names, arguments: [document, sense, false]),
      ids: try String.fetchAll(xrefs, arguments: [document, sense]))
  }

  private static func statements(
    of document: Int64, senses: [Int64: Int], in db: Database
  ) throws -> [DocumentDigest.Statement] {
    let stated = try db.cachedStatement(sql: "SELECT * FROM statement WHERE document_id = ?")
    let evidence = try db.cachedStatement(sql: "SELECT * FROM evidence WHERE statement_id = ?")
    return try Row.fetchAll(stated, arguments: [document]).map { row in
      DocumentDigest.Statement(
        subject: senses[row["subject_id"]]!, relation: RelationType(rawValue: row["relation"]),
        object: senses[row["object_id"]]!, polarity: Polarity(rawValue: row["polarity"])!,
        certainty: Certainty(rawValue: row["certainty"])!, confidence: row["confidence"],
        places: try Row.fetchAll(evidence, arguments: [row["id"] as Int64]).map(place))
    }
  }

  static func place(_ row: Row) -> Evidence {
    Evidence(text: row["text"], start: row["start"], end: row["end"], section: row["section"], rule: row["rule"])
  }
}
