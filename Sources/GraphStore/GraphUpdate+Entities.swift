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
    let members = try linked.map { Member(id: $0, profile: try profile(of: $0), entity: try entity(of: $0)) }
      .filter { !$0.profile.documents.isEmpty }.sorted { $0.profile.sense < $1.profile.sense }
    let things = IdentityResolver.resolve(members.map(\.profile), rules: rules)
    var kept: Set<Int64> = []
    var moved: [(sense: Int64, entity: Int64?)] = []
    for (_, group) in Dictionary(grouping: members.indices, by: { things[$0] }).sorted(by: { $0.key < $1.key }) {
      let group = group.map { members[$0] }
      if let entity = try settledEntity(of: group) {
        kept.insert(entity)
        continue
      }
      let entity = try writeEntity(of: group)
      if let entity { kept.insert(entity) }
      for member in group where member.entity != entity { moved.append((member.id, entity)) }
    }
    for member in moved { try move(member.sense, to: member.entity) }
    try retireEntities(of: Set(linked).union(members.compactMap(\.entity)), except: kept)
  }

  /// A sense with the entity it belonged to before.
  private struct Member {
    var id: Int64
    var profile: SenseProfile
    var entity: Int64?
  }

  private func entity(of sense: Int64) throws -> Int64? {
    let lookup = try db.cachedStatement(sql: "SELECT entity_id FROM sense WHERE id = ? AND entity_id IS NOT NULL")
    return try Int64.fetchOne(lookup, arguments: [sense])
  }

  /// The entity that a group made up before, if no document touched it and nothing joined or left it.
  private func settledEntity(of group: [Member]) throws -> Int64? {
    guard let entity = group[0].entity, group.allSatisfy({ $0.entity == entity && !senses.contains($0.id) }) else {
      return nil
    }
    return try memberCount(of: entity) == group.count ? entity : nil
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
    var seen = senses.union(untied)
    var queue = seen.sorted()
    var next = 0
    while next < queue.count {
      let sense = queue[next]
      let found = try statements.flatMap { try Int64.fetchAll($0, arguments: [sense]) } + correctedSenses(of: sense)
      for other in found where seen.insert(other).inserted { queue.append(other) }
      next += 1
    }
    return queue
  }

  /// The senses that the other names and identifiers of a document tie to its own: once it is gone, nothing else may lead
  /// there from what it touched.
  func sensesTied(by document: Int64) throws -> Set<Int64> {
    let tied = try db.cachedStatement(
      sql: """
        SELECT other.id FROM naming_name AS own JOIN sense ON sense.id = own.sense_id
        JOIN sense AS other ON other.type = sense.type AND other.key = own.key
        WHERE own.document_id = ?1 AND own.is_preferred = 0
        UNION
        SELECT other.id FROM naming_name AS own JOIN sense ON sense.id = own.sense_id
        JOIN naming_name AS claim ON claim.key = own.key AND claim.is_preferred = 0
        JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
        WHERE own.document_id = ?1 AND own.is_preferred = 0
        UNION
        SELECT other.id FROM naming_xref AS own JOIN sense ON sense.id = own.sense_id
        JOIN naming_xref AS claim ON claim.curie = own.curie
        JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
        WHERE own.document_id = ?1
        """)
    return try Int64.fetchSet(tied, arguments: [document])
  }

  /// The senses that a correction ties to one.
  private func correctedSenses(of id: Int64) throws -> [Int64] {
    let lookup = try db.cachedStatement(sql: "SELECT id FROM sense WHERE type = ? AND key = ?")
    return try rules.neighbours(of: try sense(id)).compactMap {
      try Int64.fetchOne(lookup, arguments: [$0.type.rawValue, $0.key.rawValue])
    }
  }

  private func sense(_ id: Int64) throws -> Sense {
    let head = try db.cachedStatement(sql: "SELECT type, key FROM sense WHERE id = ?")
    let row = try Row.fetchOne(head, arguments: [id])!
    return Sense(type: EntityType(rawValue: row["type"]), key: NameKey(rawValue: row["key"]))
  }

  private func profile(of sense: Int64) throws -> SenseProfile {
    var profile = SenseProfile(sense: try self.sense(sense))
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

  /// Writes the entity that a group makes up; its row, or nil if a person left it out.
  private mutating func writeEntity(of group: [Member]) throws -> Int64? {
    let senses = group.map(\.profile.sense)
    if rules.drops(senses) { return nil }
    var draft = EntityDraft()
    for member in group { try addNamings(of: member.id, to: &draft) }
    let entity = draft.entity(as: rules.form(of: senses))
    let id = try senseID(of: Sense(type: entity.type, key: NameKey(entity.name)))
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
      let isPreferred = spelling == entity.name || draft.isPreferred(spelling)
      try name.execute(arguments: [id, spelling, NameKey(spelling).rawValue, isPreferred])
    }
    let xref = try db.cachedStatement(sql: "INSERT INTO entity_xref (entity_id, curie) VALUES (?, ?)")
    for curie in entity.ids { try xref.execute(arguments: [id, curie]) }
    return id
  }

  private func addNamings(of sense: Int64, to draft: inout EntityDraft) throws {
    let type = try self.sense(sense).type
    let names = try db.cachedStatement(
      sql: "SELECT name, is_preferred, count(*) FROM naming_name WHERE sense_id = ? GROUP BY name, is_preferred")
    for row in try Row.fetchAll(names, arguments: [sense]) {
      draft.add(row[0], of: type, isPreferred: row[1], documents: row[2])
    }
    let xrefs = try db.cachedStatement(sql: "SELECT DISTINCT curie FROM naming_xref WHERE sense_id = ?")
    draft.add(ids: try String.fetchAll(xrefs, arguments: [sense]))
  }

  /// Gives a sense to another entity, or to none; what is said about it loses its relation for now.
  private mutating func move(_ sense: Int64, to entity: Int64?) throws {
    let update = try db.cachedStatement(sql: "UPDATE sense SET entity_id = ? WHERE id = ?")
    try update.execute(arguments: [entity, sense])
    let stated = try db.cachedStatement(
      sql: """
        SELECT DISTINCT relation_id FROM statement
        WHERE (subject_id = ?1 OR object_id = ?1) AND relation_id IS NOT NULL
        """)
    relations.formUnion(try Int64.fetchSet(stated, arguments: [sense]))
    let loosen = try db.cachedStatement(
      sql: """
        UPDATE statement SET relation_id = NULL
        WHERE (subject_id = ?1 OR object_id = ?1) AND relation_id IS NOT NULL
        """)
    try loosen.execute(arguments: [sense])
    rejoined.insert(sense)
  }

  /// Marks the entities among these rows that no group makes up any more, and parts unused senses from theirs.
  private mutating func retireEntities(of rows: Set<Int64>, except kept: Set<Int64>) throws {
    let clear = try db.cachedStatement(
      sql: """
        UPDATE sense SET entity_id = NULL
        WHERE id = ? AND NOT EXISTS (SELECT 1 FROM naming WHERE sense_id = sense.id)
        """)
    let exists = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entity WHERE id = ?)")
    for row in rows.sorted() {
      try clear.execute(arguments: [row])
      if !kept.contains(row), try Bool.fetchOne(exists, arguments: [row])! { retired.insert(row) }
    }
  }
}
