import Foundation
import Linguistics
import Ontology

/// What a word means for finding and naming noun phrases.
struct WordClass: Sendable, Hashable {
  /// The type of a phrase that the word heads.
  var headType: EntityType?
  /// Whether the bare word names an entity.
  var standsAlone = false
  /// What a phrase with this head says about the entity inside it.
  var aspect: Mention.Aspect?
  /// What the word says about the entity that it modifies: "*low* iron".
  var modifierAspect: Mention.Aspect?
  /// Whether the word says how much or which kind of what follows "of".
  var isPartitive = false
  /// Whether the word changes nothing of what a phrase names.
  var isVague = false
  /// Whether the word means people in general.
  var isPeople = false
  /// Whether the word makes a disorder of a function.
  var isImpairing = false
  /// Whether the word makes a complaint of a part of the body.
  var isAiling = false
  /// Whether the word names something that diets hold down.
  var isLimited = false
  /// Whether the word is a verb, whatever its tag.
  var isOnlyVerb = false
  /// Whether the word is a verb as often as a name.
  var isAlsoVerb = false
  /// Whether the word makes a source of a food with a nutrient before it: "iron-*rich*".
  var isRich = false
  /// Whether the nouns of a coordination share the word.
  var isShared = false
  /// The process that the verb makes of its object or of its subject.
  var objectProcess: String?
  var subjectProcess: String?
  /// The process that the verb names by itself.
  var ownProcess: String?
  /// The condition that the adjective makes of a part of the body.
  var condition: String?
}

/// The classes of words, as read from a data file.
struct WordClasses: Sendable {
  private var table: [String: WordClass] = [:]

  /// Reads the bundled file.
  static func bundled(schema: Schema) throws -> WordClasses {
    let file = try DataFile(yaml: BundledFile.text("mentions/words.yaml"), name: "words.yaml")
    return try WordClasses(file, schema: schema)
  }

  /// Checks a file. Throws a ``DataFileError`` with everything that is wrong with it.
  init(_ file: DataFile, schema: Schema) throws(DataFileError) {
    var reader = WordClassReader(file: file, schema: schema)
    reader.read()
    if !reader.issues.isEmpty { throw DataFileError(issues: reader.issues) }
    table = reader.table
  }

  /// The class of a word in any spelling; the empty class for a word that the file does not have.
  func callAsFunction(_ word: String) -> WordClass { table[Self.key(word)] ?? WordClass() }

  /// The class of each word of a document: that of its form for participles ("impaired"), else that of its lemma.
  func classes(of document: AnalyzedDocument, text: [UInt8]) -> [WordClass] {
    let byLemma = document.lemmas.map { self($0) }
    return document.words.map { word in
      if word.xpos == .participle || word.xpos == .gerund {
        let form = table[Self.key(String(decoding: text[word.range], as: UTF8.self))]
        if let form { return form }
      }
      return byLemma[Int(word.lemma)]
    }
  }

  static func key(_ word: some StringProtocol) -> String {
    NormalizedName.words(of: String(word)).joined(separator: " ")
  }
}

/// Reads a file of word classes and collects what is wrong with it.
private struct WordClassReader {
  let file: DataFile
  let schema: Schema
  var table: [String: WordClass] = [:]
  var issues: [DataFileIssue] = []

  init(file: DataFile, schema: Schema) {
    self.file = file
    self.schema = schema
  }

  mutating func read() {
    for pair in file.root.pairs ?? [] {
      switch pair.key.string {
      case "heads": readHeads(pair.value)
      case "aspects": readAspects(pair.value)
      case "verbs": readVerbs(pair.value)
      case "conditions":
        for pair in pair.value.pairs ?? [] {
          table[WordClasses.key(pair.key.string ?? ""), default: WordClass()].condition = pair.value.string
        }
      case "people": forEachWord(of: pair.value) { $0.isPeople = true }
      case "partitives": forEachWord(of: pair.value) { $0.isPartitive = true }
      case "vague": forEachWord(of: pair.value) { $0.isVague = true }
      case "impairing": forEachWord(of: pair.value) { $0.isImpairing = true }
      case "ailing": forEachWord(of: pair.value) { $0.isAiling = true }
      case "limited": forEachWord(of: pair.value) { $0.isLimited = true }
      case "onlyVerbs": forEachWord(of: pair.value) { $0.isOnlyVerb = true }
      case "alsoVerbs": forEachWord(of: pair.value) { $0.isAlsoVerb = true }
      case "rich": forEachWord(of: pair.value) { $0.isRich = true }
      case "shared": forEachWord(of: pair.value) { $0.isShared = true }
      default:
        issues.append(file.issue("The name \(pair.key.string ?? "here") is not one of this file's.", at: pair.key))
      }
    }
  }

  private mutating func readHeads(_ node: DataNode) {
    for pair in node.pairs ?? [] {
      let type = EntityType(rawValue: pair.key.string ?? "")
      if !schema.entityTypes.contains(type) {
        issues.append(file.issue("The schema has no entity type named \(type.rawValue).", at: pair.key))
      }
      for group in pair.value.pairs ?? [] {
        let isAlone = group.key.string == "alone"
        if !isAlone, group.key.string != "modified" {
          issues.append(file.issue("Heads stand under alone or modified.", at: group.key))
        }
        for word in group.value.elements ?? [] {
          let key = WordClasses.key(word.string ?? "")
          if let other = table[key]?.headType, other != type {
            issues.append(file.issue("The word heads phrases of type \(other.rawValue) already.", at: word))
          }
          table[key, default: WordClass()].headType = type
          if isAlone { table[key, default: WordClass()].standsAlone = true }
        }
      }
    }
  }

  private mutating func readAspects(_ node: DataNode) {
    for pair in node.pairs ?? [] {
      guard let aspect = Mention.Aspect(name: pair.key.string ?? "") else {
        issues.append(file.issue("There is no aspect named \(pair.key.string ?? "here").", at: pair.key))
        continue
      }
      forEachWord(of: pair.value["heads"]) { $0.aspect = aspect }
      forEachWord(of: pair.value["modifiers"]) { $0.modifierAspect = aspect }
    }
  }

  private mutating func readVerbs(_ node: DataNode) {
    for pair in node["object"]?.pairs ?? [] {
      table[WordClasses.key(pair.key.string ?? ""), default: WordClass()].objectProcess = pair.value.string
    }
    for pair in node["subject"]?.pairs ?? [] {
      table[WordClasses.key(pair.key.string ?? ""), default: WordClass()].subjectProcess = pair.value.string
    }
    for pair in node["alone"]?.pairs ?? [] {
      table[WordClasses.key(pair.key.string ?? ""), default: WordClass()].ownProcess = pair.value.string
    }
  }

  private mutating func forEachWord(of node: DataNode?, _ change: (inout WordClass) -> Void) {
    guard let words = node?.elements else {
      issues.append(file.issue("Expected a list of words.", at: node ?? file.root))
      return
    }
    for word in words { change(&table[WordClasses.key(word.string ?? ""), default: WordClass()]) }
  }
}

extension Mention.Aspect {
  fileprivate init?(name: String) {
    switch name {
    case "deficiency": self = .deficiency
    case "excess": self = .excess
    case "level": self = .level
    case "absorption": self = .absorption
    case "intake": self = .intake
    case "source": self = .source
    default: return nil
    }
  }
}
