public import GraphModel
public import Ontology

/// Steele, Lea and Flood's SplitMix64 (doi:10.1145/2660193.2660195).
public struct SplitMix64 {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  public mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }
}

/// Small articles over few names, so that names meet, aliases quarrel and copies occur.
public struct RandomArticles {
  public var random: SplitMix64
  private var earlier: [DocumentClaims] = []

  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let names = [
    "vitamin D", "Vitamin D3", "cholecalciferol", "vitamin B-12", "cobalamin", "B12", "iron", "heme iron", "infection",
    "skin infection", "citrus", "citrus fruit", "bones", "bone", "fibre", "dietary fiber", "calcium", "açaí",
  ]
  private static let types: [EntityType] = [.nutrient, .nutrient, .nutrient, .disorder]
  private static let relations: [RelationType] = [.supports, .isA, .synergizesWith, .causes]
  private static let ids = ["MESH:1", "MESH:2", "CHEBI:1"]

  public mutating func articles(_ count: Int) -> [DocumentClaims] { (0..<count).map { _ in article() } }

  private mutating func article() -> DocumentClaims {
    let source = "article-\(random.next(9)).html"
    var article = DocumentClaims(doc: source, source: source, title: "Title \(random.next(3))", claims: [])
    if !earlier.isEmpty, random.next(4) == 0 {
      article.claims = random.pick(earlier).claims
      if !article.claims.isEmpty, random.next(2) == 0 { article.claims.removeLast() }
    } else {
      article.claims = (0..<random.next(7)).map { _ in claim() }
    }
    if random.next(3) > 0 { article.signature = ShingleSignature(of: text()) }
    earlier.append(article)
    return article
  }

  /// One of few texts, mostly with its end cut off.
  private mutating func text() -> String {
    let text = random.next(3)
    return (0..<(30 + random.next(60))).map { "word\(text)x\($0)" }.joined(separator: " ")
  }

  /// A few corrections of any kind about the same names.
  public mutating func corrections() -> Corrections {
    var corrections = Corrections()
    for _ in 0..<(1 + random.next(4)) {
      switch random.next(6) {
      case 0: corrections.same.append(things())
      case 1: corrections.different.append(things())
      case 2:
        let thing = thing()
        corrections.changes.append(
          Corrections.Change(thing: thing, name: random.pick(Self.names + ["new name"]), type: thing.type))
      case 3:
        let thing = thing()
        corrections.changes.append(Corrections.Change(thing: thing, name: thing.name, type: random.pick(Self.types)))
      case 4: corrections.drops.append(thing())
      default:
        corrections.linkDrops.append(
          Corrections.Link(subject: thing(), relation: random.pick(Self.relations), object: thing()))
      }
    }
    return corrections
  }

  private mutating func thing() -> Corrections.Thing {
    Corrections.Thing(type: random.pick(Self.types), name: random.pick(Self.names))
  }

  private mutating func things() -> [Corrections.Thing] {
    let type = random.pick(Self.types)
    return (0..<(2 + random.next(2))).map { _ in Corrections.Thing(type: type, name: random.pick(Self.names)) }
  }

  private mutating func claim() -> Claim {
    let start = random.next(1000)
    let text = "This is the sentence number \(random.next(40)) of all."
    return Claim(
      subject: reference(), relation: random.pick(Self.relations), object: reference(),
      polarity: random.next(4) == 0 ? .negative : .positive, certainty: random.next(3) == 0 ? .hedged : .asserted,
      confidence: Double(random.next(100)) / 100,
      evidence: random.next(9) == 0
        ? [] : [Evidence(text: text, start: start, end: start + text.utf8.count, section: "", rule: "rule")])
  }

  private mutating func reference() -> EntityReference {
    EntityReference(
      name: random.pick(Self.names), type: random.pick(Self.types),
      aliases: random.next(3) == 0 ? [random.pick(Self.names)] : [],
      ids: random.next(8) == 0 ? [random.pick(Self.ids)] : [])
  }
}
