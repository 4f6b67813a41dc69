import GRDB
import GraphModel
import Ontology

extension GraphUpdate {
  /// Decides identity again for all senses that a name or an identifier links to a touched one, and writes the entities
  /// that come of it.
  ///
  /// An entity's row number is that of the sense that names it. Statements about senses that belong to another entity than
  /// before lose their relation and are joined to another by ``updateRelations()``.
  mutating func updateEntities() throws {
    let linked = try linkedSenses()
    let profiles = try linked.map { (id: $0, profile: try profile(of: $0)) }
      .filter { !$0.profile.documents.isEmpty }.sorted { $0.profile.sense < $1.profile.sense }
    let things = IdentityResolver.resolve(profiles.map(\.profile))
    var groups: [Int: [Int64]] = [:]
    for (index, thing) in things.enumerated() { groups[thing, default: []].append(profiles[index].id) }
    var kept: Set<Int64> = []
    let entityOf = try db.cachedStatement(sql: "SELECT entity_id FROM sense WHERE id = ?")
    var moved: [(sense: Int64, entity: Int64)] = []
    for (_, members) in groups.sorted(by: { $0.key < $1.key }) {
      let before = try members.map { try Int64.fetchOne(entityOf, arguments: [$0]) }
      let isSettled = members.allSatisfy { !senses.contains($0) } && Set(before).count == 1 && before[0] != nil
      if isSettled, try memberCount(of: before[0]!) == members.count {
        kept.insert(before[0]!)
        continue
      }
      let entity = try writeEntity(of: members)
      kept.insert(entity)
      for (sense, old) in zip(members, before) where old != entity { moved.append((sense, entity)) }
    }
    try move(moved)
    let ids = Set(linked)
    try removeEntities(in: ids, except: kept)
  }

  private func memberCount(of entity: Int64) throws -> Int {
    let count = try db.cachedStatement(sql: "SELECT count(*) FROM sense WHERE entity_id = ?")
    return try Int.fetchOne(count, arguments: [entity]) ?? 0
  }

  /// The touched senses and all that names, identifiers or a common entity link to them, directly or not.
  private func linkedSenses() throws -> [Int64] {
    let queries = [
      // Senses whose name a sense claims, and those that claim its name or a name that it claims.
      """
      SELECT DISTINCT other.id FROM naming_name AS own JOIN sense ON sense.id = own.sense_id
      JOIN sense AS other ON other.type = sense.type AND other.key = own.key
      WHERE own.sense_id = ? AND own.is_preferred = 0
      """,
      """
      SELECT DISTINCT other.id FROM sense JOIN naming_name AS claim ON claim.key = sense.key AND claim.is_preferred = 0
      JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
      WHERE sense.id = ?
      """,
      """
      SELECT DISTINCT other.id FROM naming_name AS own JOIN sense ON sense.id = own.sense_id
      JOIN naming_name AS claim ON claim.key = own.key AND claim.is_preferred = 0
      JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
      WHERE own.sense_id = ? AND own.is_preferred = 0
      """,
      """
      SELECT DISTINCT other.id FROM naming_xref AS own JOIN sense ON sense.id = own.sense_id
      JOIN naming_xref AS claim ON claim.curie = own.curie
      JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
      WHERE own.sense_id = ?
      """,
      "SELECT DISTINCT other.id FROM sense JOIN sense AS other ON other.entity_id = sense.entity_id WHERE sense.id = ?",
    ]
    let statements = try queries.map { try db.cachedStatement(sql: $0) }
    var seen = senses
    var queue = senses.sorted()
    var next = 0
    while next < queue.count {
      for statement in statements {
        for other in try Int64.fetchAll(statement, arguments: [queue[next]]) where seen.insert(other).inserted {
          queue.append(other)
        }
      }
      next += 1
    }
    return queue
  }

  private func profile(of sense: Int64) throws -> SenseProfile {
    let head = try db.cachedStatement(sql: "SELECT type, key FROM sense WHERE id = ?")
    let row = try Row.fetchOne(head, arguments: [sense])!
    var profile = SenseProfile(
      sense: Sense(type: EntityType(rawValue: row["type"]), key: NameKey(rawValue: row["key"])))
    let documents = try db.cachedStatement(
      sql: "SELECT document_id FROM naming WHERE sense_id = ? ORDER BY document_id")
    profile.documents = try Int.fetchAll(documents, arguments: [sense])
    let aliases = try db.cachedStatement(
      sql: """
        SELECT DISTINCT key, document_id FROM naming_name WHERE sense_id = ? AND is_preferred = 0 ORDER BY document_id
        """)
    let rows = try Row.fetchCursor(aliases, arguments: [sense])
    while let row = try rows.next() {
      profile.aliases[NameKey(rawValue: row["key"]), default: []].append(row["document_id"])
    }
    let xrefs = try db.cachedStatement(sql: "SELECT DISTINCT curie FROM naming_xref WHERE sense_id = ? ORDER BY curie")
    profile.ids = try String.fetchAll(xrefs, arguments: [sense])
    return profile
  }

