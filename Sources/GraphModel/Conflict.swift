public import Ontology

/// Two things about which the sources disagree.
public struct Conflict: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable {
    /// One relation with sources that affirm it and sources that deny it.
    case contested
    /// Two relations that contradict each other, such as increases and decreases.
    case contrary
  }

  public var kind: Kind
  public var subject: EntityIndex
  public var object: EntityIndex
  /// The contested relation, or the two contrary ones, the more believed first.
  public var relations: [Relation]
  /// How much the weaker side is believed, from 0 to 1: what makes a conflict serious.
  public var weight: Double

  /// All conflicts of a graph, the most serious first, then by the ids of their ends.
  ///
  /// Complexity: O(*n* log *n*) in the relations.
  ///
  /// - Parameter schema: Says which relations are contraries.
  public static func all(in graph: some GraphSource, schema: Schema) throws -> [Conflict] {
    let heads = try graph.heads()
    let rank = Dictionary(uniqueKeysWithValues: heads.enumerated().map { ($1.index, $0) })
    let relations = try graph.allRelations()
    let between = Dictionary(grouping: relations) { Ends(subject: $0.subject, object: $0.object) }
    var conflicts = relations.compactMap(contested)
    for relation in relations {
      for contrary in schema[relation.type]?.contraries ?? [] where relation.type < contrary {
        let ends = Ends(subject: relation.subject, object: relation.object)
        guard let other = between[ends]?.first(where: { $0.type == contrary }) else { continue }
        if let conflict = contradiction(relation, other) { conflicts.append(conflict) }
      }
    }
    func place(_ conflict: Conflict) -> (Double, Int, Int, String, RelationType) {
      (
        -conflict.weight, rank[conflict.subject]!, rank[conflict.object]!, conflict.kind.rawValue,
        conflict.relations[0].type
      )
    }
    return conflicts.sorted { place($0) < place($1) }
  }

  private struct Ends: Hashable {
    var subject: EntityIndex
    var object: EntityIndex
  }

  private static func contested(_ relation: Relation) -> Conflict? {
    guard relation.support.isContested else { return nil }
    return Conflict(
      kind: .contested, subject: relation.subject, object: relation.object, relations: [relation],
      weight: min(relation.belief, relation.denial))
  }

  /// Relations that nobody affirms contradict nothing.
  private static func contradiction(_ one: Relation, _ other: Relation) -> Conflict? {
    guard one.belief > 0, other.belief > 0 else { return nil }
    let pair = [one, other].sorted { (-$0.belief, $0.type) < (-$1.belief, $1.type) }
    return Conflict(
      kind: .contrary, subject: one.subject, object: one.object, relations: pair, weight: pair[1].belief)
  }
}
