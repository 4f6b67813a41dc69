import Extraction
import GraphModel
import Ontology

/// Which gold claims a hypothesis stands for: equal relation, close names.
struct GoldMatcher {
  struct Claim {
    var subject: [ComparableName]
    var relation: RelationType
    var object: [ComparableName]
    /// How the sentences that state it begin, in letters and digits alone.
    var places: [String]
    var subjectType: EntityType
    var objectType: EntityType
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
          object: object.names.map { ComparableName($0) },
          places: (claim.at ?? []).map { Self.letters(of: $0) }.filter { !$0.isEmpty }, subjectType: subject.type,
          objectType: object.type, show: show))
    }
  }

  /// Whether one of some claims is stated by a sentence, as far as the gold says where.
  func isStated(_ claims: [Int], in sentence: String) -> Bool {
    let text = Self.letters(of: sentence)
    return claims.contains {
      self.claims[$0].places.contains { text.contains($0) || (text.count > 3 && $0.hasPrefix(text)) }
    }
  }

  private static func letters(of text: String) -> String {
    String(decoding: text.lowercased().utf8.filter { 0x61...0x7a ~= $0 || 0x30...0x39 ~= $0 }, as: UTF8.self)
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

  /// The claims among some that a hypothesis makes by the very names of the gold.
  func exact(_ matches: [Int], of example: TrainingExample) -> [Int] {
    let subject = Self.names(of: example.subject)
    let object = Self.names(of: example.object)
    return matches.filter { index in
      let claim = claims[index]
      return subject.contains(where: claim.subject.contains) && object.contains(where: claim.object.contains)
        || subject.contains(where: claim.object.contains) && object.contains(where: claim.subject.contains)
    }
  }

  /// What keeps each gold claim out of reach: the name that no mention has, the types, the pair or the relation;
  /// empty for claims that a hypothesis matches.
  func obstacles(reached: Set<Int>, entities: [EntityReference], examples: [TrainingExample]) -> [String] {
    let named = entities.map { (names: Self.names(of: $0), type: $0.type) }
    return claims.indices.map { index in
      guard !reached.contains(index) else { return "" }
      let claim = claims[index]
      let subjects = named.filter { Self.close($0.names, claim.subject) }
      let objects = named.filter { Self.close($0.names, claim.object) }
      if subjects.isEmpty && objects.isEmpty { return "both unnamed" }
      if subjects.isEmpty { return "subject unnamed" }
      if objects.isEmpty { return "object unnamed" }
      let types =
        subjects.map { $0.type.rawValue }.joined(separator: "/") + ">"
        + objects.map { $0.type.rawValue }.joined(separator: "/")
      let isPaired = examples.contains {
        Self.close(Self.names(of: $0.subject), claim.subject) && Self.close(Self.names(of: $0.object), claim.object)
      }
      let wrong =
        !subjects.contains { $0.type == claim.subjectType } || !objects.contains { $0.type == claim.objectType }
      return (wrong ? "type " : isPaired ? "relation " : "pair ") + types
    }
  }

  private static func names(of entity: EntityReference) -> [ComparableName] {
    ([entity.name] + entity.aliases).map { ComparableName($0) }
  }

  private static func close(_ one: [ComparableName], _ other: [ComparableName]) -> Bool {
    one.contains { name in other.contains { $0 == name || $0.isClose(to: name) } }
  }
}
