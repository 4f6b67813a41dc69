public import GraphModel
public import Ontology

/// Which entities may stand at an end of a path: "a food", "a kind of fish", "named so".
public indirect enum EntityPredicate: Sendable, Hashable {
  case anything
  case types([EntityType])
  /// Members of a group: the entity, or a group it belongs to (`isA`, followed upwards), is named so ("fish"), is named as
  /// a kind of it ("fatty fish", "vitamin D3"), or is one of the members known by heart.
  case group(Group)
  case any([EntityPredicate])

  /// A group of things that articles seldom spell out: the vitamins, the minerals, the fish.
  public struct Group: Sendable, Hashable {
    /// Singular, in lower case.
    public var name: String
    /// Only entities of these types belong to it; empty for any.
    public var types: [EntityType]
    /// Keys of members known by heart.
    public var members: Set<NameKey>

    public init(name: String, types: [EntityType], members: Set<NameKey> = []) {
      self.name = name
      self.types = types
      self.members = members
    }
  }

  /// Whether an entity passes. Follows at most ``PropertyPath/repetitionLimit`` levels of groups.
  public func admits(_ index: EntityIndex, in source: some GraphSource) throws -> Bool {
    switch self {
    case .anything: return true
    case .types(let types): return types.contains(try source.entity(at: index).type)
    case .group(let group): return try group.admits(index, in: source)
    case .any(let predicates): return try predicates.contains { try $0.admits(index, in: source) }
    }
  }
}

extension EntityPredicate.Group {
  func admits(_ index: EntityIndex, in source: some GraphSource) throws -> Bool {
    let entity = try source.entity(at: index)
    guard types.isEmpty || types.contains(entity.type) else { return false }
    let groups = try PropertyPath.repeated(.relation(.isA), 0...PropertyPath.repetitionLimit)
      .trails(from: [index], in: source)
    return try groups.contains { try isNamed(source.entity(at: $0.end)) }
  }

  private func isNamed(_ entity: Entity) -> Bool {
    ([entity.name] + entity.aliases).lazy.map { NameKey($0) }.contains { members.contains($0) || isKind($0) }
  }

  /// "fatty fish" is a fish, "vitamin D3" a vitamin; "fish oil" is no fish.
  private func isKind(_ key: NameKey) -> Bool {
    let words = key.words
    if words.last.map(String.init) == name { return true }
    return words.count > 1 && words[0] == name && key.designators.count == words.count - 1
  }
}