  /// Writes the entity that a set of senses makes up; its row.
  private func writeEntity(of members: [Int64]) throws -> Int64 {
    var draft = EntityDraft()
    for member in members { try addNamings(of: member, to: &draft) }
    let entity = draft.entity()
    let lookup = try db.cachedStatement(sql: "SELECT id FROM sense WHERE type = ? AND key = ?")
    let id = try Int64.fetchOne(lookup, arguments: [entity.type.rawValue, NameKey(entity.name).rawValue])!
    let upsert = try db.cachedStatement(
      sql: """
        INSERT INTO entity (id, identifier, type, name) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name
        """)
    try upsert.execute(arguments: [id, entity.id, entity.type.rawValue, entity.name])
    try db.cachedStatement(sql: "DELETE FROM entity_name WHERE entity_id = ?").execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM entity_xref WHERE entity_id = ?").execute(arguments: [id])
    let name = try db.cachedStatement(
      sql: "INSERT INTO entity_name (entity_id, name, key, is_preferred) VALUES (?, ?, ?, ?)")
    for spelling in [entity.name] + entity.aliases {
      try name.execute(
        arguments: [id, spelling, NameKey(spelling).rawValue, draft.isPreferred(spelling)])
    }
    let xref = try db.cachedStatement(sql: "INSERT INTO entity_xref (entity_id, curie) VALUES (?, ?)")
    for curie in entity.ids { try xref.execute(arguments: [id, curie]) }
    return id
  }

  private func addNamings(of sense: Int64, to draft: inout EntityDraft) throws {
    let head = try db.cachedStatement(sql: "SELECT type FROM sense WHERE id = ?")
    let type = EntityType(rawValue: try String.fetchOne(head, arguments: [sense])!)
    let names = try db.cachedStatement(
      sql: "SELECT name, is_preferred, count(*) FROM naming_name WHERE sense_id = ? GROUP BY name, is_preferred")
    for row in try Row.fetchAll(names, arguments: [sense]) {
      draft.add(row[0], of: type, isPreferred: row[1], documents: row[2])
    }
    let xrefs = try db.cachedStatement(sql: "SELECT DISTINCT curie FROM naming_xref WHERE sense_id = ?")
    draft.add(ids: try String.fetchAll(xrefs, arguments: [sense]))
  }

  private mutating func move(_ moved: [(sense: Int64, entity: Int64)]) throws {
    let update = try db.cachedStatement(sql: "UPDATE sense SET entity_id = ? WHERE id = ?")
    let stated = try db.cachedStatement(
      sql:
        "SELECT DISTINCT relation_id FROM statement WHERE (subject_id = ?1 OR object_id = ?1) AND relation_id IS NOT NULL"
    )
    let loosen = try db.cachedStatement(
      sql:
        "UPDATE statement SET relation_id = NULL WHERE (subject_id = ?1 OR object_id = ?1) AND relation_id IS NOT NULL")
    for (sense, entity) in moved {
      try update.execute(arguments: [entity, sense])
      relations.formUnion(try Int64.fetchSet(stated, arguments: [sense]))
      try loosen.execute(arguments: [sense])
      movedSenses.insert(sense)
    }
  }

  /// Takes out entities that name themselves after one of these senses and are none any more.
  private mutating func removeEntities(in senses: Set<Int64>, except kept: Set<Int64>) throws {
    let clear = try db.cachedStatement(
      sql:
        "UPDATE sense SET entity_id = NULL WHERE id = ? AND NOT EXISTS (SELECT 1 FROM naming WHERE sense_id = sense.id)"
    )
    for sense in senses.sorted() { try clear.execute(arguments: [sense]) }
    let exists = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entity WHERE id = ?)")
    for sense in senses.sorted() where !kept.contains(sense) {
      if try Bool.fetchOne(exists, arguments: [sense])! { retired.insert(sense) }
    }
  }
}
