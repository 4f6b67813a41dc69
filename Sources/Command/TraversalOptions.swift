import ArgumentParser
import NutriGraph

/// Which relations and things a walk through the graph passes.
struct TraversalOptions: ParsableArguments {
  @Option(help: "How many relations away.")
  var depth: Int?

  @Option(help: "out, in or both.")
  var direction = WalkDirection.both

  @Option(help: "Follow only this relation (may be given several times).")
  var relation: [String] = []

  @Option(help: "Visit only things of this type (may be given several times).")
  var type: [String] = []

  @Option(help: "Follow only relations believed at least this much, from 0 to 1.")
  var minBelief = 0.0

  @Option(help: "How many things at most.")
  var limit: Int?

  func validate() throws {
    guard (0...64).contains(depth ?? 1) else { throw ValidationError("--depth takes a number from 0 to 64.") }
    guard (0...1).contains(minBelief) else { throw ValidationError("--min-belief takes a number from 0 to 1.") }
    guard limit ?? 1 > 0 else { throw ValidationError("--limit takes a number from 1 up.") }
  }

  /// The walk that the options describe.
  ///
  /// - Parameter standard: The depth where none is given.
  /// - Throws: `ValidationError` for a relation or a type that the schema does not have.
  func traversal(depth standard: Int) throws -> OpenGraph.Traversal {
    do {
      var traversal = try OpenGraph.traversal(relations: relation, types: type)
      traversal.depth = depth ?? standard
      traversal.direction = direction == .out ? .outgoing : direction == .in ? .incoming : .both
      traversal.minimumBelief = minBelief
      traversal.limit = limit
      return traversal
    } catch let error as OpenGraph.UnknownTerm {
      throw ValidationError(error.description)
    }
  }
}

/// The directions of a walk, as the command line names them.
enum WalkDirection: String, ExpressibleByArgument, CaseIterable {
  case out, `in`, both
}
