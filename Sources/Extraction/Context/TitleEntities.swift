internal import GraphModel
internal import Ontology

/// Which of a document's entities its title names, in the order of the title. O(title + entities).
func titleEntities(of title: String, among table: MentionTable, lexicon: Lexicon) -> [Int] {
  let bytes = Array(title.utf8)
  let matches = lexicon.matches(in: lexicon.atoms(in: bytes, range: bytes.indices), of: bytes)
  guard !matches.isEmpty else { return [] }
  let named = matches.map { ComparableName(lexicon.name(of: $0.entry)) }
  var numbers: [ComparableName: Int] = [:]
  for (number, entity) in table.entities.enumerated() {
    for name in [entity.name] + entity.aliases {
      let name = ComparableName(name)
      if numbers[name] == nil { numbers[name] = number }
    }
  }
  var result: [Int] = []
  for name in named {
    if let number = numbers[name], !result.contains(number) { result.append(number) }
  }
  return result
}
