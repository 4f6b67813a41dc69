import GRDB
import GraphModel
import Ontology

extension GraphUpdate {
  /// A sense with the entity it belonged to before.
  struct Member {
    var id: Int64
    var profile: SenseProfile
    var entity: Int64?
  }

  /// Senses whose identity is to be decided.
  struct LinkedSenses {
    var all: Set<Int64>
    /// Those that something links to another.
    var tied: Set<Int64> = []
  }

  /// The touched senses and all that names, identifiers or a common entity link to them, directly or not.
  func linkedSenses() throws -> LinkedSenses {
    var linked = LinkedSenses(all: senses.union(untied))
    var frontier = linked.all
    while !frontier.isEmpty {
      var found: Set<Int64> = []
      for sql in Self.links {
        try forEachRow(sql, of: frontier.sorted()) { row in
          let (sense, other): (Int64, Int64) = (row[0], row[1])
          if sense == other { return }
          linked.tied.formUnion([sense, other])
          found.insert(other)
        }
      }
      for sense in rules.hasJoins ? frontier.sorted() : [] {
        for other in try correctedSenses(of: sense) {
          linked.tied.formUnion([sense, other])
          found.insert(other)
        }
      }
      frontier = found.subtracting(linked.all)
      linked.all.formUnion(found)
    }
    return linked
  }

  /// For each sense of a set those that it is linked to.
  private static let links = [
    // Senses whose name a sense claims, and those that claim its name or a name that it claims.
    """
    SELECT DISTINCT sense.id, other.id FROM json_each(?) AS picked CROSS JOIN sense ON sense.id = picked.value
    CROSS JOIN naming_name AS own ON own.sense_id = sense.id AND own.is_preferred = 0
    CROSS JOIN sense AS other ON other.type = sense.type AND other.key = own.key
    """,
    """
    SELECT DISTINCT sense.id, other.id FROM json_each(?) AS picked CROSS JOIN sense ON sense.id = picked.value
    CROSS JOIN naming_name AS claim ON claim.key = sense.key AND claim.is_preferred = 0
    CROSS JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
    """,
    """
    SELECT DISTINCT sense.id, other.id FROM json_each(?) AS picked CROSS JOIN sense ON sense.id = picked.value
    CROSS JOIN naming_name AS own ON own.sense_id = sense.id AND own.is_preferred = 0
    CROSS JOIN naming_name AS claim ON claim.key = own.key AND claim.is_preferred = 0
    CROSS JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
    """,
    """
    SELECT DISTINCT sense.id, other.id FROM json_each(?) AS picked CROSS JOIN sense ON sense.id = picked.value
    CROSS JOIN naming_xref AS own ON own.sense_id = sense.id
    CROSS JOIN naming_xref AS claim ON claim.curie = own.curie
    CROSS JOIN sense AS other ON other.id = claim.sense_id AND other.type = sense.type
    """,
    """
    SELECT sense.id, other.id FROM json_each(?) AS picked CROSS JOIN sense ON sense.id = picked.value
    CROSS JOIN sense AS other ON other.entity_id = sense.entity_id
    """,
  ]

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

  /// The senses that documents use, with what speaks for or against their being one thing with others.
  ///
  /// Which documents use a sense matters only where something links it to another; of the others one stands for all.
  func members(of linked: LinkedSenses) throws -> [Member] {
    var members: [Int64: Member] = [:]
    let all = linked.all.sorted()
    let heads = """
      SELECT sense.id, sense.type, sense.key, sense.entity_id,
        (SELECT min(document_id) FROM naming WHERE sense_id = sense.id)
      FROM json_each(?) AS picked CROSS JOIN sense ON sense.id = picked.value
      """
    try forEachRow(heads, of: all) { row in
      guard let document: Int = row[4] else { return }
      let sense = Sense(type: EntityType(rawValue: row[1]), key: NameKey(rawValue: row[2]))
      members[row[0]] = Member(id: row[0], profile: SenseProfile(sense: sense, documents: [document]), entity: row[3])
    }
    let tied = linked.tied.filter { members[$0] != nil }.sorted()
    for sense in tied { members[sense]!.profile.documents = [] }
    let documents = """
      SELECT naming.sense_id, naming.document_id FROM json_each(?) AS picked
      CROSS JOIN naming ON naming.sense_id = picked.value ORDER BY naming.sense_id, naming.document_id
      """
    try forEachRow(documents, of: tied) { members[$0[0]]!.profile.documents.append($0[1]) }
    let aliases = """
      SELECT DISTINCT own.sense_id, own.key, own.document_id FROM json_each(?) AS picked
      CROSS JOIN naming_name AS own ON own.sense_id = picked.value AND own.is_preferred = 0
      ORDER BY own.sense_id, own.document_id
      """
    try forEachRow(aliases, of: all) { row in
      members[row[0]]?.profile.aliases[NameKey(rawValue: row[1]), default: []].append(row[2])
    }
    let xrefs = """
      SELECT DISTINCT own.sense_id, own.curie FROM json_each(?) AS picked
      CROSS JOIN naming_xref AS own ON own.sense_id = picked.value ORDER BY own.sense_id, own.curie
      """
    try forEachRow(xrefs, of: all) { members[$0[0]]?.profile.ids.append($0[1]) }
    return Array(members.values)
  }
}
