internal import Yams

/// A YAML file that a domain expert edits (schema, rules), whose every value knows its line and column.
///
/// Checks of such a file collect ``DataFileIssue`` values instead of stopping at the first, and throw them together as
/// one ``DataFileError``.
public struct DataFile: Sendable {
  /// The file's name as messages give it.
  public let name: String
  public let root: DataNode
  private let lines: [Substring]

  /// Reads a YAML text. Throws a ``DataFileError`` with one issue where the text is not YAML.
  public init(yaml text: String, name: String) throws(DataFileError) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        root = DataNode(content: .mapping([]), line: 1, column: 1)
        return
      }
      root = DataNode(node)
    } catch {
      throw DataFileError(issues: [Self.issue(of: error, name: name, lines: lines)])
    }
  }

  /// An issue about a value of this file.
  public func issue(_ message: String, at node: DataNode) -> DataFileIssue {
    DataFileIssue(
      file: name, line: node.line, column: node.column, message: message,
      source: lines.indices.contains(node.line - 1) ? String(lines[node.line - 1]) : "")
  }

  /// What is wrong with the keys of a mapping: that it is none, or keys that have no meaning there.
  ///
  /// - Parameter what: What the mapping stands for, in words: "a relation".
  public func issues(withKeysOf node: DataNode, allowed: [String], what: String) -> [DataFileIssue] {
    guard let pairs = node.pairs else { return [issue("Expected \(what) as a mapping.", at: node)] }
    return pairs.filter { !allowed.contains($0.key.string ?? "") }.map { pair in
      issue("The name \(pair.key.string ?? "here") is not one that \(what) has.", at: pair.key)
    }
  }

  private static func issue(of error: any Error, name: String, lines: [Substring]) -> DataFileIssue {
    var (line, column, message) = (1, 1, "The file is not valid YAML.")
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (line, column, message) = (mark.line, mark.column, "The file is not valid YAML: \(problem).")
    case .duplicatedKeysInMapping(let duplicates, _):
      message = "A mapping holds a key twice: \(duplicates)."
    case .some(let other):
      message = "The file is not valid YAML: \(other)"
    case nil:
      break
    }
    return DataFileIssue(
      file: name, line: line, column: column, message: message,
      source: lines.indices.contains(line - 1) ? String(lines[line - 1]) : "")
  }
}

/// A value of a ``DataFile`` with its place in the file.
public struct DataNode: Sendable {
  public enum Content: Sendable {
    case scalar(String)
    case sequence([DataNode])
    /// Keys in the order of the file, each once.
    case mapping([Pair])
  }

  public struct Pair: Sendable {
    public var key: DataNode
    public var value: DataNode
  }

  public let content: Content
  /// Both count from 1; columns count characters.
  public let line: Int
  public let column: Int

  init(content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The text of a scalar, nil for anything else.
  public var string: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The elements of a sequence, nil for anything else.
  public var elements: [DataNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The pairs of a mapping, nil for anything else.
  public var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The value under a key of a mapping.
  public subscript(key: String) -> DataNode? {
    pairs?.first { $0.key.string == key }?.value
  }
}

extension DataNode {
  /// Copies a Yams tree; its depth is bounded by libyaml's own nesting limit.
  fileprivate init(_ node: Yams.Node) {
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
      self.init(content: .scalar(scalar.string), line: line, column: column)
    case .sequence(let sequence):
      self.init(content: .sequence(sequence.map { DataNode($0) }), line: line, column: column)
    case .mapping(let mapping):
      let pairs = mapping.map { Pair(key: DataNode($0.key), value: DataNode($0.value)) }
      self.init(content: .mapping(pairs), line: line, column: column)
    case .alias:
      self.init(content: .mapping([]), line: line, column: column)
    }
  }
}
