internal import Ontology

/// What is wrong with the text of a property path, and where.
public struct PropertyPathError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A full sentence.
  public var message: String
  /// Characters before the place, from 0.
  public var offset: Int

  public var description: String { message }
}

extension PropertyPath {
  /// Reads a path in SPARQL's syntax: names, `^`, `/`, `|`, `?`, `*`, `+` and parentheses.
  ///
  /// Throws a ``PropertyPathError`` for anything else, and for parentheses nested more than 32 deep.
  public init(_ text: String) throws(PropertyPathError) {
    var parser = PathParser(characters: Array(text))
    self = try parser.choice(depth: 0)
    if parser.next != nil { throw parser.error("Expected |, / or the end of the path.") }
  }
}

/// Recursive descent over the characters of a path.
private struct PathParser {
  let characters: [Character]
  var position = 0

  init(characters: [Character]) { self.characters = characters }

  /// The next character that is no blank.
  var next: Character? {
    mutating get {
      while position < characters.count, characters[position].isWhitespace { position += 1 }
      return position < characters.count ? characters[position] : nil
    }
  }

  mutating func choice(depth: Int) throws(PropertyPathError) -> PropertyPath {
    guard depth <= 32 else { throw error("The path is nested too deeply.") }
    var paths = [try sequence(depth: depth)]
    while take("|") { paths.append(try sequence(depth: depth)) }
    return paths.count == 1 ? paths[0] : .choice(paths)
  }

  private mutating func sequence(depth: Int) throws(PropertyPathError) -> PropertyPath {
    var paths = [try step(depth: depth)]
    while take("/") { paths.append(try step(depth: depth)) }
    return paths.count == 1 ? paths[0] : .sequence(paths)
  }

  private mutating func step(depth: Int) throws(PropertyPathError) -> PropertyPath {
    let inverted = take("^")
    var path = try primary(depth: depth)
    if take("?") {
      path = .repeated(path, 0...1)
    } else if take("*") {
      path = .repeated(path, 0...PropertyPath.repetitionLimit)
    } else if take("+") {
      path = .repeated(path, 1...PropertyPath.repetitionLimit)
    }
    return inverted ? .inverse(path) : path
  }

  private mutating func primary(depth: Int) throws(PropertyPathError) -> PropertyPath {
    if take("(") {
      let path = try choice(depth: depth + 1)
      guard take(")") else { throw error("Expected a closing parenthesis.") }
      return path
    }
    guard let first = next, first.isLetter else { throw error("Expected the name of a relation.") }
    let start = position
    while position < characters.count, characters[position].isLetter || characters[position].isNumber { position += 1 }
    return .relation(RelationType(rawValue: String(characters[start..<position])))
  }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  func error(_ message: String) -> PropertyPathError { PropertyPathError(message: message, offset: position) }
}
