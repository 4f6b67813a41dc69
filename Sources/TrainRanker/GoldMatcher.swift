import Extraction
import GraphModel
import Ontology

/// Which gold claims a hypothesis stands for: equal relation, close names.
struct GoldMatcher {
  struct Claim {
    var subject: [ComparableName]
    var relation: RelationType
    var object: [ComparableName]
    var show: String
  }

  private(set) var claims: [Claim] = []

  init(_ gold: GoldDocument) {
    var seen: Set<String> = []
    for claim in gold.claims {
      guard let subject = gold.entities[claim.s], let object = gold.entities[claim.o] else { continue }
      let show = "\(subject.names[0]) --\(claim.r.rawValue)--> \(object.names[0])"
      guard seen.insert(show).inserted else { continue }
      claims.append(
        Claim(
          subject: subject.names.map { ComparableName($0) }, relation: claim.r,
          object: object.names.map { ComparableName($0) }, show: show))
    }
  }

  static func key(of example: TrainingExample) -> String {
    "\(pairKey(of: example))|\(example.relation.rawValue)"
  }

  static func pairKey(of example: TrainingExample) -> String {
    let subject = names(of: example.subject).min()?.words.joined(separator: " ") ?? ""
    let object = names(of: example.object).min()?.words.joined(separator: " ") ?? ""
    return "\(subject)|\(object)"
  }

  func matches(of example: TrainingExample) -> [Int] {
    let subject = Self.names(of: example.subject)
    let object = Self.names(of: example.object)
    let isSymmetric = example.relation == .synergizesWith || example.relation == .interactsWith
    return claims.indices.filter { index in
      let claim = claims[index]
      guard claim.relation == example.relation else { return false }
      if Self.close(subject, claim.subject), Self.close(object, claim.object) { return true }
      return isSymmetric && Self.close(subject, claim.object) && Self.close(object, claim.subject)
    }
  }

  private static func names(of entity: EntityReference) -> [ComparableName] {
    ([entity.name] + entity.aliases).map { ComparableName($0) }
  }

  private static func close(_ one: [ComparableName], _ other: [ComparableName]) -> Bool {
    one.contains { name in other.contains { $0 == name || $0.isClose(to: name) } }
  }
}
