public import Ontology

/// A person's corrections in terms of senses: what ``IdentityResolver`` and the graph must heed.
public struct IdentityRules: Sendable {
  /// A name and a type that an entity must have.
  public struct Form: Sendable, Hashable {
    public var name: String
    public var type: EntityType
    public var sense: Sense { Sense(type: type, key: NameKey(name)) }
  }

  /// A relation to leave out.
  public struct DroppedRelation: Sendable, Hashable {
    public var subject: Sense
    public var type: RelationType
    public var object: Sense
  }

  /// Senses that are one whatever speaks against it, from either end.
  private var joined: [Sense: Set<Sense>] = [:]
  /// Senses that are not one whatever speaks for it, from either end.
  private var parted: [Sense: Set<Sense>] = [:]
  private var forms: [Sense: Form] = [:]
  private var dropped: Set<Sense> = []
  public private(set) var droppedRelations: [DroppedRelation] = []

  /// - Parameter corrections: Where two contradict each other, the later renaming and the joining count.
  public init(_ corrections: Corrections = Corrections()) {
    for names in corrections.same {
      for other in names.dropFirst() { join(Sense(names[0]), Sense(other)) }
    }
    for names in corrections.different {
      for (offset, one) in names.enumerated() {
        for other in names[(offset + 1)...] { part(Sense(one), Sense(other)) }
      }
    }
    for change in corrections.changes {
      let sense = Sense(change.thing)
      var form = forms[sense] ?? Form(name: change.thing.name, type: change.thing.type)
      if change.type != change.thing.type { form.type = change.type }
      if change.name != change.thing.name { form.name = change.name }
      forms[sense] = form
    }
    for (sense, form) in forms { join(sense, form.sense) }
    dropped = Set(corrections.drops.map(Sense.init))
    droppedRelations = corrections.linkDrops.map {
      DroppedRelation(subject: Sense($0.subject), type: $0.relation, object: Sense($0.object))
    }
  }

  private mutating func join(_ one: Sense, _ other: Sense) {
    guard one != other else { return }
    joined[one, default: []].insert(other)
    joined[other, default: []].insert(one)
  }

  private mutating func part(_ one: Sense, _ other: Sense) {
    guard one != other else { return }
    parted[one, default: []].insert(other)
    parted[other, default: []].insert(one)
  }

  /// Whether any correction ties senses together.
  public var hasJoins: Bool { !joined.isEmpty }

  /// The senses that a correction ties to this one, sorted.
  public func neighbours(of sense: Sense) -> [Sense] { joined[sense]?.sorted() ?? [] }

  /// Whether two senses must stay two things.
  func part(_ one: Sense, from other: Sense) -> Bool { parted[one]?.contains(other) ?? false }

  /// The form that an entity of these senses must have, nil where it is free. A form that is itself corrected yields.
  public func form(of senses: [Sense]) -> Form? {
    let found = senses.sorted().compactMap { forms[$0] }
    return found.first { forms[$0.sense] == nil || forms[$0.sense] == $0 } ?? found.first
  }

  /// Whether any entity is left out.
  public var hasDrops: Bool { !dropped.isEmpty }

  /// Whether an entity of these senses is left out.
  public func drops(_ senses: [Sense]) -> Bool { senses.contains(where: dropped.contains) }
}

extension Sense {
  init(_ thing: Corrections.Thing) {
    self.init(type: thing.type, key: NameKey(thing.name))
  }
}
