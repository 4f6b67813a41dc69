import GRDB
public import GraphModel
import Ontology

extension GraphStore: GraphSource {
  public func counts() throws -> GraphCounts {
    try read { db in
      func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
      return GraphCounts(
        documents: try count("document"), entities: try count("entity"), relations: try count("relation"),
        evidence: try count("evidence JOIN statement ON statement.id = statement_id WHERE relation_id IS NOT NULL"))
    }
  }

  public func entities(named name: String) throws -> [EntityIndex] {
    try read { db in
      let lookup = try db.cachedStatement(
        sql: """
          SELECT DISTINCT entity.id, entity.identifier FROM entity_name JOIN entity ON entity.id = entity_name.entity_id
          WHERE entity_name.key = ? AND entity_name.is_preferred = ? ORDER BY entity.identifier
          """)
      let key = NameKey(name).rawValue
      let preferred = try EntityIndex.fetchAll(lookup, arguments: [key, true])
      return preferred.isEmpty ? try EntityIndex.fetchAll(lookup, arguments: [key, false]) : preferred
    }
  }

  public func entity(withID id: String) throws -> EntityIndex? {
    try read { try EntityIndex.fetchOne($0, sql: "SELECT id FROM entity WHERE identifier = ?", arguments: [id]) }
  }

  public func entity(at index: EntityIndex) throws -> Entity {
    try read { db in
      let head = try db.cachedStatement(sql: "SELECT type, name FROM entity WHERE id = ?")
      guard let row = try Row.fetchOne(head, arguments: [index]) else { throw GraphStoreError.noSuchRow(index) }
      let name: String = row["name"]
      let names = try db.cachedStatement(
        sql: "SELECT name FROM entity_name WHERE entity_id = ? AND name <> ? ORDER BY name")
      let xrefs = try db.cachedStatement(sql: "SELECT curie FROM entity_xref WHERE entity_id = ? ORDER BY curie")
      return Entity(
        type: EntityType(rawValue: row["type"]), name: name,
        aliases: try String.fetchAll(names, arguments: [index, name]),
        ids: try String.fetchAll(xrefs, arguments: [index]))
    }
  }

  public func allEntities() throws -> [EntityIndex] {
    try read { try EntityIndex.fetchAll($0, sql: "SELECT id FROM entity ORDER BY identifier") }
  }

  public func heads() throws -> [EntityHead] {
    try read { db in
      var heads: [EntityHead] = []
      let rows = try Row.fetchCursor(db, sql: "SELECT id, identifier, type, name FROM entity ORDER BY identifier")
      while let row = try rows.next() {
        heads.append(EntityHead(index: row[0], id: row[1], type: EntityType(rawValue: row[2]), name: row[3]))
      }
      return heads
    }
  }

  public func relations(of entity: EntityIndex, _ direction: Direction) throws -> [Relation] {
    let columns = "SELECT \(Self.relationColumns) FROM relation JOIN entity AS other"
    let outgoing = columns + " ON other.id = relation.object_id WHERE relation.subject_id = ?"
    let incoming = columns + " ON other.id = relation.subject_id WHERE relation.object_id = ?"
    let order = " ORDER BY relation.type, other.identifier"
    return try read { db in
      switch direction {
      case .outgoing: try Self.relations(db, outgoing + order, [entity])
      case .incoming: try Self.relations(db, incoming + order, [entity])
      case .both:
        try Self.relations(db, outgoing + order, [entity])
          + Self.relations(db, incoming + " AND relation.subject_id <> relation.object_id" + order, [entity])
      }
    }
  }

  public func relation(at index: RelationIndex) throws -> Relation {
    try read { db in
      guard
        let relation = try Self.relations(db, "SELECT \(Self.relationColumns) FROM relation WHERE id = ?", [index])
          .first
      else {
        throw GraphStoreError.noSuchRow(index)
      }
      return relation
    }
  }

  public func allRelations() throws -> [Relation] {
    try read { db in
      try Self.relations(
        db,
        """
        SELECT \(Self.relationColumns) FROM relation JOIN entity AS subject ON subject.id = relation.subject_id
        JOIN entity AS object ON object.id = relation.object_id
        ORDER BY subject.identifier, relation.type, object.identifier
        """, [])
    }
  }

  public func evidence(of relation: RelationIndex) throws -> [GraphEvidence] {
    try read { db in
      let lookup = try db.cachedStatement(
        sql: """
          SELECT * FROM relation_evidence WHERE relation = ?
          ORDER BY source, start, "end", text, section, rule, polarity, certainty, confidence
          """)
      return try Row.fetchAll(lookup, arguments: [relation]).map { row in
        GraphEvidence(
          document: Self.document(row), group: row["source_group"], polarity: Polarity(rawValue: row["polarity"])!,
          certainty: Certainty(rawValue: row["certainty"])!, confidence: row["confidence"], place: Self.place(row))
      }
    }
  }

  public func forEachName(_ body: (String, EntityIndex) throws -> Void) throws {
    try read { db in
      let names = try Row.fetchCursor(
        db,
        sql: """
          SELECT entity_name.name, entity_name.entity_id FROM entity_name JOIN entity ON entity.id = entity_name.entity_id
          ORDER BY entity.identifier, entity_name.name <> entity.name, entity_name.name
          """)
      while let row = try names.next() { try body(row[0], row[1]) }
    }
  }

  /// In the order in which ``relations(_:_:_:)`` reads them: by number, since a look-up by name costs more than the rest.
  private static let relationColumns = """
    relation.id, relation.subject_id, relation.type, relation.object_id, relation.belief, relation.denial,
    relation.affirming, relation.affirming_hedged, relation.denying, relation.denying_hedged
    """

  private static func relations(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> [Relation] {
    var relations: [Relation] = []
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      let support = Support(affirming: row[6], affirmingHedged: row[7], denying: row[8], denyingHedged: row[9])
      relations.append(
        Relation(
          index: row[0], subject: row[1], type: RelationType(rawValue: row[2]), object: row[3], belief: row[4],
          denial: row[5], support: support))
    }
    return relations
  }
}
