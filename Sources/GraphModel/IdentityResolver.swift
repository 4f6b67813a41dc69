/// A sense with all that speaks for or against its being one thing with another: what identity is decided on.
public struct SenseProfile: Sendable, Hashable {
  public var sense: Sense
  /// The documents that use the sense, ascending.
  public var documents: [Int]
  /// The other names that documents give it, with those documents, ascending.
  public var aliases: [NameKey: [Int]]
  /// CURIEs, sorted.
  public var ids: [String]

  public init(sense: Sense, documents: [Int] = [], aliases: [NameKey: [Int]] = [:], ids: [String] = []) {
    self.sense = sense
    self.documents = documents
    self.aliases = aliases
    self.ids = ids
  }
}

/// Decides which senses are one thing.
///
/// What a person settled (``IdentityRules``) comes first. Otherwise two senses of one type are one
/// 1. if they share an identifier; else
/// 2. if an article gives the name of one as another name of the other, and
///    - nothing else in the graph claims that name (a name that two things claim is ambiguous and joins none),
///    - more articles equate the two than use both for different things,
///    - neither name is the other with a modifier (`infection`, `skin infection`) or a designator (`vitamin`, `vitamin d`)
///      more, nor do they bear different designators (`vitamin d2`, `vitamin d3`), and
///    - they bear no different identifiers of one vocabulary.
///
/// Joining goes in rounds until nothing changes, since a name claimed by two things becomes clear once they are one. A
/// round that would join, over intermediate names, two senses that rule 2 keeps apart joins none of that group. The
/// outcome depends on the set of profiles alone, and on each set of senses that no name and no identifier links to the
/// others by itself: so a store can decide again only what a document touches.
///
/// Complexity: O(*n* log *n*) in the names, for each of a few rounds.
public struct IdentityResolver {
  private let profiles: [SenseProfile]
  private let rules: IdentityRules
  private let position: [Sense: Int]
  /// The senses that claim a name, ascending.
  private let claimants: [Sense: [Int]]
  private var sets: DisjointSets

  /// For each profile the index of the first profile that is the same thing.
  ///
  /// - Precondition: `profiles` is sorted by sense, each once.
  public static func resolve(_ profiles: [SenseProfile], rules: IdentityRules = IdentityRules()) -> [Int] {
    var resolver = IdentityResolver(profiles, rules: rules)
    resolver.joinByRule()
    resolver.joinByIdentifier()
    while resolver.joinByName() {}
    return profiles.indices.map { resolver.sets.representative(of: $0) }
  }

  private init(_ profiles: [SenseProfile], rules: IdentityRules) {
    self.profiles = profiles
    self.rules = rules
    position = Dictionary(uniqueKeysWithValues: profiles.enumerated().map { ($1.sense, $0) })
    var claimants: [Sense: [Int]] = [:]
    for (index, profile) in profiles.enumerated() {
      for key in profile.aliases.keys {
        claimants[Sense(type: profile.sense.type, key: key), default: []].append(index)
      }
    }
    self.claimants = claimants
    sets = DisjointSets(count: profiles.count)
  }

  private mutating func joinByRule() {
    for (index, profile) in profiles.enumerated() {
      for other in rules.neighbours(of: profile.sense) {
        if let position = position[other] { sets.join(index, position) }
      }
    }
  }

  /// Joins senses that share identifiers, unless a person parted two of those that this would join.
  private mutating func joinByIdentifier() {
    struct Identifier: Hashable {
      var type: String
      var id: String
    }
    var proposed = sets
    var touched: Set<Int> = []
    var first: [Identifier: Int] = [:]
    for (index, profile) in profiles.enumerated() {
      for id in profile.ids {
        let identifier = Identifier(type: profile.sense.type.rawValue, id: id)
        if let other = first[identifier] {
          proposed.join(other, index)
          touched.formUnion([other, index])
        } else {
          first[identifier] = index
        }
      }
    }
    accept(proposed, touched) { !$0.areParted($1, $2) }
  }

