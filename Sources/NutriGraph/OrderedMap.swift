/// Applies a pure function to elements in parallel and hands the results on in the elements' order.
///
/// At most `window` elements, and about `weight` units of them, are under way or wait for their turn at any time: a slow
/// element holds the source back instead of letting results pile up. The results do not depend on `jobs`.
struct OrderedMap<Input: Sendable, Output: Sendable> {
  var jobs: Int
  /// The most units that may be under way, as `weigh` counts them; one element may have more by itself.
  var weight: Int
  var weigh: @Sendable (Input) -> Int
  var transform: @Sendable (Input) -> Output

  private var window: Int { jobs * 4 }

  /// Runs until the source ends, `consume` throws or the task is cancelled.
  ///
  /// - Parameters:
  ///   - next: Gives the next element; called from the caller's context only.
  ///   - consume: Takes the results in order; called from the caller's context only.
  func run(
    isolation: isolated (any Actor)? = #isolation, next: () -> Input?, consume: (Output) throws -> Void
  ) async throws {
    guard jobs > 1 else {
      while !Task.isCancelled, let input = next() { try consume(transform(input)) }
      return
    }
    try await withThrowingTaskGroup(of: (index: Int, weight: Int, output: Output).self) { group in
      var started = 0
      var consumed = 0
      var load = 0
      var waiting: [Int: Output] = [:]
      func collect() async throws {
        guard let result = try await group.next() else { return }
        load -= result.weight
        waiting[result.index] = result.output
        while let output = waiting.removeValue(forKey: consumed) {
          consumed += 1
          try consume(output)
        }
      }
      while !Task.isCancelled, let input = next() {
        let cost = weigh(input)
        while started - consumed >= window || (load + cost > weight && load > 0) { try await collect() }
        let index = started
        let transform = transform
        group.addTask { (index, cost, transform(input)) }
        started += 1
        load += cost
      }
      while consumed < started, !Task.isCancelled { try await collect() }
    }
  }
}
