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
    let members = try members(of: linked).sorted { $0.profile.sense < $1.profile.sense }
    let things = IdentityResolver.resolve(members.map(\.profile), rules: rules)
    let groups = Dictionary(grouping: members.indices, by: { things[$0] }).sorted { $0.key < $1.key }
      .map { $1.map { members[$0] } }
    let sizes = try memberCounts(of: Set(members.compactMap(\.entity)))
    var kept: Set<Int64> = []
    var changed: [[Member]] = []
    for group in groups {
      if let entity = settledEntity(of: group, sizes: sizes) { kept.insert(entity) } else { changed.append(group) }
    }
    let naming = try namings(of: changed.joined().map(\.id))
    let written = try writtenEntities()
    var moved: [(sense: Int64, entity: Int64?)] = []
    for group in changed {
      let entity = try writeEntity(of: group, namings: naming, over: written)
      if let entity { kept.insert(entity) }
      for member in group where member.entity != entity { moved.append((member.id, entity)) }
    }
    for member in moved { try move(member.sense, to: member.entity) }
    try retireEntities(of: linked.all.union(members.compactMap(\.entity)), except: kept)
  }

  /// The entity that a group made up before, if no document touched it and nothing joined or left it.
  private func settledEntity(of group: [Member], sizes: [Int64: Int]) -> Int64? {
    guard let entity = group[0].entity, group.allSatisfy({ $0.entity == entity && !senses.contains($0.id) }) else {
      return nil
    }
    return sizes[entity] == group.count ? entity : nil
  }

  private func memberCounts(of entities: Set<Int64>) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    let sql = """
      SELECT sense.entity_id, count(*) FROM json_each(?) AS picked CROSS JOIN sense ON sense.entity_id = picked.value
      GROUP BY sense.entity_id
      """
    try forEachRow(sql, of: entities) { counts[$0[0]] = $0[1] }
    return counts
  }

  /// A name that so many documents give a sense.
  private struct CountedName {
    var name: String
    var isPreferred: Bool
    var documents: Int
  }

  private func namings(of senses: [Int64]) throws -> [Int64: [CountedName]] {
    var names: [Int64: [CountedName]] = [:]
    let sql = """
      SELECT own.sense_id, own.name, own.is_preferred, count(*) FROM json_each(?) AS picked
      CROSS JOIN naming_name AS own ON own.sense_id = picked.value GROUP BY own.sense_id, own.name, own.is_preferred
      """
    try forEachRow(sql, of: senses.sorted()) { row in
      names[row[0], default: []].append(CountedName(name: row[1], isPreferred: row[2], documents: row[3]))
    }
    return names
  }

  /// An entity as its rows have it, or are to have it.
  private struct EntityRows: Equatable {
    var identifier = ""
    var name = ""
    /// Whether each name is preferred.
    var names: [String: Bool] = [:]
    var ids: Set<String> = []
  }

  /// The entities that are named after touched senses, so that those which stay the same need no writing.
  private func writtenEntities() throws -> [Int64: EntityRows] {
    var entities: [Int64: EntityRows] = [:]
    let touched = senses.sorted()
    let heads = """
      SELECT entity.id, entity.identifier, entity.name FROM json_each(?) AS picked
      CROSS JOIN entity ON entity.id = picked.value
      """
    try forEachRow(heads, of: touched) { entities[$0[0]] = EntityRows(identifier: $0[1], name: $0[2]) }
    let names = """
      SELECT own.entity_id, own.name, own.is_preferred FROM json_each(?) AS picked
      CROSS JOIN entity_name AS own ON own.entity_id = picked.value
      """
    try forEachRow(names, of: touched) { entities[$0[0]]?.names[$0[1]] = $0[2] }
    let xrefs = """
      SELECT own.entity_id, own.curie FROM json_each(?) AS picked
      CROSS JOIN entity_xref AS own ON own.entity_id = picked.value
      """
    try forEachRow(xrefs, of: touched) { entities[$0[0]]?.ids.insert($0[1]) }
    return entities
  }

  /// Writes the entity that a group makes up; its row, or nil if a person left it out.
  private mutating func writeEntity(
    of group: [Member], namings: [Int64: [CountedName]], over written: [Int64: EntityRows]
  ) throws -> Int64? {
    let senses = group.map(\.profile.sense)
    if rules.drops(senses) { return nil }
    var draft = EntityDraft()
    for member in group {
      for naming in namings[member.id] ?? [] {
        draft.add(
          naming.name, of: member.profile.sense.type, isPreferred: naming.isPreferred, documents: naming.documents)
      }
      draft.add(ids: member.profile.ids)
    }
    let entity = draft.entity(as: rules.form(of: senses))
    let id = try senseID(of: Sense(type: entity.type, key: NameKey(entity.name)))
    var rows = EntityRows(identifier: entity.id, name: entity.name, ids: Set(entity.ids))
    for spelling in [entity.name] + entity.aliases {
      rows.names[spelling] = spelling == entity.name || draft.isPreferred(spelling)
    }
    if rows != written[id] { try write(rows, of: entity, as: id) }
    return id
  }

  private func write(_ rows: EntityRows, of entity: Entity, as id: Int64) throws {
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
      try name.execute(arguments: [id, spelling, NameKey(spelling).rawValue, rows.names[spelling]])
    }
    let xref = try db.cachedStatement(sql: "INSERT INTO entity_xref (entity_id, curie) VALUES (?, ?)")
    for curie in entity.ids { try xref.execute(arguments: [id, curie]) }
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
    try execute(
      """
      UPDATE sense SET entity_id = NULL
      WHERE id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM naming WHERE sense_id = sense.id)
      """, of: rows.sorted())
    retired.formUnion(
      try rowSet(
        "SELECT entity.id FROM json_each(?) AS picked CROSS JOIN entity ON entity.id = picked.value",
        of: rows.subtracting(kept).sorted()))
  }
}
