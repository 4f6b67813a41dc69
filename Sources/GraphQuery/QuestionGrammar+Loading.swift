internal import GraphModel
public import Ontology

extension QuestionGrammar {
  /// Checks a grammar file. Throws a ``DataFileError`` with everything that is wrong with it.
  public init(_ file: DataFile) throws(DataFileError) {
    var reader = GrammarReader(file: file)
    self = reader.grammar()
    if !reader.issues.isEmpty { throw DataFileError(issues: reader.issues) }
  }
}

/// Reads a grammar file and collects what is wrong with it.
private struct GrammarReader {
  typealias Frame = QuestionGrammar.Frame

  let file: DataFile
  var issues: [DataFileIssue] = []
  private var classes: [String: [[QuestionPattern.Element]]] = [:]
  private var sets: [String: PropertyPath] = [:]

  init(file: DataFile) { self.file = file }

  mutating func grammar() -> QuestionGrammar {
    let root = file.root
    for pair in pairs("classes", in: root) { readClass(pair) }
    for pair in pairs("sets", in: root) {
      if let path = path(pair.value) { sets[pair.key.string ?? ""] = path }
    }
    let kinds = list("kinds", in: root).compactMap { kind($0) }
    let frames = list("frames", in: root).compactMap { frame($0) }
    let named = frames.flatMap(\.patterns).reduce(into: Set<String>()) { $0.formUnion($1.words) }
    return QuestionGrammar(
      fillers: words("fillers", in: root), light: words("light", in: root), auxiliaries: words("auxiliaries", in: root),
      expansions: table("expansions", in: root).mapValues { $0.split(separator: " ").map(String.init) },
      irregular: table("irregular", in: root), wrappers: phrases("wrappers", in: root),
      verdictWrappers: phrases("verdictWrappers", in: root), kinds: kinds, frames: frames,
      vocabulary: named.union(kinds.flatMap { $0.words.joined() }))
  }

  private mutating func readClass(_ pair: DataNode.Pair) {
    classes[pair.key.string ?? ""] = elements(of: pair.value).compactMap { node in
      pattern(node)?.elements
    }
  }

  private mutating func frame(_ node: DataNode) -> Frame? {
    let keys = [
      "name", "gloss", "mode", "paths", "agents", "patients", "verdict", "denied", "needsKind", "patterns", "examples",
    ]
    checkKeys(of: node, allowed: keys, what: "a frame")
    guard let name = node["name"]?.string, let gloss = node["gloss"]?.string else {
      report("A frame needs a name and a gloss.", at: node)
      return nil
    }
    let paths = tiers("paths", in: node)
    let mode = node["mode"].map { QuestionGrammar.Mode(rawValue: $0.string ?? "") } ?? .relations
    if mode == nil { report("A mode is relations, connection or everything.", at: node["mode"] ?? node) }
    if mode == .relations, paths == nil, node["agents"] == nil { report("A frame needs paths.", at: node) }
    let patterns = list("patterns", in: node).compactMap { pattern($0) }
    let examples = pairs("examples", in: node).map {
      QuestionGrammar.Example(question: $0.key.string ?? "", reading: $0.value.string ?? "")
    }
    return Frame(
      name: name, gloss: gloss, mode: mode ?? .relations, agentTiers: tiers("agents", in: node) ?? paths ?? [],
      patientTiers: tiers("patients", in: node) ?? paths ?? [], verdictTiers: tiers("verdict", in: node) ?? paths ?? [],
      isDenied: node["denied"]?.string == "true", needsKind: node["needsKind"]?.string == "true",
      patterns: patterns + patterns.flatMap(\.passives),
      examples: examples)
  }

  private mutating func tiers(_ key: String, in node: DataNode) -> [PropertyPath]? {
    guard let value = node[key] else { return nil }
    return elements(of: value).compactMap { path($0) }
  }

  private mutating func path(_ node: DataNode) -> PropertyPath? {
    guard var text = node.string else {
      report("Expected a path.", at: node)
      return nil
    }
    for (name, path) in sets { text.replace("{\(name)}", with: "(\(path))") }
    do {
      return try PropertyPath(text)
    } catch {
      report(error.message, at: node)
      return nil
    }
  }

  private mutating func pattern(_ node: DataNode) -> QuestionPattern? {
    do {
      return try QuestionPattern(node.string ?? "", classes: classes)
    } catch {
      report(error.message, at: node)
      return nil
    }
  }

  private mutating func kind(_ node: DataNode) -> QuestionGrammar.Kind? {
    checkKeys(of: node, allowed: ["words", "types", "group", "members"], what: "a kind")
    let words = list("words", in: node).compactMap { $0.string?.split(separator: " ").map(String.init) }
    guard let name = words.first?.joined(separator: " ") else {
      report("A kind needs words.", at: node)
      return nil
    }
    let types = node["types"].map { elements(of: $0).compactMap { $0.string.map(EntityType.init(rawValue:)) } } ?? []
    guard let group = node["group"]?.string else {
      return .init(words: words, predicate: types.isEmpty ? .anything : .types(types), name: name)
    }
    let members = node["members"].map { elements(of: $0).compactMap { $0.string.map { NameKey($0) } } } ?? []
    let predicate = EntityPredicate.Group(name: group, types: types, members: Set(members))
    return .init(words: words, predicate: .group(predicate), name: name)
  }

  private mutating func words(_ key: String, in node: DataNode) -> Set<String> {
    Set(list(key, in: node).compactMap(\.string))
  }

  private mutating func phrases(_ key: String, in node: DataNode) -> [[String]] {
    list(key, in: node).compactMap { $0.string?.split(separator: " ").map(String.init) }
  }

  private mutating func table(_ key: String, in node: DataNode) -> [String: String] {
    Dictionary(pairs(key, in: node).map { ($0.key.string ?? "", $0.value.string ?? "") }) { first, _ in first }
  }

  private mutating func pairs(_ key: String, in node: DataNode) -> [DataNode.Pair] {
    guard let value = node[key] else { return [] }
    guard let pairs = value.pairs else {
      report("Expected a mapping for \(key).", at: value)
      return []
    }
    return pairs
  }

  private mutating func list(_ key: String, in node: DataNode) -> [DataNode] {
    guard let value = node[key] else {
      report("The list \(key) is missing.", at: node)
      return []
    }
    return elements(of: value)
  }

  private mutating func elements(of node: DataNode) -> [DataNode] {
    guard let elements = node.elements else {
      report("Expected a list.", at: node)
      return []
    }
    return elements
  }

  private mutating func checkKeys(of node: DataNode, allowed: [String], what: String) {
    issues += file.issues(withKeysOf: node, allowed: allowed, what: what)
  }

  private mutating func report(_ message: String, at node: DataNode) {
    issues.append(file.issue(message, at: node))
  }
}
