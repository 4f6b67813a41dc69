import ArgumentParser
import Foundation

/// Ctrl-C and the polite kill, turned into the cancellation of a task.
enum Interrupt {
  /// Does `body` in a task that the first SIGINT or SIGTERM cancels. A second one ends the process at once.
  static func cancelling<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let task = Task { try await body() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        task.cancel()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
    }
    return try await task.value
  }
}

extension ExitCode {
  /// Ended by Ctrl-C, as shells report it.
  static let interrupted = ExitCode(130)
}
