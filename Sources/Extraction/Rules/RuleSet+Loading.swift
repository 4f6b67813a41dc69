internal import Ontology

extension RuleSet {
  /// Checks a rules file. Throws a `DataFileError` with everything that is wrong with it.
  init(_ file: DataFile, schema: Schema) throws(DataFileError) {
    var reader = RuleReader(file: file, schema: schema)
    self = reader.ruleSet()
    if !reader.issues.isEmpty { throw DataFileError(issues: reader.issues) }
  }
}

/// Reads a rules file and collects what is wrong with it.
private struct RuleReader {
  static let topKeys = ["helpers", "needers", "transparent-nouns", "transparent-verbs", "rules"]
  static let ruleKeys = [
    "name", "relation", "verb", "noun", "adjective", "subject", "object", "examples", "counterexamples",
  ]

  let file: DataFile
  let schema: Schema
  var issues: [DataFileIssue] = []

  init(file: DataFile, schema: Schema) {
    self.file = file
    self.schema = schema
  }

  mutating func ruleSet() -> RuleSet {
    checkKeys(of: file.root, allowed: Self.topKeys, what: "A rules file")
    var rules: [Rule] = []
    for node in elements(file.root["rules"]) {
      guard let rule = rule(node) else { continue }
      if rules.contains(where: { $0.name == rule.name }) {
        report("The rule \(rule.name) is defined twice; give one of them another name.", at: node)
      } else {
        rules.append(rule)
      }
    }
    return RuleSet(
      rules: rules, helpers: Set(strings(file.root["helpers"])), needers: Set(strings(file.root["needers"])),
      transparentNouns: Set(strings(file.root["transparent-nouns"])),
      transparentVerbs: Set(strings(file.root["transparent-verbs"])))
  }

  private mutating func rule(_ node: DataNode) -> Rule? {
    checkKeys(of: node, allowed: Self.ruleKeys, what: "A rule")
    guard let name = node["name"]?.string else {
      report("A rule needs a name.", at: node)
      return nil
    }
    let kinds = Rule.TriggerKind.allCases.filter { node[$0.rawValue] != nil }
    guard let kind = kinds.first, kinds.count == 1 else {
      report("The rule \(name) needs one of verb, noun and adjective: the lemmas that trigger it.", at: node)
      return nil
    }
    let relations = elements(node["relation"]).compactMap { relation($0) }
    if relations.isEmpty { report("The rule \(name) needs a relation.", at: node) }
    return Rule(
      name: name, relations: relations, kind: kind,
      triggers: strings(node[kind.rawValue]).map { Trigger($0) },
      subject: slots("subject", of: name, in: node), object: slots("object", of: name, in: node),
      examples: examples(node["examples"]), counterexamples: examples(node["counterexamples"]))
  }

  private mutating func relation(_ node: DataNode) -> RelationType? {
    let type = RelationType(rawValue: node.string ?? "")
    if schema[type] == nil {
      report("The schema has no relation named \(type.rawValue).", at: node)
      return nil
    }
    return type
  }

  private mutating func slots(_ key: String, of name: String, in node: DataNode) -> [SlotPath] {
    let nodes = elements(node[key])
    if nodes.isEmpty { report("The rule \(name) needs a slot for its \(key).", at: node) }
    var result: [SlotPath] = []
    for slot in nodes {
      if let path = slot.string.flatMap({ SlotPath($0) }) {
        result.append(path)
      } else {
        report("A slot is a word, or words with lemmas in brackets: object[risk|chance]/of.", at: slot)
      }
    }
    return result
  }

  private mutating func examples(_ node: DataNode?) -> [RuleExample] {
    var result: [RuleExample] = []
    for node in elements(node) {
      guard let example = node.string.flatMap({ RuleExample($0) }) else {
        report("An example reads: sentence => subject | relation | object.", at: node)
        continue
      }
      if schema[example.relation] == nil {
        report("The schema has no relation named \(example.relation.rawValue).", at: node)
      }
      result.append(example)
    }
    return result
  }

  private mutating func strings(_ node: DataNode?) -> [String] {
    elements(node).compactMap { element in
      if let text = element.string { return text }
      report("Only words can stand here.", at: element)
      return nil
    }
  }

  private func elements(_ node: DataNode?) -> [DataNode] {
    guard let node else { return [] }
    return node.elements ?? [node]
  }

  private mutating func checkKeys(of node: DataNode, allowed: [String], what: String) {
    guard let pairs = node.pairs else {
      report("\(what) is a mapping with the keys \(allowed.joined(separator: ", ")).", at: node)
      return
    }
    for pair in pairs where !allowed.contains(pair.key.string ?? "") {
      report(
        "\(what) has no key \(pair.key.string ?? "here"); the keys are \(allowed.joined(separator: ", ")).",
        at: pair.key)
    }
  }

  private mutating func report(_ message: String, at node: DataNode) {
    issues.append(file.issue(message, at: node))
  }
}
