import Foundation
public import GraphStore
import Ingestion

/// A graph file and what can be done with it: what users of the library start from.
///
///     let graph = try OpenGraph(writingAt: "nutrigraph.sqlite")
///     let summary = try await graph.ingest(["articles"])
public struct OpenGraph: Sendable {
  /// The file's tables, for what this type does not offer.
  public let store: GraphStore

  /// Opens a graph file for writing and makes it where there is none.
  ///
  /// - Throws: `GraphStoreError`.
  public init(writingAt path: String) throws {
    store = try GraphStore(writingAt: path)
  }

  /// Opens a graph file for reading.
  ///
  /// - Throws: `GraphStoreError`.
  public init(readingAt path: String) throws {
    store = try GraphStore(readingAt: path)
  }

  /// The documents in the graph, sorted by source.
  public func sources() throws -> [StoredDocument] { try store.sources() }

  /// Takes documents, and what only they said, out of the graph.
  ///
  /// - Parameter names: Sources as ``sources()`` has them; a folder or a container stands for all documents in it.
  /// - Returns: The sources removed, sorted, and the names that the graph has nothing for, in the order given.
  public func remove(_ names: [String]) throws -> (removed: [String], unknown: [String]) {
    let known = try store.sources().map(\.document.source)
    var chosen: Set<String> = []
    var unknown: [String] = []
    for name in names {
      let path = InputRecords.cleaned(name)
      let matches = known.filter { $0 == name || $0 == path || $0.hasPrefix(path + "/") || $0.hasPrefix(path + "#") }
      if matches.isEmpty { unknown.append(name) }
      chosen.formUnion(matches)
    }
    return (try store.remove(sources: chosen.sorted()), unknown)
  }
}
