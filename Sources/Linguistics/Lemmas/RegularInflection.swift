/// The regular inflections of English, read backwards: what a form may come from, by spelling alone.
enum RegularInflection {
  case plural, thirdPerson, past, gerund, comparative, superlative

  /// The inflection that a Penn Treebank tag names; nil for base forms and for what does not inflect.
  init?(xpos: PennTag) {
    switch xpos.name {
    case "NNS": self = .plural
    case "VBZ": self = .thirdPerson
    case "VBD", "VBN": self = .past
    case "VBG": self = .gerund
    case "JJR", "RBR": self = .comparative
    case "JJS", "RBS": self = .superlative
    default: return nil
    }
  }

  private var ending: String {
    switch self {
    case .plural, .thirdPerson: "s"
    case .past: "ed"
    case .gerund: "ing"
    case .comparative: "er"
    case .superlative: "est"
    }
  }

  /// The base forms that a form in lower case could have, the likelier first: "stope", "stopp", "stop" of "stopped".
  func bases(of form: String) -> [String] {
    guard form.hasSuffix(ending), form.utf8.count > ending.utf8.count + 1 else { return [] }
    let stem = String(form.dropLast(ending.count))
    switch self {
    case .plural, .thirdPerson:
      guard stem.hasSuffix("e") else { return [stem] }
      let short = String(stem.dropLast())
      return (short.hasSuffix("i") ? [short.dropLast() + "y"] : []) + [stem, short]
    case .past, .comparative, .superlative, .gerund:
      var bases = [stem + "e", stem]
      if stem.hasSuffix("i") { bases.insert(stem.dropLast() + "y", at: 0) }
      let short = stem.dropLast()
      // "stopped", "mimicking"
      if stem.last == short.last || stem.hasSuffix("ck") { bases.append(String(short)) }
      return bases
    }
  }
}
