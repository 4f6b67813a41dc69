import GRDB
import GraphModel
import Ontology

extension GraphUpdate {
  /// Joins statements without a relation to the one they state, and counts support anew where something changed.
  mutating func updateRelations() throws {
    try joinStatements()
    try dropRelations()
    try recount()
    let entity = try db.cachedStatement(sql: "DELETE FROM entity WHERE id = ?")
    for id in retired.sorted() { try entity.execute(arguments: [id]) }
  }

  private mutating func joinStatements() throws {
    let columns = """
      SELECT statement.id, statement.relation, subject.id AS subject, subject.identifier AS subject_name,
        object.id AS object, object.identifier AS object_name
      FROM statement
      JOIN sense AS from_sense ON from_sense.id = statement.subject_id
      JOIN sense AS to_sense ON to_sense.id = statement.object_id
      JOIN entity AS subject ON subject.id = from_sense.entity_id
      JOIN entity AS object ON object.id = to_sense.entity_id
      WHERE statement.relation_id IS NULL
      """
    let sets = [("document_id", documents), ("subject_id", rejoined), ("object_id", rejoined)]
    for (column, rows) in sets {
      let from = "FROM json_each(?) AS picked CROSS JOIN statement ON statement.\(column) = picked.value"
      let statement = try db.cachedStatement(sql: columns.replacing("FROM statement", with: from))
      for row in try Row.fetchAll(statement, arguments: [Self.json(rows.sorted())]) { try join(row) }
    }
  }

  /// Joins one statement to its relation, which is made where there is none.
  private mutating func join(_ row: Row) throws {
    let type = RelationType(rawValue: row["relation"])
    var (subject, object): (Int64, Int64) = (row["subject"], row["object"])
    if subject == object, type == .isA { return }
    if symmetric.contains(type), row["subject_name"] as String > row["object_name"] as String {
      swap(&subject, &object)
    }
    let lookup = try db.cachedStatement(
      sql: "SELECT id FROM relation WHERE subject_id = ? AND type = ? AND object_id = ?")
    var relation = try Int64.fetchOne(lookup, arguments: [subject, type.rawValue, object])
    if relation == nil {
      let insertion = try db.cachedStatement(
        sql: """
          INSERT INTO relation (subject_id, type, object_id, belief, denial, affirming, affirming_hedged, denying,
            denying_hedged) VALUES (?, ?, ?, 0, 0, 0, 0, 0, 0)
          """)
      try insertion.execute(arguments: [subject, type.rawValue, object])
      relation = db.lastInsertedRowID
    }
    relations.insert(relation!)
    try db.cachedStatement(sql: "UPDATE statement SET relation_id = ? WHERE id = ?")
      .execute(arguments: [relation, row["id"] as Int64])
  }

  /// Parts statements from the relations that a person left out; without statements these go.
  private mutating func dropRelations() throws {
    for dropped in rules.droppedRelations {
      guard let subject = try entity(named: dropped.subject), let object = try entity(named: dropped.object) else {
        continue
      }
      let isSymmetric = symmetric.contains(dropped.type)
      let found = try db.cachedStatement(
        sql: """
          SELECT id FROM relation WHERE subject_id = ?1 AND type = ?2 AND object_id = ?3
            OR ?4 AND subject_id = ?3 AND type = ?2 AND object_id = ?1
          """)
      for relation in try Int64.fetchAll(found, arguments: [subject, dropped.type.rawValue, object, isSymmetric]) {
        try db.cachedStatement(sql: "UPDATE statement SET relation_id = NULL WHERE relation_id = ?")
          .execute(arguments: [relation])
        relations.insert(relation)
      }
    }
  }

  private func entity(named sense: Sense) throws -> Int64? {
    let lookup = try db.cachedStatement(
      sql: "SELECT entity_id FROM sense WHERE type = ? AND key = ? AND entity_id IS NOT NULL")
    return try Int64.fetchOne(lookup, arguments: [sense.type.rawValue, sense.key.rawValue])
  }

  /// The senses of the entities between which relations are left out now: if the entities change, their statements may
  /// make relations again.
  func sensesWithDroppedRelations() throws -> Set<Int64> {
    let members = try db.cachedStatement(sql: "SELECT id FROM sense WHERE entity_id = ?")
    let ends = try rules.droppedRelations.flatMap { [$0.subject, $0.object] }.compactMap { try entity(named: $0) }
    return try ends.reduce(into: []) { $0.formUnion(try Int64.fetchSet(members, arguments: [$1])) }
  }

  /// Counts the support of the touched relations, and takes out those that no statement makes any more.
  private func recount() throws {
    let touched = relations.sorted()
    var testimonies: [Int64: [Testimony]] = [:]
    let stated = """
      SELECT statement.relation_id, document.group_id, statement.polarity, statement.certainty, statement.confidence
      FROM json_each(?) AS picked CROSS JOIN statement ON statement.relation_id = picked.value
      CROSS JOIN document ON document.id = statement.document_id
      """
    try forEachRow(stated, of: touched) { row in
      testimonies[row[0], default: []].append(
        Testimony(
          group: row[1], polarity: Polarity(rawValue: row[2])!, certainty: Certainty(rawValue: row[3])!,
          confidence: row[4]))
    }
    try execute(
      "DELETE FROM relation WHERE id IN (SELECT value FROM json_each(?))",
      of: touched.filter { testimonies[$0] == nil })
    let update = try db.cachedStatement(
      sql: """
        UPDATE relation SET belief = ?, denial = ?, affirming = ?, affirming_hedged = ?, denying = ?, denying_hedged = ?
        WHERE id = ?
        """)
    for relation in touched {
      guard let testimony = testimonies[relation] else { continue }
      let belief = Belief(testimony)
      let support = belief.support
      try update.execute(
        arguments: [
          belief.affirmation, belief.denial, support.affirming, support.affirmingHedged, support.denying,
          support.denyingHedged, relation,
        ])
    }
  }
}
