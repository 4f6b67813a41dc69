public import Ontology

/// Which relations lead from one entity to another, as a value: the property paths of SPARQL 1.1 (section 9) over the
/// relations of the schema.
///
///     zinc   foundIn                                the foods that zinc is found in
///     milk   ^foundIn                               what is found in milk
///     spinach ^foundIn/reducesRiskOf                what the things in spinach protect against
///     salmon isA*                                   salmon and every group it belongs to
public indirect enum PropertyPath: Sendable, Hashable {
  case relation(RelationType)
  /// From the relation's object to its subject.
  case inverse(PropertyPath)
  /// One after the other.
  case sequence([PropertyPath])
  /// Any of them.
  case choice([PropertyPath])
  /// A number of times; the upper bound keeps cycles from counting.
  case repeated(PropertyPath, ClosedRange<Int>)

  /// How often `*` and `+` repeat at most.
  public static let repetitionLimit = 8

  /// Any of some relations.
  public static func anyOf(_ relations: [RelationType]) -> Self {
    relations.count == 1 ? .relation(relations[0]) : .choice(relations.map(Self.relation))
  }

  /// The same path walked from its end to its start.
  public var reversed: PropertyPath {
    switch self {
    case .relation: .inverse(self)
    case .inverse(let path): path
    case .sequence(let paths): .sequence(paths.reversed().map(\.reversed))
    case .choice(let paths): .choice(paths.map(\.reversed))
    case .repeated(let path, let times): .repeated(path.reversed, times)
    }
  }

  /// The relations of a path that is a choice of single steps, with their directions; nil for any other path.
  var singleSteps: [(type: RelationType, isForward: Bool)]? {
    switch self {
    case .relation(let type): return [(type, true)]
    case .inverse(.relation(let type)): return [(type, false)]
    case .choice(let paths):
      var steps: [(type: RelationType, isForward: Bool)] = []
      for path in paths {
        guard let found = path.singleSteps else { return nil }
        steps += found
      }
      return steps
    case .inverse, .sequence, .repeated: return nil
    }
  }
}

extension PropertyPath: CustomStringConvertible {
  /// The path in SPARQL's syntax.
  public var description: String {
    switch self {
    case .relation(let type): type.rawValue
    case .inverse(let path): "^" + path.nested
    case .sequence(let paths): paths.map(\.nested).joined(separator: "/")
    case .choice(let paths): paths.map(\.description).joined(separator: "|")
    case .repeated(let path, let times): path.nested + Self.suffix(of: times)
    }
  }

  private var nested: String {
    switch self {
    case .sequence, .choice: "(\(self))"
    default: description
    }
  }

  private static func suffix(of times: ClosedRange<Int>) -> String {
    switch (times.lowerBound, times.upperBound) {
    case (0, 1): "?"
    case (0, repetitionLimit): "*"
    case (1, repetitionLimit): "+"
    default: "{\(times.lowerBound),\(times.upperBound)}"
    }
  }
}
