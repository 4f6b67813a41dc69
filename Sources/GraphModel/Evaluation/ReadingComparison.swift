import Ontology

/// The extracted and the gold claims of one article, paired at every level.
struct ReadingComparison: Sendable {
  let extracted: [ReadClaim]
  let gold: [ReadClaim]
  private let extractedNames: NameTable
  private let goldNames: NameTable
  private let close: [Bool]
  private let same: [Bool]

  /// The distinct name sets of one side, and for each claim the rank of its ends in it.
  private struct NameTable {
    var sets: [Set<ComparableName>] = []
    var ends: [(subject: Int, object: Int)] = []

    init(_ claims: [ReadClaim]) {
      var ranks: [Set<ComparableName>: Int] = [:]
      for claim in claims {
        let rank = [claim.subject.names, claim.object.names].map { names in
          if let rank = ranks[names] { return rank }
          ranks[names] = sets.count
          sets.append(names)
          return sets.count - 1
        }
        ends.append((rank[0], rank[1]))
      }
    }
  }

  init(extracted: [ReadClaim], gold: [ReadClaim]) {
    self.extracted = extracted
    self.gold = gold
    extractedNames = NameTable(extracted)
    goldNames = NameTable(gold)
    var close: [Bool] = []
    var same: [Bool] = []
    for left in extractedNames.sets {
      for right in goldNames.sets {
        let meets = !left.isDisjoint(with: right)
        same.append(meets)
        close.append(meets || Self.anyClose(left, right))
      }
    }
    self.close = close
    self.same = same
  }

  /// The partners of extracted claims (or entities) among the gold ones.
  func matching(at level: EvaluationLevel) -> BipartiteMatching {
    let candidates = extracted.indices.map { mine in gold.indices.filter { agree(mine, $0, at: level) } }
    return BipartiteMatching(candidates: candidates)
  }

  func score(at level: EvaluationLevel) -> EvaluationScore {
    if level == .entities { return entityScore() }
    return EvaluationScore(
      hits: matching(at: level).partners.count, extracted: extracted.count, gold: gold.count)
  }

  private func agree(_ mine: Int, _ theirs: Int, at level: EvaluationLevel) -> Bool {
    let (left, right) = (extracted[mine], gold[theirs])
    switch level {
    case .claims:
      return left.relation == right.relation && endsAgree(mine, theirs, close, turned: left.isSymmetric)
    case .family:
      return RelationFamily.family(of: left.relation) == RelationFamily.family(of: right.relation)
        && endsAgree(mine, theirs, close, turned: left.isSymmetric)
    case .strict:
      guard left.relation == right.relation else { return false }
      let straight = left.subject.type == right.subject.type && left.object.type == right.object.type
      let turned = left.isSymmetric && left.subject.type == right.object.type && left.object.type == right.subject.type
      return straight && endsAgree(mine, theirs, same, turned: false)
        || turned && turnedEndsAgree(mine, theirs, same)
    case .pair, .entities:
      return endsAgree(mine, theirs, close, turned: true)
    }
  }

  private func endsAgree(_ mine: Int, _ theirs: Int, _ table: [Bool], turned: Bool) -> Bool {
    let (left, right) = (extractedNames.ends[mine], goldNames.ends[theirs])
    let width = goldNames.sets.count
    if table[left.subject * width + right.subject] && table[left.object * width + right.object] { return true }
    return turned && turnedEndsAgree(mine, theirs, table)
  }

  private func turnedEndsAgree(_ mine: Int, _ theirs: Int, _ table: [Bool]) -> Bool {
    let (left, right) = (extractedNames.ends[mine], goldNames.ends[theirs])
    let width = goldNames.sets.count
    return table[left.subject * width + right.object] && table[left.object * width + right.subject]
  }

  private static func anyClose(_ left: Set<ComparableName>, _ right: Set<ComparableName>) -> Bool {
    left.contains { mine in right.contains(where: mine.isClose) }
  }

  private func entityScore() -> EvaluationScore {
    let (mine, theirs) = (Self.entities(of: extracted), Self.entities(of: gold))
    let candidates = mine.map { left in
      theirs.indices.filter { index in
        let right = theirs[index]
        return left.type == right.type
          && (!left.names.isDisjoint(with: right.names) || Self.anyClose(left.names, right.names))
      }
    }
    let hits = BipartiteMatching(candidates: candidates).partners.count
    return EvaluationScore(hits: hits, extracted: mine.count, gold: theirs.count)
  }

  /// The ends of the claims, one for each least name and type; of ends that share both, the last one's names count.
  private static func entities(of claims: [ReadClaim]) -> [ReadClaim.End] {
    struct Key: Hashable {
      var name: ComparableName
      var type: EntityType
    }
    var ranks: [Key: Int] = [:]
    var entities: [ReadClaim.End] = []
    for end in claims.flatMap({ [$0.subject, $0.object] }) {
      let key = Key(name: end.key, type: end.type)
      if let rank = ranks[key] {
        entities[rank] = end
      } else {
        ranks[key] = entities.count
        entities.append(end)
      }
    }
    return entities
  }
}
