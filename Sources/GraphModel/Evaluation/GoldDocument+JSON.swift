public import Foundation

extension GoldDocument {
  /// Reads a gold file.
  ///
  /// - Throws: ``GoldError`` if the data is no gold file or a claim names an entity that the file lacks.
  public init(jsonData data: Data) throws(GoldError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: data)
    } catch {
      throw .notGold("\(error)")
    }
    for claim in claims {
      for end in [claim.s, claim.o] where entities[end]?.names.isEmpty ?? true {
        throw .unnamedEntity(end, at: claim.at?.first ?? "")
      }
    }
  }
}

/// Why a file is no gold file.
public enum GoldError: Error, Sendable, Hashable, CustomStringConvertible {
  case notGold(String)
  /// A claim's end is not among the entities, or has no name there.
  case unnamedEntity(String, at: String)

  public var description: String {
    switch self {
    case .notGold(let reason): "The file is not in the form of a gold file: \(reason)"
    case .unnamedEntity(let key, let place):
      "The claim at \"\(place)\" names the entity \(key), which the file does not list; add it under \"entities\"."
    }
  }
}
