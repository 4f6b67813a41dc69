import Linguistics

/// Makes names from words: lower case where the words are no names, the head in the singular.
struct PhraseNaming {
  let view: DocumentView

  /// The words as a name: "Fractured Bones" becomes "fractured bone".
  func name(of words: Range<Int>) -> String {
    var name = ""
    for word in words {
      if word > words.lowerBound, !view.isGlued(word) { name += " " }
      name += word == words.upperBound - 1 ? singular(word) : cased(word)
    }
    return name
  }

  /// A single word in the singular.
  func singular(_ word: Int) -> String {
    let form = cased(word)
    guard view.upos(word) == .noun || view.upos(word) == .propn, form.utf8.count > 3 else { return form }
    let lemma = view.document.lemma(of: word)
    // The lemma is the singular where it differs only at the end; capitals stay as the form has them.
    if view.upos(word) == .noun, lemma != form, lemma.utf8.first == form.utf8.first { return lemma }
    return Inflection.singular(form)
  }

  /// The word in lower case, unless its capitals belong to it: acronyms, letters of vitamins, proper nouns.
  func cased(_ word: Int) -> String {
    let form = view.surface(word..<word + 1)
    let capitals = form.utf8.filter { 0x41...0x5a ~= $0 }.count
    if capitals == 0 { return form }
    let small = form.utf8.contains { 0x61...0x7a ~= $0 }
    // "B9", "DHA" and "5-MTHF" stay, a shouted "CALCIUM" does not; of mixed words "mRNA" stays, "Calcium" does not.
    if small ? capitals > 1 : form.utf8.count < 6 { return form }
    return form.lowercased()
  }
}

/// The regular plural of English, for names to show.
enum Inflection {
  /// The singular of a noun, by its ending alone.
  static func singular(_ noun: String) -> String {
    if let known = irregular[noun] { return known }
    let bytes = noun.utf8
    guard bytes.count > 3, noun.hasSuffix("s"), !["ss", "us", "is", "ous"].contains(where: noun.hasSuffix) else {
      return noun
    }
    if noun.hasSuffix("ies"), bytes.count > 4 { return noun.dropLast(3) + "y" }
    if ["ches", "shes", "xes", "sses", "oes"].contains(where: noun.hasSuffix) { return String(noun.dropLast(2)) }
    return String(noun.dropLast())
  }

  private static let irregular = [
    "women": "woman", "men": "man", "children": "child", "people": "person", "teeth": "tooth", "feet": "foot",
    "bacteria": "bacterium", "diabetes": "diabetes", "cookies": "cookie", "calories": "calorie", "rickets": "rickets",
    "leaves": "leaf", "headaches": "headache", "series": "series", "species": "species", "greens": "greens",
    "aches": "ache", "feces": "feces", "rabies": "rabies", "measles": "measles", "herpes": "herpes",
    "pancreas": "pancreas", "molasses": "molasses", "smoothies": "smoothie", "veggies": "veggie",
  ]
}
