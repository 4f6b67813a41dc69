/// A UD dependency relation, with the English subtypes, as a small integer.
///
/// Reference: <https://universaldependencies.org/en/dep/>
public struct DependencyRelation: RawRepresentable, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The relation as CoNLL-U writes it, with its subtype: `nsubj:pass`.
  public var name: String { Self.names[Int(rawValue)] }
  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var universal: DependencyRelation { DependencyRelation(rawValue: Self.universals[Int(rawValue)]) }

  public init?(name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// All relations in the order of their raw values. New ones go to the end: the model file stores raw values.
  public static let names = [
    "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
    "det",
    "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
    "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
  ]

  private static let universals: [UInt8] = names.map { name in
    let plain = name.prefix { $0 != ":" }
    return UInt8(names.firstIndex { $0 == plain } ?? 0)
  }

  private static func named(_ name: String) -> DependencyRelation { DependencyRelation(name: name)! }
  public static let root = named("root")
  public static let acl = named("acl")
  public static let relcl = named("acl:relcl")
  public static let advcl = named("advcl")
  public static let advmod = named("advmod")
  public static let amod = named("amod")
  public static let appos = named("appos")
  public static let aux = named("aux")
  public static let auxPass = named("aux:pass")
  public static let `case` = named("case")
  public static let cc = named("cc")
  public static let ccomp = named("ccomp")
  public static let compound = named("compound")
  public static let conj = named("conj")
  public static let cop = named("cop")
  public static let csubj = named("csubj")
  public static let dep = named("dep")
  public static let det = named("det")
  public static let fixed = named("fixed")
  public static let flat = named("flat")
  public static let iobj = named("iobj")
  public static let mark = named("mark")
  public static let nmod = named("nmod")
  public static let nmodPoss = named("nmod:poss")
  public static let nsubj = named("nsubj")
  public static let nsubjPass = named("nsubj:pass")
  public static let nummod = named("nummod")
  public static let obj = named("obj")
  public static let obl = named("obl")
  public static let oblAgent = named("obl:agent")
  public static let parataxis = named("parataxis")
  public static let punct = named("punct")
  public static let xcomp = named("xcomp")
}
