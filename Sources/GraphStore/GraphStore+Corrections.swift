import Foundation
import GRDB
import GraphModel
public import Ontology

extension GraphStore {
  /// What a person settled about this graph.
  public func corrections() throws -> Corrections { try read(Self.corrections) }

  /// Puts corrections in the place of earlier ones and draws the graph anew from what the documents say.
  ///
  /// They hold for all later writes, too. Complexity: that of writing all documents again.
  ///
  /// - Throws: ``GraphStoreError``; the earlier ones then stay.
  public func setCorrections(_ corrections: Corrections) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(corrections), as: UTF8.self)
    try write { db in
      if corrections.isEmpty {
        try db.execute(sql: "DELETE FROM corrections")
      } else {
        try db.execute(sql: "INSERT OR REPLACE INTO corrections (id, json) VALUES (1, ?)", arguments: [json])
      }
      try GraphUpdate.redraw(db, symmetric: symmetric)
    }
  }

  static func corrections(in db: Database) throws -> Corrections {
    guard let json = try String.fetchOne(db, sql: "SELECT json FROM corrections") else { return Corrections() }
    return try JSONDecoder().decode(Corrections.self, from: Data(json.utf8))
  }
}

extension GraphUpdate {
  /// Draws all consequences of all documents anew.
  static func redraw(_ db: Database, symmetric: Set<RelationType>) throws {
    try db.execute(
      sql: """
        UPDATE statement SET relation_id = NULL;
        DELETE FROM relation;
        UPDATE sense SET entity_id = NULL;
        DELETE FROM entity;
        """)
    var update = try GraphUpdate(db, symmetric: symmetric)
    update.senses = try Int64.fetchSet(db, sql: "SELECT id FROM sense")
    update.documents = try Int64.fetchSet(db, sql: "SELECT id FROM document")
    try update.finish()
  }
}
