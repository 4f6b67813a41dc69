import GRDB
import GraphModel
import Ontology

/// Reads the digests of all documents by one pass over each table, which takes a fraction of a query for each statement.
struct DigestReader {
  private let db: Database
  private var senses: [Int64: Sense] = [:]
  /// The place in ``drafts`` of each document's row.
  private var places: [Int64: Int] = [:]
  private var drafts: [Draft] = []

  /// A document while the tables are read.
  private struct Draft {
    var document: GraphDocument
    var hashes: [UInt32] = []
    var namings: [Int64: DocumentDigest.Naming] = [:]
    var statements: [StatementRow] = []
  }

  private struct StatementRow {
    var id: Int64
    var subject: Int64
    var object: Int64
    var statement: DocumentDigest.Statement
  }

  init(_ db: Database) throws {
    self.db = db
  }

  /// All digests, by source.
  func digests() throws -> [DocumentDigest] {
    var reader = self
    try reader.readDocuments()
    try reader.readSignatures()
    try reader.readNamings()
    try reader.readStatements()
    let evidence = try reader.evidence()
    return reader.drafts.map { Self.digest($0, evidence) }
  }

  private mutating func readDocuments() throws {
    let documents = try Row.fetchCursor(db, sql: "SELECT * FROM document ORDER BY source")
    while let row = try documents.next() {
      places[row["id"]] = drafts.count
      drafts.append(Draft(document: GraphStore.document(row)))
    }
    let rows = try Row.fetchCursor(db, sql: "SELECT id, type, key FROM sense")
    while let row = try rows.next() {
      senses[row[0]] = Sense(type: EntityType(rawValue: row[1]), key: NameKey(rawValue: row[2]))
    }
  }

  private mutating func readSignatures() throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT document_id, hash FROM shingle")
    while let row = try rows.next() { drafts[places[row[0]]!].hashes.append(row[1]) }
  }

  private mutating func readNamings() throws {
    let namings = try Row.fetchCursor(db, sql: "SELECT document_id, sense_id FROM naming")
    while let row = try namings.next() {
      drafts[places[row[0]]!].namings[row[1]] =
        DocumentDigest.Naming(sense: senses[row[1]]!, names: [], aliases: [], ids: [])
    }
    let names = try Row.fetchCursor(
      db,
      sql: """
        SELECT document_id, sense_id, is_preferred, name FROM naming_name ORDER BY document_id, sense_id, name
        """)
    while let row = try names.next() {
      let (place, sense): (Int, Int64) = (places[row[0]]!, row[1])
      if row[2] {
        drafts[place].namings[sense]!.names.append(row[3])
      } else {
        drafts[place].namings[sense]!.aliases.append(row[3])
      }
    }
    let xrefs = try Row.fetchCursor(
      db, sql: "SELECT document_id, sense_id, curie FROM naming_xref ORDER BY document_id, sense_id, curie")
    while let row = try xrefs.next() { drafts[places[row[0]]!].namings[row[1]]!.ids.append(row[2]) }
  }

  private mutating func readStatements() throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT document_id, id, subject_id, object_id, relation, polarity, certainty, confidence
        FROM statement ORDER BY id
        """)
    while let row = try rows.next() {
      let statement = DocumentDigest.Statement(
        subject: 0, relation: RelationType(rawValue: row[4]), object: 0, polarity: Polarity(rawValue: row[5])!,
        certainty: Certainty(rawValue: row[6])!, confidence: row[7], places: [])
      drafts[places[row[0]]!].statements.append(
        StatementRow(id: row[1], subject: row[2], object: row[3], statement: statement))
    }
  }

  /// The places of each statement.
  private func evidence() throws -> [Int64: [Evidence]] {
    var evidence: [Int64: [Evidence]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT statement_id, text, start, \"end\", section, rule FROM evidence ORDER BY id")
    while let row = try rows.next() {
      evidence[row[0], default: []].append(
        Evidence(text: row[1], start: row[2], end: row[3], section: row[4], rule: row[5]))
    }
    return evidence
  }

  private static func digest(_ draft: Draft, _ evidence: [Int64: [Evidence]]) -> DocumentDigest {
    let namings = draft.namings.sorted { $0.value.sense < $1.value.sense }
    let index = Dictionary(uniqueKeysWithValues: namings.enumerated().map { ($1.key, $0) })
    return DocumentDigest(
      document: draft.document, signature: ShingleSignature(hashes: draft.hashes), namings: namings.map(\.value),
      statements: draft.statements.map { row in
        var statement = row.statement
        statement.subject = index[row.subject]!
        statement.object = index[row.object]!
        statement.places = evidence[row.id] ?? []
        return statement
      })
  }
}
