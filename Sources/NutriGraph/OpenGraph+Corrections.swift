import Foundation
import GraphModel
import GraphStore
import Ingestion
public import Ontology

extension OpenGraph {
  /// Reads a corrections file (YAML) and puts it in the place of earlier corrections of this graph.
  ///
  /// The corrections stay in the graph file and hold for what is ingested later.
  ///
  /// - Returns: The corrections, and the things named in them that the graph does not have (yet).
  /// - Throws: `DataFileError` with every mistake in the file; `GraphStoreError`. The earlier corrections then stay.
  public func correct(with path: String) throws -> (corrections: Corrections, unknown: [Corrections.Thing]) {
    var text: [String] = []
    let lines = try InputLines(path)
    while let line = try lines.next() { text.append(String(decoding: line, as: UTF8.self)) }
    let file = try DataFile(yaml: text.joined(separator: "\n"), name: path)
    let corrections = try Corrections(file, schema: Schema.bundled())
    // Names are looked up before a renaming hides them.
    let unknown = try corrections.things.filter { thing in
      try store.entities(named: thing.name).allSatisfy { try store.entity(at: $0).type != thing.type }
    }
    try store.setCorrections(corrections)
    return (corrections, unknown)
  }
}

extension Corrections {
  /// Everything named, in the order of the file's sections, each once.
  fileprivate var things: [Thing] {
    let named = (same + different).flatMap { $0 } + changes.map(\.thing) + drops
    var seen: Set<Thing> = []
    return (named + linkDrops.flatMap { [$0.subject, $0.object] }).filter { seen.insert($0).inserted }
  }
}
