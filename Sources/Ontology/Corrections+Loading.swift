extension Corrections {
  /// Reads a corrections file:
  ///
  ///     same:
  ///       - {type: Nutrient, names: [vitamin B12, cobalamin]}
  ///     different:
  ///       - {type: Nutrient, names: [vitamin D, cholecalciferol]}
  ///     rename:
  ///       - {type: Food, name: oily fish, to: fatty fish}
  ///     retype:
  ///       - {type: Food, name: blood, to: Anatomy}
  ///     drop:
  ///       - {type: Food, name: muscle}
  ///       - {subject: {type: Nutrient, name: fat}, relation: foundIn, object: {type: Food, name: banana}}
  ///
  /// Throws a ``DataFileError`` with everything that is wrong with it.
  public init(_ file: DataFile, schema: Schema) throws(DataFileError) {
    var reader = CorrectionsReader(file: file, schema: schema)
    self = reader.corrections()
    if !reader.issues.isEmpty { throw DataFileError(issues: reader.issues) }
  }
}

/// Reads a corrections file and collects what is wrong with it.
private struct CorrectionsReader {
  let file: DataFile
  let schema: Schema
  var issues: [DataFileIssue] = []

  init(file: DataFile, schema: Schema) {
    self.file = file
    self.schema = schema
  }

  mutating func corrections() -> Corrections {
    checkKeys(of: file.root, allowed: ["same", "different", "rename", "retype", "drop"], what: "a corrections file")
    var corrections = Corrections()
    corrections.same = list("same").compactMap { names(in: $0) }
    corrections.different = list("different").compactMap { names(in: $0) }
    corrections.changes = list("rename").compactMap { rename($0) } + list("retype").compactMap { retype($0) }
    for node in list("drop") {
      if node["relation"] == nil {
        if let thing = thing(node) { corrections.drops.append(thing) }
      } else if let link = link(node) {
        corrections.linkDrops.append(link)
      }
    }
    return corrections
  }

  private mutating func names(in node: DataNode) -> [Corrections.Thing]? {
    checkKeys(of: node, allowed: ["type", "names"], what: "a set of names")
    guard let type = type("type", in: node) else { return nil }
    guard let elements = node["names"]?.elements, elements.count > 1 else {
      report("A set of names needs names: a list of two or more.", at: node["names"] ?? node)
      return nil
    }
    return elements.compactMap { element in
      guard let name = element.string, !name.isEmpty else {
        report("Expected a name.", at: element)
        return nil
      }
      return Corrections.Thing(type: type, name: name)
    }
  }

  private mutating func rename(_ node: DataNode) -> Corrections.Change? {
    checkKeys(of: node, allowed: ["type", "name", "to"], what: "a renaming")
    guard let thing = namedThing(node), let name = text("to", in: node) else { return nil }
    return Corrections.Change(thing: thing, name: name, type: thing.type)
  }

  private mutating func retype(_ node: DataNode) -> Corrections.Change? {
    checkKeys(of: node, allowed: ["type", "name", "to"], what: "a retyping")
    guard let thing = namedThing(node), let type = type("to", in: node) else { return nil }
    return Corrections.Change(thing: thing, name: thing.name, type: type)
  }

  private mutating func link(_ node: DataNode) -> Corrections.Link? {
    checkKeys(of: node, allowed: ["subject", "relation", "object"], what: "a relation")
    guard let subject = node["subject"].flatMap({ thing($0) }), let object = node["object"].flatMap({ thing($0) }),
      let name = text("relation", in: node)
    else {
      if node["subject"] == nil || node["object"] == nil {
        report("A relation to drop needs subject and object, each with type and name.", at: node)
      }
      return nil
    }
    let relation = RelationType(rawValue: name)
    guard schema[relation] != nil else {
      report("The schema has no relation named \(name).", at: node["relation"] ?? node)
      return nil
    }
    return Corrections.Link(subject: subject, relation: relation, object: object)
  }

  private mutating func thing(_ node: DataNode) -> Corrections.Thing? {
    checkKeys(of: node, allowed: ["type", "name"], what: "a thing")
    return namedThing(node)
  }

  private mutating func namedThing(_ node: DataNode) -> Corrections.Thing? {
    let type = type("type", in: node)
    let name = text("name", in: node)
    guard let type, let name else { return nil }
    return Corrections.Thing(type: type, name: name)
  }

  private mutating func type(_ key: String, in node: DataNode) -> EntityType? {
    guard let name = text(key, in: node) else { return nil }
    let type = EntityType(rawValue: name)
    guard schema.entityTypes.contains(type) else {
      report("The schema has no entity type named \(name).", at: node[key] ?? node)
      return nil
    }
    return type
  }

  private mutating func text(_ key: String, in node: DataNode) -> String? {
    guard let text = node[key]?.string, !text.isEmpty else {
      report("Expected a text for \(key).", at: node[key] ?? node)
      return nil
    }
    return text
  }

  private mutating func list(_ key: String) -> [DataNode] {
    guard let value = file.root[key] else { return [] }
    guard let elements = value.elements else {
      report("Expected a list.", at: value)
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
