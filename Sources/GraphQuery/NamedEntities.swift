public import GraphModel

/// What a name means in a graph, for commands that take one.
public struct NamedEntities: Sendable, Hashable {
  public var name: String
  /// The entities of that name or id, in the order of their ids; where there are none, what the name was taken for.
  public var entities: [EntityIndex]
  /// The name that a misspelt one was taken for.
  public var correction: String?

  /// Looks a name up: as an id, then as a name, then as a misspelt name.
  public init(_ name: String, in source: some GraphSource) throws {
    self.name = name
    if let entity = try source.entity(withID: name) {
      entities = [entity]
      return
    }
    entities = try source.entities(named: name)
    guard entities.isEmpty else { return }
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
      .map { QuestionWord(text: String($0), forms: [], role: .content) }
    let guess = try NameGuesser(source: source).guesses(for: [words.startIndex..<words.endIndex], in: words).first?.1
    guard let guess else { return }
    entities = guess.entities
    correction = guess.correction
  }
}
