internal import Ontology

extension CueLexicon {
  /// Checks a cues file. Throws a `DataFileError` with everything that is wrong with it.
  init(_ file: DataFile, schema: SchemaIndex) throws(DataFileError) {
    var issues: [DataFileIssue] = []
    var masks: [String: RelationMask] = [:]
    for pair in file.root["cues"]?.pairs ?? [] {
      guard let number = schema.number(of: RelationType(rawValue: pair.key.string ?? "")) else {
        issues.append(file.issue("The schema has no relation named \(pair.key.string ?? "here").", at: pair.key))
        continue
      }
      for lemma in Self.strings(pair.value, file, &issues) { masks[lemma, default: RelationMask()].insert(number) }
    }
    var always = RelationMask()
    for node in file.root["always"]?.elements ?? [] {
      if let number = schema.number(of: RelationType(rawValue: node.string ?? "")) {
        always.insert(number)
      } else {
        issues.append(file.issue("The schema has no relation named \(node.string ?? "here").", at: node))
      }
    }
    var definite: [String: [EntityType]] = [:]
    for pair in file.root["definite-nouns"]?.pairs ?? [] {
      let type = EntityType(rawValue: pair.key.string ?? "")
      guard schema.number(of: type) != nil else {
        issues.append(file.issue("The schema has no entity type named \(type.rawValue).", at: pair.key))
        continue
      }
      for lemma in Self.strings(pair.value, file, &issues) { definite[lemma, default: []].append(type) }
    }
    let backMatter = file.root["back-matter"].map { Self.strings($0, file, &issues) } ?? []
    let generic = file.root["generic"].map { Self.strings($0, file, &issues) } ?? []
    var aspects: [String: Mention.Aspect] = [:]
    for (key, aspect) in [("lack", Mention.Aspect.deficiency), ("excess", .excess)] {
      for lemma in file.root[key].map({ Self.strings($0, file, &issues) }) ?? [] { aspects[lemma] = aspect }
    }
    if !issues.isEmpty { throw DataFileError(issues: issues) }
    self.init(
      masks: masks, always: always, definiteTypes: definite, backMatter: Set(backMatter), generic: Set(generic),
      aspectWords: aspects)
  }

  private static func strings(_ node: DataNode, _ file: DataFile, _ issues: inout [DataFileIssue]) -> [String] {
    guard let elements = node.elements else {
      issues.append(file.issue("A list of lemmas is expected: [contain, provide].", at: node))
      return []
    }
    return elements.compactMap(\.string)
  }
}
