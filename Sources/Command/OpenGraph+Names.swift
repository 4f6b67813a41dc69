import ArgumentParser
import NutriGraph

extension OpenGraph {
  /// The things of a name, with a message where the name was taken for another. Exits with 1 where there are none.
  func found(_ name: String) throws -> NamedEntities {
    let named = try entities(named: name)
    let log = MessageLog()
    if named.entities.isEmpty {
      log.warn(name, "The graph has nothing of this name. Look for likely names with: nutrigraph ask \"\(name)\"")
      throw ExitCode.nothingFound
    }
    if let correction = named.correction { log.warn(name, "Taken for “\(correction)”.") }
    return named
  }
}
