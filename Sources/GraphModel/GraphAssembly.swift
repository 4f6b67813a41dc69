import Ontology

/// The way from digests to entities and edges: senses, identity, names, ends.
struct GraphAssembly {
  let digests: [DocumentDigest]
  /// For each digest the first of its copies.
  let groups: [Int]
  private(set) var entities: [Entity] = []
  /// Every name with its entity and whether an article prefers it.
  private(set) var names: [NameIndex.Entry] = []
  /// For each digest and naming its entity; nil for a thing that is left out.
  private var ends: [[EntityIndex?]] = []
  private var droppedEdges: Set<Ends> = []

  private struct Ends: Hashable {
    var subject: EntityIndex
    var type: RelationType
    var object: EntityIndex
  }

  struct Edge {
    var subject: EntityIndex
    var type: RelationType
    var object: EntityIndex
    var places: [KnowledgeGraph.StatementPlace]
  }

  init(_ digests: [DocumentDigest], rules: IdentityRules, symmetric: Set<RelationType>) {
    self.digests = digests
    groups = SourceGroups.resolve(digests)
    let profiles = Self.profiles(of: digests)
    let thing = IdentityResolver.resolve(profiles, rules: rules)
    let position = Dictionary(uniqueKeysWithValues: profiles.enumerated().map { ($1.sense, $0) })
    let things = digests.map { digest in digest.namings.map { thing[position[$0.sense]!] } }
    var drafts: [Int: EntityDraft] = [:]
    for (digest, own) in zip(digests, things) {
      for (naming, thing) in zip(digest.namings, own) { drafts[thing, default: EntityDraft()].add(naming) }
    }
    let senses = Dictionary(grouping: profiles.indices) { thing[$0] }.mapValues { $0.map { profiles[$0].sense } }
    let finished = drafts.filter { !rules.drops(senses[$0.key]!) }
      .map { (thing: $0.key, entity: $0.value.entity(as: rules.form(of: senses[$0.key]!)), draft: $0.value) }
      .sorted { $0.entity.id < $1.entity.id }
    let rank = Dictionary(uniqueKeysWithValues: finished.enumerated().map { ($1.thing, $0) })
    entities = finished.map(\.entity)
    names = finished.enumerated().flatMap { index, element in element.draft.names(of: element.entity, at: index) }
    ends = things.map { $0.map { rank[$0] } }
    for dropped in rules.droppedRelations {
      let ends = [dropped.subject, dropped.object].map { position[$0].flatMap { rank[thing[$0]] } }
      if let subject = ends[0], let object = ends[1] {
        droppedEdges.insert(Self.edge(subject, dropped.type, object, symmetric: symmetric))
      }
    }
  }

  /// What all digests together say about each sense, sorted by sense.
  static func profiles(of digests: [DocumentDigest]) -> [SenseProfile] {
    var table: [Sense: SenseProfile] = [:]
    for (index, digest) in digests.enumerated() {
      for naming in digest.namings {
        table[naming.sense, default: SenseProfile(sense: naming.sense)].add(naming, from: index)
      }
    }
    return table.values.sorted { $0.sense < $1.sense }
  }

  /// Sorted by subject, type, object, each with its places by document.
  func edges(symmetric: Set<RelationType>) -> [Edge] {
    var table: [Ends: [KnowledgeGraph.StatementPlace]] = [:]
    for (index, digest) in digests.enumerated() {
      for statement in digest.statements {
        guard let subject = ends[index][statement.subject], let object = ends[index][statement.object] else { continue }
        // Nothing is a kind of itself; names that became one thing may say so.
        if subject == object, statement.relation == .isA { continue }
        let edge = Self.edge(subject, statement.relation, object, symmetric: symmetric)
        if droppedEdges.contains(edge) { continue }
        table[edge, default: []] += statement.places.map {
          KnowledgeGraph.StatementPlace(
            document: Int32(index), polarity: statement.polarity, certainty: statement.certainty,
            confidence: statement.confidence, place: $0)
        }
      }
    }
    return table.map { Edge(subject: $0.subject, type: $0.type, object: $0.object, places: $1.sorted()) }
      .sorted { ($0.subject, $0.type, $0.object) < ($1.subject, $1.type, $1.object) }
  }
}

extension GraphAssembly {
  /// The ends of an edge, those of a symmetric one in order.
  private static func edge(
    _ subject: EntityIndex, _ type: RelationType, _ object: EntityIndex, symmetric: Set<RelationType>
  ) -> Ends {
    let isTurned = symmetric.contains(type) && subject > object
    return Ends(subject: isTurned ? object : subject, type: type, object: isTurned ? subject : object)
  }
}

extension SenseProfile {
  /// Adds what one document says; documents come in ascending order.
  public mutating func add(_ naming: DocumentDigest.Naming, from document: Int) {
    documents.append(document)
    for key in Set(naming.aliases.map { NameKey($0) }) { aliases[key, default: []].append(document) }
    ids = Set(ids).union(naming.ids).sorted()
  }
}

extension KnowledgeGraph.StatementPlace: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    if left.document != right.document { return left.document < right.document }
    if left.place != right.place { return Evidence.isOrdered(left.place, right.place) }
    return (left.polarity.rawValue, left.certainty.rawValue, left.confidence)
      < (right.polarity.rawValue, right.certainty.rawValue, right.confidence)
  }

  func testimony(in groups: [Int]) -> Testimony {
    Testimony(group: groups[Int(document)], polarity: polarity, certainty: certainty, confidence: confidence)
  }
}
