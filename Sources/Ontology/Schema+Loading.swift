extension Schema {
  /// Checks a schema file. Throws a ``DataFileError`` with everything that is wrong with it.
  public init(_ file: DataFile) throws(DataFileError) {
    var reader = SchemaReader(file: file)
    self = reader.schema()
    if !reader.issues.isEmpty { throw DataFileError(issues: reader.issues) }
  }
}

/// Reads a schema file and collects what is wrong with it.
private struct SchemaReader {
  let file: DataFile
  var issues: [DataFileIssue] = []
  private var types: [EntityType] = []
  private var descriptions: [EntityType: String] = [:]

  init(file: DataFile) { self.file = file }

  mutating func schema() -> Schema {
    checkKeys(of: file.root, allowed: ["entities", "crossing", "relations", "contraries"], what: "a schema")
    for node in list("entities", in: file.root) { readEntity(node) }
    let crossing = file.root["crossing"].map { elements(of: $0).map { entityTypes($0) } } ?? []
    var relations: [Schema.Relation] = []
    for node in list("relations", in: file.root) {
      guard let relation = relation(node) else { continue }
      if relations.contains(where: { $0.type == relation.type }) {
        report("The relation \(relation.type.rawValue) is defined twice.", at: node)
      } else {
        relations.append(relation)
      }
    }
    if let node = file.root["contraries"] {
      for pair in elements(of: node) { readContraries(pair, into: &relations) }
    }
    return Schema(entityTypes: types, descriptions: descriptions, crossing: crossing, relations: relations)
  }

  private mutating func readEntity(_ node: DataNode) {
    checkKeys(of: node, allowed: ["name", "description"], what: "an entity type")
    guard let name = text("name", in: node, of: "an entity type") else { return }
    let type = EntityType(rawValue: name)
    if types.contains(type) {
      report("The entity type \(name) is defined twice.", at: node)
      return
    }
    types.append(type)
    descriptions[type] = node["description"]?.string
  }

  private mutating func relation(_ node: DataNode) -> Schema.Relation? {
    checkKeys(
      of: node, allowed: ["name", "subject", "object", "symmetric", "sameType", "phrase", "inverse"],
      what: "a relation")
    let name = text("name", in: node, of: "a relation")
    let domain = ends("subject", in: node)
    let range = ends("object", in: node)
    let phrase = text("phrase", in: node, of: "a relation")
    let inverse = text("inverse", in: node, of: "a relation")
    let symmetric = flag("symmetric", in: node)
    let sameType = flag("sameType", in: node)
    guard let name, let phrase, let inverse else { return nil }
    if symmetric, domain != range {
      report("The symmetric relation \(name) needs the same types as subject and as object.", at: node)
    }
    return Schema.Relation(
      type: RelationType(rawValue: name), domain: domain, range: range, isSymmetric: symmetric,
      needsSameType: sameType, phrase: phrase, inversePhrase: inverse)
  }

  private mutating func readContraries(_ node: DataNode, into relations: inout [Schema.Relation]) {
    let ends = elements(of: node)
    let found = ends.map { end in relations.firstIndex { $0.type.rawValue == end.string } }
    for (end, index) in zip(ends, found) where index == nil {
      report("There is no relation named \(end.string ?? "here").", at: end)
    }
    guard found.count == 2 else {
      report("A pair of contraries names two relations.", at: node)
      return
    }
    guard let first = found[0], let second = found[1] else { return }
    relations[first].contraries.append(relations[second].type)
    relations[second].contraries.append(relations[first].type)
  }

  private mutating func ends(_ key: String, in node: DataNode) -> [EntityType] {
    guard let value = node[key] else {
      report("A relation needs \(key).", at: node)
      return []
    }
    return value.string == "any" ? types : entityTypes(value)
  }

  private mutating func entityTypes(_ node: DataNode) -> [EntityType] {
    var found: [EntityType] = []
    for element in elements(of: node) {
      let type = EntityType(rawValue: element.string ?? "")
      if !types.contains(type) {
        report("There is no entity type named \(element.string ?? "here").", at: element)
      } else if found.contains(type) {
        report("The list names \(type.rawValue) twice.", at: element)
      } else {
        found.append(type)
      }
    }
    return types.filter(found.contains)
  }

  private mutating func list(_ key: String, in node: DataNode) -> [DataNode] {
    guard let value = node[key] else {
      report("A schema needs \(key).", at: node)
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

  private mutating func text(_ key: String, in node: DataNode, of what: String) -> String? {
    guard let value = node[key] else {
      report("The name \(key) is missing: \(what) needs it.", at: node)
      return nil
    }
    guard let text = value.string, !text.isEmpty else {
      report("Expected a text for \(key).", at: value)
      return nil
    }
    return text
  }

  private mutating func flag(_ key: String, in node: DataNode) -> Bool {
    guard let value = node[key] else { return false }
    guard let text = value.string, text == "true" || text == "false" else {
      report("Expected true or false for \(key).", at: value)
      return false
    }
    return text == "true"
  }

  private mutating func checkKeys(of node: DataNode, allowed: [String], what: String) {
    issues += file.issues(withKeysOf: node, allowed: allowed, what: what)
  }

  private mutating func report(_ message: String, at node: DataNode) {
    issues.append(file.issue(message, at: node))
  }
}
