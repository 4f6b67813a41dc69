extension NameKey {
  /// Plurals that no ending gives away, and words in -s that are no plurals.
  private static let irregular: [String: String] = [
    "men": "man", "women": "woman", "children": "child", "people": "person", "teeth": "tooth", "feet": "foot",
    "mice": "mouse", "leaves": "leaf", "loaves": "loaf", "calves": "calf", "halves": "half", "knives": "knife",
    "lives": "life", "bacteria": "bacterium", "fungi": "fungus", "nuclei": "nucleus", "bacilli": "bacillus",
    "lactobacilli": "lactobacillus", "villi": "villus", "vertebrae": "vertebra", "algae": "alga",
    "mitochondria": "mitochondrion",
    "phenomena": "phenomenon", "ova": "ovum", "axes": "axis", "analyses": "analysis", "diagnoses": "diagnosis",
    "aches": "ache", "headaches": "headache", "toothaches": "toothache", "stomachaches": "stomachache",
    "diabetes": "diabetes", "herpes": "herpes", "rabies": "rabies", "scabies": "scabies", "measles": "measles",
    "mumps": "mumps", "rickets": "rickets", "species": "species", "series": "series", "pancreas": "pancreas",
    "molasses": "molasses", "lens": "lens", "lenses": "lens", "gas": "gas", "gases": "gas", "bias": "bias",
    "atlas": "atlas",
    "always": "always", "perhaps": "perhaps", "asbestos": "asbestos", "caries": "caries", "feces": "feces",
    "toes": "toe", "shoes": "shoe",
  ]

  /// The singular of an English noun in lower case; other words as they are.
  ///
  /// What counts is that singular and plural meet, not that the outcome is a word: "calorie" and "calories" both give
  /// `calory`.
  static func singular(_ word: String) -> String {
    if let known = irregular[word] { return known }
    guard word.utf8.count > 3 else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.hasSuffix("ie") { return word.dropLast(2) + "y" }
    let endings = ["sses", "xes", "zzes", "ches", "shes", "oes", "uses"]
    if endings.contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    guard word.hasSuffix("s"), !["ss", "us", "is"].contains(where: word.hasSuffix) else { return word }
    return String(word.dropLast())
  }
}
