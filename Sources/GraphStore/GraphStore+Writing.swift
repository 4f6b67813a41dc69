import GRDB
import GraphModel

extension GraphStore {
  /// Writes documents in one transaction: those whose source the store does not hold, and those whose fingerprint changed.
  ///
  /// Of documents in the batch that share a source the last counts.
  ///
  /// - Returns: What was done with each, in the order given.
  /// - Throws: ``GraphStoreError``; nothing of the batch is then in the store.
  public func write(_ documents: [IncomingDocument]) throws -> [WriteOutcome] {
    try write { db in
      var update = try GraphUpdate(db, symmetric: symmetric)
      let outcomes = try documents.map { try update.write($0) }
      try update.finish()
      return outcomes
    }
  }

  /// Takes documents, and what only they said, out of the graph.
  ///
  /// - Returns: The sources that the store held, in the order given.
  /// - Throws: ``GraphStoreError``; nothing is then removed.
  @discardableResult public func remove(sources: [String]) throws -> [String] {
    try write { db in
      var update = try GraphUpdate(db, symmetric: symmetric)
      let removed = try sources.filter { try update.remove(source: $0) }
      try update.finish()
      return removed
    }
  }
}
