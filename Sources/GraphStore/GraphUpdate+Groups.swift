import GRDB
import GraphModel

extension GraphUpdate {
  /// Finds the copies of new documents, and sorts anew the groups that lost one.
  ///
  /// A new document can only join groups, so only its own likenesses are looked up. Relations of documents whose group
  /// changed are marked: their sources count differently.
  mutating func updateGroups() throws {
    var members = documents.union(loosened)
    var likeness: [(Int64, Int64)] = []
    for document in members.sorted() {
      for copy in try copies(of: document).sorted() { likeness.append((document, copy)) }
    }
    // Groups that a member of theirs ties to a changed one come along whole, without a second look at their inside.
    let group = try db.cachedStatement(
      sql: "SELECT id FROM document WHERE group_id = (SELECT group_id FROM document WHERE id = ?)")
    for (_, copy) in likeness where !members.contains(copy) {
      let whole = try Int64.fetchAll(group, arguments: [copy])
      for other in whole where !members.contains(other) {
        members.insert(other)
        likeness.append((copy, other))
      }
    }
    let sets = connectedSets(members, likeness)
    let source = try db.cachedStatement(sql: "SELECT source, group_id FROM document WHERE id = ?")
    let update = try db.cachedStatement(sql: "UPDATE document SET group_id = ? WHERE id = ?")
    let stated = try db.cachedStatement(
      sql: "SELECT relation_id FROM statement WHERE document_id = ? AND relation_id IS NOT NULL")
    for set in sets {
      let members = try set.map { id in
        let row = try Row.fetchOne(source, arguments: [id])!
        return (id: id, source: row["source"] as String, leader: row["group_id"] as Int64?)
      }
      let leader = members.min { $0.source < $1.source }!.id
      for (id, _, before) in members where before != leader {
        try update.execute(arguments: [leader, id])
        relations.formUnion(try Int64.fetchSet(stated, arguments: [id]))
      }
    }
  }

  private func copies(of document: Int64) throws -> Set<Int64> {
    let sentences = try copies(
      of: document,
      size: "SELECT count(*) FROM sentence WHERE document_id = ?",
      common: """
        SELECT other.document_id, count(*) FROM sentence AS own
        JOIN sentence AS other ON other.fingerprint = own.fingerprint AND other.document_id <> own.document_id
        WHERE own.document_id = ? GROUP BY other.document_id
        """, areCopies: SourceGroups.areCopies)
    let shingles = try copies(
      of: document,
      size: "SELECT count(*) FROM shingle WHERE document_id = ?",
      common: """
        SELECT other.document_id, count(*) FROM shingle AS own
        JOIN shingle AS other ON other.hash = own.hash AND other.document_id <> own.document_id
        WHERE own.document_id = ? GROUP BY other.document_id
        """, areCopies: ShingleSignature.areCopies)
    return Set(sentences + shingles)
  }

  /// The documents that have enough in common with one, by what two queries count.
  private func copies(
    of document: Int64, size: String, common: String, areCopies: (Int, Int, Int) -> Bool
  ) throws -> [Int64] {
    let size = try db.cachedStatement(sql: size)
    let own = try Int.fetchOne(size, arguments: [document]) ?? 0
    guard own > 0 else { return [] }
    return try Row.fetchAll(db.cachedStatement(sql: common), arguments: [document]).compactMap { row in
      let other: Int64 = row[0]
      let count = try Int.fetchOne(size, arguments: [other]) ?? 0
      return areCopies(row[1], own, count) ? other : nil
    }
  }

  /// The connected components of an undirected graph.
  private func connectedSets(_ members: Set<Int64>, _ edges: [(Int64, Int64)]) -> [[Int64]] {
    var neighbours: [Int64: [Int64]] = [:]
    for (one, other) in edges {
      neighbours[one, default: []].append(other)
      neighbours[other, default: []].append(one)
    }
    var seen: Set<Int64> = []
    var sets: [[Int64]] = []
    for start in members.sorted() where seen.insert(start).inserted {
      var set = [start]
      var next = 0
      while next < set.count {
        for other in neighbours[set[next]] ?? [] where seen.insert(other).inserted { set.append(other) }
        next += 1
      }
      sets.append(set)
    }
    return sets
  }
}
