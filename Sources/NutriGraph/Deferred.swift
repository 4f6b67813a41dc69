import Synchronization

/// A value that is made when it is first asked for, by whichever thread asks first; the others wait for it.
final class Deferred<Value: Sendable>: Sendable {
  private let make: @Sendable () throws -> Value
  private let made = Mutex<Result<Value, any Error>?>(nil)

  init(_ make: @escaping @Sendable () throws -> Value) {
    self.make = make
  }

  /// - Throws: What making it threw, each time.
  var value: Value {
    get throws {
      try made.withLock { made in
        let result = made ?? Result { try make() }
        made = result
        return try result.get()
      }
    }
  }
}
