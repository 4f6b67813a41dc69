public import Ontology

/// A graph in figures: how much it holds, of which kinds, and how it hangs together.
public struct GraphStatistics: Sendable, Hashable, Codable {
  /// A kind with how many there are of it.
  public struct Share: Sendable, Hashable, Codable {
    public var type: String
    public var count: Int
  }

  /// An entity with the number of relations that leave and reach it.
  public struct Hub: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    public var type: EntityType
    public var degree: Int
    public var outgoing: Int
    public var incoming: Int
  }

  public var counts: GraphCounts
  /// The most frequent first.
  public var entityTypes: [Share]
  public var relationTypes: [Share]
  /// Relations by how many independent sources affirm or deny them: 1, 2, 3 and more.
  public var relationsBySources: [Int]
  /// Over all entities; a relation of an entity to itself counts twice.
  public var meanDegree: Double
  public var medianDegree: Int
  public var maximumDegree: Int
  /// Sets of entities that relations join, directions aside.
  public var components: Int
  public var largestComponent: Int
  /// By degree, then by id.
  public var mostConnected: [Hub]

  /// Complexity: O(*n* log *n*) in entities and relations.
  ///
  /// - Parameter hubs: How many of the most connected entities to name.
  public init(of graph: some GraphSource, hubs: Int = 10) throws {
    let heads = try graph.heads()
    let rank = Dictionary(uniqueKeysWithValues: heads.enumerated().map { ($1.index, $0) })
    var outgoing = [Int](repeating: 0, count: heads.count)
    var incoming = outgoing
    var sets = DisjointSets(count: heads.count)
    var relations: [RelationType: Int] = [:]
    var bySources = [0, 0, 0]
    for relation in try graph.allRelations() {
      let (subject, object) = (rank[relation.subject]!, rank[relation.object]!)
      outgoing[subject] += 1
      incoming[object] += 1
      sets.join(subject, object)
      relations[relation.type, default: 0] += 1
      bySources[min(max(relation.support.total, 1), 3) - 1] += 1
    }
    let degrees = heads.indices.map { outgoing[$0] + incoming[$0] }
    let sizes = Dictionary(grouping: heads.indices) { sets.representative(of: $0) }.values.map(\.count)
    let sorted = degrees.sorted()
    counts = try graph.counts()
    entityTypes = Self.shares(Dictionary(grouping: heads, by: \.type).map { ($0.key.rawValue, $0.value.count) })
    relationTypes = Self.shares(relations.map { ($0.key.rawValue, $0.value) })
    relationsBySources = bySources
    meanDegree = heads.isEmpty ? 0 : Double(degrees.reduce(0, +)) / Double(heads.count)
    medianDegree = heads.isEmpty ? 0 : sorted[sorted.count / 2]
    maximumDegree = sorted.last ?? 0
    components = sizes.count
    largestComponent = sizes.max() ?? 0
    mostConnected = heads.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }.prefix(hubs).map { index in
      let head = heads[index]
      return Hub(
        id: head.id, name: head.name, type: head.type, degree: degrees[index], outgoing: outgoing[index],
        incoming: incoming[index])
    }
  }

  private static func shares(_ counts: [(String, Int)]) -> [Share] {
    counts.map(Share.init).sorted { (-$0.count, $0.type) < (-$1.count, $1.type) }
  }
}
