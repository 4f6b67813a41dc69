extension NameKey {
  /// Whole words whose British spelling follows no pattern.
  private static let words: [String: String] = [
    "fibre": "fiber", "fibres": "fibers", "centre": "center", "litre": "liter", "yoghurt": "yogurt",
    "yoghurts": "yogurts",
    "aluminium": "aluminum", "programme": "program", "programmes": "programs", "ageing": "aging", "grey": "gray",
    "haem": "heme", "defence": "defense", "defences": "defenses", "chilli": "chili", "chillies": "chilies",
    "foetus": "fetus", "foetal": "fetal", "oedema": "edema", "faeces": "feces", "faecal": "fecal", "caecum": "cecum",
    "signalling": "signaling", "labelling": "labeling", "fuelling": "fueling", "counselling": "counseling",
    "whisky": "whiskey", "tumour": "tumor", "tumours": "tumors", "enrol": "enroll", "enrolment": "enrollment",
  ]

  /// Letters inside a word: British, American. The longer ones first.
  private static let parts: [(british: String, american: String)] = [
    ("haemo", "hemo"), ("haema", "hema"), ("aemia", "emia"), ("aemic", "emic"), ("oesoph", "esoph"), ("oestr", "estr"),
    ("paed", "ped"), ("gynaec", "gynec"), ("anaesth", "anesth"), ("rrhoea", "rrhea"), ("coeliac", "celiac"),
    ("homoeo", "homeo"), ("manoeuv", "maneuv"), ("sulph", "sulf"), ("leukaem", "leukem"), ("aetio", "etio"),
    ("flavour", "flavor"), ("colour", "color"), ("favour", "favor"), ("behaviour", "behavior"), ("odour", "odor"),
    ("vapour", "vapor"), ("labour", "labor"), ("isation", "ization"), ("ysing", "yzing"), ("ysed", "yzed"),
  ]

  /// Verbs in -ise that American English also writes so.
  private static let alwaysISE: Set<String> = [
    "exercise", "exercises", "rise", "wise", "advise", "precise", "anise", "otherwise", "disease", "raise", "cruise",
    "promise", "noise", "bruise", "bruises", "praise", "franchise", "premise", "concise", "likewise", "mayonnaise",
  ]

  /// The American spelling of a word in lower case.
  static func american(_ word: String) -> String {
    if let known = words[word] { return known }
    guard word.utf8.count > 4 else { return word }
    var result = word
    for part in parts where result.contains(part.british) { result.replace(part.british, with: part.american) }
    guard !alwaysISE.contains(word) else { return result }
    for (british, american) in [("ise", "ize"), ("ised", "ized"), ("yse", "yze")] where result.hasSuffix(british) {
      return result.dropLast(british.utf8.count) + american
    }
    return result
  }
}
