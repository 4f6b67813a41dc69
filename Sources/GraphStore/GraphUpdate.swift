import GRDB
import GraphModel
import Ontology

/// One transaction's worth of change: the documents' own rows at once, then what follows from them, once for all.
struct GraphUpdate {
  let db: Database
  /// Rows whose consequences are to be drawn again.
  var senses: Set<Int64> = []
  var documents: Set<Int64> = []
  var relations: Set<Int64> = []
  /// Senses that a name or an identifier tied to a touched one before a document went.
  var untied: Set<Int64> = []
  /// Members of groups that lost a document.
  var loosened: Set<Int64> = []
  /// Entities that are none any more.
  var retired: Set<Int64> = []
  /// Senses whose statements may be without a relation and are to be joined to one.
  var rejoined: Set<Int64> = []
  let rules: IdentityRules
  /// Relations that read the same from both ends.
  let symmetric: Set<RelationType>
  private var senseIDs: [Sense: Int64] = [:]

  init(_ db: Database, symmetric: Set<RelationType>) throws {
    self.db = db
    self.symmetric = symmetric
    rules = IdentityRules(try GraphStore.corrections(in: db))
    rejoined = try sensesWithDroppedRelations()
    // What is left out has no entity that would show what belongs together, so it is always looked at again.
    if rules.hasDrops { senses = try Int64.fetchSet(db, sql: "SELECT id FROM sense WHERE entity_id IS NULL") }
  }

  mutating func write(_ incoming: IncomingDocument) throws -> WriteOutcome {
    let source = incoming.claims.source
    let known = try db.cachedStatement(sql: "SELECT id, fingerprint FROM document WHERE source = ?")
    var outcome = WriteOutcome.new
    if let row = try Row.fetchOne(known, arguments: [source]) {
      guard row["fingerprint"] != incoming.fingerprint else { return .unchanged }
      try removeDocument(row["id"])
      outcome = .updated
    }
    try insert(DocumentDigest(incoming.claims), incoming)
    return outcome
  }

  /// Whether there was such a source.
  mutating func remove(source: String) throws -> Bool {
    let known = try db.cachedStatement(sql: "SELECT id FROM document WHERE source = ?")
    guard let id = try Int64.fetchOne(known, arguments: [source]) else { return false }
    try removeDocument(id)
    return true
  }

  /// Draws the consequences of all changes.
  mutating func finish() throws {
    try updateGroups()
    try updateEntities()
    try updateRelations()
    try removeUnused()
  }

  private mutating func removeDocument(_ id: Int64) throws {
    let used = try db.cachedStatement(sql: "SELECT sense_id FROM naming WHERE document_id = ?")
    senses.formUnion(try Int64.fetchSet(used, arguments: [id]))
    untied.formUnion(try sensesTied(by: id))
    let stated = try db.cachedStatement(
      sql: "SELECT relation_id FROM statement WHERE document_id = ? AND relation_id IS NOT NULL")
    relations.formUnion(try Int64.fetchSet(stated, arguments: [id]))
    let group = try db.cachedStatement(
      sql: "SELECT id FROM document WHERE group_id = (SELECT group_id FROM document WHERE id = ?) AND id <> ?")
    let members = try Int64.fetchSet(group, arguments: [id, id])
    loosened.formUnion(members)
    // A group without its leader is led by itself until the end of the transaction.
    let orphans = try db.cachedStatement(sql: "UPDATE document SET group_id = NULL WHERE group_id = ?")
    try orphans.execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM document WHERE id = ?").execute(arguments: [id])
    loosened.remove(id)
    documents.remove(id)
  }

  private mutating func insert(_ digest: DocumentDigest, _ incoming: IncomingDocument) throws {
    let insertion = try db.cachedStatement(
      sql: "INSERT INTO document (source, doc, title, published, fingerprint, validators) VALUES (?, ?, ?, ?, ?, ?)")
    let document = digest.document
    try insertion.execute(
      arguments: [
        document.source, document.doc, document.title, document.published, incoming.fingerprint, incoming.validators,
      ])
    let id = db.lastInsertedRowID
    documents.insert(id)
    let sentence = try db.cachedStatement(sql: "INSERT INTO sentence (fingerprint, document_id) VALUES (?, ?)")
    for print in SourceGroups.sentences(of: digest) {
      try sentence.execute(arguments: [Int64(bitPattern: print), id])
    }
    let shingle = try db.cachedStatement(sql: "INSERT INTO shingle (hash, document_id) VALUES (?, ?)")
    for hash in digest.signature.hashes { try shingle.execute(arguments: [Int64(hash), id]) }
    let ids = try digest.namings.map { try insert($0, document: id) }
    for statement in digest.statements { try insert(statement, document: id, senses: ids) }
  }

  /// Inserts what a document calls a thing; the row of its sense.
  private mutating func insert(_ naming: DocumentDigest.Naming, document: Int64) throws -> Int64 {
    let sense = try senseID(of: naming.sense)
    senses.insert(sense)
    try db.cachedStatement(sql: "INSERT INTO naming (document_id, sense_id) VALUES (?, ?)")
      .execute(arguments: [document, sense])
    let name = try db.cachedStatement(
      sql: "INSERT INTO naming_name (document_id, sense_id, name, key, is_preferred) VALUES (?, ?, ?, ?, ?)")
    for preferred in naming.names {
      try name.execute(arguments: [document, sense, preferred, naming.sense.key.rawValue, true])
    }
    for alias in naming.aliases {
      try name.execute(arguments: [document, sense, alias, NameKey(alias).rawValue, false])
    }
    let xref = try db.cachedStatement(
      sql: "INSERT INTO naming_xref (document_id, sense_id, curie) VALUES (?, ?, ?)")
    for curie in naming.ids { try xref.execute(arguments: [document, sense, curie]) }
    return sense
  }

  private func insert(_ statement: DocumentDigest.Statement, document: Int64, senses: [Int64]) throws {
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO statement (document_id, subject_id, relation, object_id, polarity, certainty, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try insertion.execute(
      arguments: [
        document, senses[statement.subject], statement.relation.rawValue, senses[statement.object],
        statement.polarity.rawValue, statement.certainty.rawValue, statement.confidence,
      ])
    let id = db.lastInsertedRowID
    let place = try db.cachedStatement(
      sql: "INSERT INTO evidence (statement_id, text, start, \"end\", section, rule) VALUES (?, ?, ?, ?, ?, ?)")
    for evidence in statement.places {
      try place.execute(
        arguments: [id, evidence.text, evidence.start, evidence.end, evidence.section, evidence.rule])
    }
  }

  /// The row of a sense, which is made where there is none.
  mutating func senseID(of sense: Sense) throws -> Int64 {
    if let known = senseIDs[sense] { return known }
    let lookup = try db.cachedStatement(sql: "SELECT id FROM sense WHERE type = ? AND key = ?")
    let names: StatementArguments = [sense.type.rawValue, sense.key.rawValue]
    var id = try Int64.fetchOne(lookup, arguments: names)
    if id == nil {
      try db.cachedStatement(sql: "INSERT INTO sense (type, key) VALUES (?, ?)").execute(arguments: names)
      id = db.lastInsertedRowID
    }
    senseIDs[sense] = id
    return id!
  }

  /// Takes out senses that no document uses any more and no entity is named after.
  private func removeUnused() throws {
    try execute(
      """
      DELETE FROM sense WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM naming WHERE sense_id = sense.id)
        AND NOT EXISTS (SELECT 1 FROM entity WHERE id = sense.id)
      """, of: senses.union(retired).sorted())
  }
}
