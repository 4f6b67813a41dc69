import GRDB

/// The tables of a graph file and the ways from each earlier form to the present one.
///
/// A migration that has been released is never edited.
enum GraphSchema {
  /// Migrations that only add check no foreign keys afterwards: that takes seconds on a large graph.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 documents and graph") { db in
      try db.execute(sql: "PRAGMA application_id = \(GraphStore.applicationID)")
      try db.execute(sql: documents)
      try db.execute(sql: graph)
      try db.execute(sql: search)
      try db.execute(sql: views)
    }
    migrator.registerMigration("2 validators of fetched documents", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: "ALTER TABLE document ADD COLUMN validators TEXT")
    }
    migrator.registerMigration("3 corrections", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: corrections)
    }
    migrator.registerMigration("4 signatures of documents", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: signatures)
    }
    return migrator
  }

  /// Samples of the documents' texts.
  private static let signatures = """
    CREATE TABLE shingle (
      hash INTEGER NOT NULL,
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      PRIMARY KEY (hash, document_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shingle_document ON shingle (document_id);
    """

  /// What the documents say.
  private static let documents = """
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL UNIQUE CHECK (source <> ''),
      doc TEXT NOT NULL,
      title TEXT NOT NULL,
      published TEXT,
      fingerprint TEXT NOT NULL,
      group_id INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX document_group ON document (group_id);

    CREATE TABLE sentence (
      fingerprint INTEGER NOT NULL,
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      PRIMARY KEY (fingerprint, document_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sentence_document ON sentence (document_id);

    CREATE TABLE sense (
      id INTEGER PRIMARY KEY,
      type TEXT NOT NULL CHECK (type <> ''),
      key TEXT NOT NULL,
      entity_id INTEGER REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (type, key)
    ) STRICT;
    CREATE INDEX sense_entity ON sense (entity_id);

    CREATE TABLE naming (
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      sense_id INTEGER NOT NULL REFERENCES sense (id),
      PRIMARY KEY (document_id, sense_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX naming_sense ON naming (sense_id);

    CREATE TABLE naming_name (
      document_id INTEGER NOT NULL,
      sense_id INTEGER NOT NULL,
      name TEXT NOT NULL,
      key TEXT NOT NULL,
      is_preferred INTEGER NOT NULL CHECK (is_preferred IN (0, 1)),
      PRIMARY KEY (document_id, sense_id, name),
      FOREIGN KEY (document_id, sense_id) REFERENCES naming (document_id, sense_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX naming_name_sense ON naming_name (sense_id, is_preferred, key);
    CREATE INDEX naming_name_key ON naming_name (key, sense_id) WHERE is_preferred = 0;

    CREATE TABLE naming_xref (
      document_id INTEGER NOT NULL,
      sense_id INTEGER NOT NULL,
      curie TEXT NOT NULL,
      PRIMARY KEY (document_id, sense_id, curie),
      FOREIGN KEY (document_id, sense_id) REFERENCES naming (document_id, sense_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX naming_xref_curie ON naming_xref (curie, sense_id);
    CREATE INDEX naming_xref_sense ON naming_xref (sense_id);

    CREATE TABLE statement (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      subject_id INTEGER NOT NULL REFERENCES sense (id),
      relation TEXT NOT NULL CHECK (relation <> ''),
      object_id INTEGER NOT NULL REFERENCES sense (id),
      polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
      certainty TEXT NOT NULL CHECK (certainty IN ('asserted', 'hedged')),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      relation_id INTEGER REFERENCES relation (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX statement_document ON statement (document_id);
    CREATE INDEX statement_subject ON statement (subject_id);
    CREATE INDEX statement_object ON statement (object_id);
    CREATE INDEX statement_relation ON statement (relation_id);

    CREATE TABLE evidence (
      id INTEGER PRIMARY KEY,
      statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= start),
      section TEXT NOT NULL,
      rule TEXT NOT NULL
    ) STRICT;
    CREATE INDEX evidence_statement ON evidence (statement_id);
    """

  /// What follows from it.
  private static let graph = """
    CREATE TABLE entity (
      id INTEGER PRIMARY KEY REFERENCES sense (id),
      identifier TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE entity_name (
      id INTEGER PRIMARY KEY,
      entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      key TEXT NOT NULL,
      is_preferred INTEGER NOT NULL CHECK (is_preferred IN (0, 1)),
      UNIQUE (entity_id, name)
    ) STRICT;
    CREATE INDEX entity_name_key ON entity_name (key, is_preferred);

    CREATE TABLE entity_xref (
      entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
      curie TEXT NOT NULL,
      PRIMARY KEY (entity_id, curie)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entity_xref_curie ON entity_xref (curie);

    CREATE TABLE relation (
      id INTEGER PRIMARY KEY,
      subject_id INTEGER NOT NULL REFERENCES entity (id),
      type TEXT NOT NULL,
      object_id INTEGER NOT NULL REFERENCES entity (id),
      belief REAL NOT NULL CHECK (belief BETWEEN 0 AND 1),
      denial REAL NOT NULL CHECK (denial BETWEEN 0 AND 1),
      affirming INTEGER NOT NULL CHECK (affirming >= 0),
      affirming_hedged INTEGER NOT NULL CHECK (affirming_hedged >= 0),
      denying INTEGER NOT NULL CHECK (denying >= 0),
      denying_hedged INTEGER NOT NULL CHECK (denying_hedged >= 0),
      UNIQUE (subject_id, type, object_id)
    ) STRICT;
    CREATE INDEX relation_object ON relation (object_id, type, subject_id);
    """

  /// Full-text search over evidence and names, kept up by triggers.
  private static let search = ["evidence": "text", "entity_name": "name"].sorted { $0.key < $1.key }.map {
    table, column in
    """
    CREATE VIRTUAL TABLE \(table)_text USING fts5 (
      \(column), content = '\(table)', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
    CREATE TRIGGER \(table)_added AFTER INSERT ON \(table) BEGIN
      INSERT INTO \(table)_text (rowid, \(column)) VALUES (new.id, new.\(column));
    END;
    CREATE TRIGGER \(table)_removed AFTER DELETE ON \(table) BEGIN
      INSERT INTO \(table)_text (\(table)_text, rowid, \(column)) VALUES ('delete', old.id, old.\(column));
    END;
    """
  }.joined(separator: "\n")

  /// What a person settled: at most one row, the corrections as JSON.
  private static let corrections = """
    CREATE TABLE corrections (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      json TEXT NOT NULL CHECK (json_valid(json))
    ) STRICT;
    """

  /// For people who open the file with other tools.
  private static let views = """
    CREATE VIEW entities AS
      SELECT entity.identifier AS entity, entity.type, entity.name,
        (SELECT group_concat(name, '; ') FROM
          (SELECT name FROM entity_name WHERE entity_id = entity.id AND name <> entity.name ORDER BY name)) AS aliases,
        (SELECT group_concat(curie, '; ') FROM
          (SELECT curie FROM entity_xref WHERE entity_id = entity.id ORDER BY curie)) AS ids
      FROM entity;

    CREATE VIEW relations AS
      SELECT relation.id AS relation, subject.identifier AS subject, subject.name AS subject_name, relation.type,
        object.identifier AS object, object.name AS object_name, relation.belief, relation.denial,
        relation.affirming AS sources_yes, relation.denying AS sources_no,
        relation.affirming_hedged AS sources_hedged_yes, relation.denying_hedged AS sources_hedged_no
      FROM relation
      JOIN entity AS subject ON subject.id = relation.subject_id
      JOIN entity AS object ON object.id = relation.object_id;

    CREATE VIEW relation_evidence AS
      SELECT statement.relation_id AS relation, document.source, document.doc, document.title, document.published,
        copied.source AS source_group, statement.polarity, statement.certainty, statement.confidence,
        evidence.text, evidence.section, evidence.start, evidence."end", evidence.rule
      FROM evidence
      JOIN statement ON statement.id = evidence.statement_id
      JOIN document ON document.id = statement.document_id
      JOIN document AS copied ON copied.id = document.group_id
      WHERE statement.relation_id IS NOT NULL;

    CREATE VIEW sources AS
      SELECT document.source, document.doc, document.title, document.published, copied.source AS source_group,
        (SELECT count(*) FROM statement WHERE document_id = document.id) AS statements
      FROM document JOIN document AS copied ON copied.id = document.group_id;
    """
}
