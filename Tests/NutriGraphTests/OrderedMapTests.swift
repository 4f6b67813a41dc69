import Synchronization
import Testing

@testable import NutriGraph

@Suite struct OrderedMapTests {
  private struct Failure: Error {}

  private func map(jobs: Int, weight: Int = 1 << 20, _ transform: @escaping @Sendable (Int) -> Int) -> OrderedMap<
    Int, Int
  > {
    OrderedMap(jobs: jobs, weight: weight, weigh: { $0 }, transform: transform)
  }

  @Test(arguments: [1, 2, 3, 8]) func resultsComeInOrder(jobs: Int) async throws {
    var source = (0..<200).makeIterator()
    var results: [Int] = []
    let map = map(jobs: jobs) { number in
      // Every seventh takes its time, so that others overtake it.
      (0..<(number % 7 == 0 ? 20_000 : 1)).reduce(number * 2) { $1 < 0 ? $0 + 1 : $0 }
    }
    try await map.run(next: { source.next() }, consume: { results.append($0) })
    #expect(results == (0..<200).map { $0 * 2 })
  }

  /// The source is not asked for more than may be under way, in number and in weight.
  @Test func aSlowConsumerHoldsTheSourceBack() async throws {
    let started = Mutex(0)
    var consumed = 0
    var most = 0
    var source = Array(repeating: 1, count: 100).makeIterator()
    try await map(jobs: 2) { number in number }.run(
      next: {
        started.withLock { $0 += 1 }
        return source.next()
      },
      consume: { _ in
        most = max(most, started.withLock { $0 } - consumed)
        consumed += 1
      })
    #expect(consumed == 100)
    #expect(most <= 2 * 4 + 1)
  }

  @Test func weightIsBoundedButNothingIsTooHeavyAlone() async throws {
    let load = Mutex((now: 0, most: 0))
    var source = [50, 30, 30, 200, 10, 60].makeIterator()
    let map = map(jobs: 2, weight: 100) { number in
      load.withLock {
        $0.now += number
        $0.most = max($0.most, $0.now)
      }
      defer { load.withLock { $0.now -= number } }
      return number
    }
    var results: [Int] = []
    try await map.run(next: { source.next() }, consume: { results.append($0) })
    #expect(results == [50, 30, 30, 200, 10, 60])
    #expect(load.withLock { $0.most } <= 200)
  }

  @Test(arguments: [1, 3]) func whatConsumingThrowsEndsTheRun(jobs: Int) async {
    var source = (0..<100).makeIterator()
    var consumed = 0
    await #expect(throws: Failure.self) {
      try await map(jobs: jobs) { $0 }.run(
        next: { source.next() },
        consume: { number in
          consumed += 1
          if number == 5 { throw Failure() }
        })
    }
    #expect(consumed == 6)
  }
}