  /// One round; whether anything was joined.
  private mutating func joinByName() -> Bool {
    var proposed = sets
    var touched: Set<Int> = []
    for (index, profile) in profiles.enumerated() {
      guard let claiming = claimants[profile.sense], let claimant = soleClaimant(claiming, of: index) else { continue }
      let link = claiming.filter { sets.representative(of: $0) == claimant }
      guard link.contains(where: { admits($0, index) }) else { continue }
      proposed.join(claimant, index)
      touched.formUnion([claimant, index])
    }
    return accept(proposed, touched) { !$0.contradicts($1, $2) }
  }

  /// Joins the proposed groups any two of whose members agree; whether anything was joined.
  @discardableResult private mutating func accept(
    _ proposed: DisjointSets, _ touched: Set<Int>, agree: (Self, Int, Int) -> Bool
  ) -> Bool {
    var proposed = proposed
    // A group holds the members of the things that it joins, also those that no link touches.
    let roots = Set(touched.map { proposed.representative(of: $0) })
    var members: [Int: [Int]] = [:]
    for index in profiles.indices {
      let root = proposed.representative(of: index)
      if roots.contains(root) { members[root, default: []].append(index) }
    }
    var joined = false
    for (_, group) in members.sorted(by: { $0.key < $1.key }) where isConsistent(group, agree: agree) {
      for member in group.dropFirst() where sets.join(group[0], member) { joined = true }
    }
    return joined
  }

  /// The thing that alone claims the name of a sense, other than the thing the sense is.
  private mutating func soleClaimant(_ claiming: [Int], of index: Int) -> Int? {
    let own = sets.representative(of: index)
    var sole: Int?
    for other in claiming {
      let representative = sets.representative(of: other)
      if representative == own { continue }
      if let sole, sole != representative { return nil }
      sole = representative
    }
    return sole
  }

  /// Whether two senses, one of which claims the other's name, may be one.
  private func admits(_ first: Int, _ second: Int) -> Bool {
    !areTold(first, second) && NameLikeness.mayBeSynonyms(profiles[first].sense.key, profiles[second].sense.key)
  }

  /// Whether the evidence of the articles or of identifiers speaks against two senses' being one.
  private func areTold(_ first: Int, _ second: Int) -> Bool {
    if areParted(first, second) { return true }
    let (one, other) = (profiles[first], profiles[second])
    if Self.identifiersDiffer(one.ids, other.ids) { return true }
    let equating = Set(one.aliases[other.sense.key] ?? []).union(other.aliases[one.sense.key] ?? [])
    let both = Self.intersection(one.documents, other.documents)
    let apart = both.filter { !equating.contains($0) }.count
    return apart > 0 && apart >= equating.count
  }

  private func isConsistent(_ group: [Int], agree: (Self, Int, Int) -> Bool) -> Bool {
    for (offset, first) in group.enumerated() {
      for second in group[(offset + 1)...] where !agree(self, first, second) { return false }
    }
    return true
  }

  /// Whether a person parted two senses.
  private func areParted(_ first: Int, _ second: Int) -> Bool {
    rules.part(profiles[first].sense, from: profiles[second].sense)
  }

  /// Whether two senses cannot be joined over intermediate names.
  private func contradicts(_ first: Int, _ second: Int) -> Bool {
    if areParted(first, second) { return true }
    if sets.areJoined(first, second) { return false }
    let (one, other) = (profiles[first], profiles[second])
    return areTold(first, second) || NameLikeness.designatorsDiffer(one.sense.key, other.sense.key)
  }

  /// Whether both bear identifiers of one vocabulary and none in common.
  private static func identifiersDiffer(_ left: [String], _ right: [String]) -> Bool {
    guard !left.contains(where: right.contains) else { return false }
    let vocabularies = Set(left.map { $0.prefix { $0 != ":" } })
    return right.contains { vocabularies.contains($0.prefix { $0 != ":" }) }
  }

  private static func intersection(_ left: [Int], _ right: [Int]) -> [Int] {
    var result: [Int] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { result.append(left[i]) }
      let step = left[i]
      if step <= right[j] { i += 1 }
      if step >= right[j] { j += 1 }
    }
    return result
  }
}
