public import Documents
import Foundation
import Logging

/// Where messages to the person at the terminal go: a swift-log logger.
///
/// A program that embeds the library sees them through whatever logging system it has set up; the command calls
/// ``useStandardError(isQuiet:)`` first.
public struct MessageLog: Sendable {
  private let logger = Logger(label: "nutrigraph")

  public init() {}

  /// Sends the messages of the whole process to the standard error as plain lines. To be called once, at the start.
  public static func useStandardError(isQuiet: Bool = false) {
    LoggingSystem.bootstrap { _ in StandardErrorLog(logLevel: isQuiet ? .error : .notice) }
  }

  public func report(_ diagnostic: Diagnostic) {
    let level: Logger.Level =
      switch diagnostic.severity {
      case .note: .notice
      case .warning: .warning
      case .error: .error
      }
    logger.log(level: level, "\(diagnostic.input): \(diagnostic.message)")
  }

  /// A warning about something the user named.
  public func warn(_ input: String, _ message: String) {
    report(Diagnostic(.warning, input: input, message: message))
  }

  /// An error that ends the command.
  public func fail(_ error: any Error) {
    logger.error("\(error)")
  }
}

/// Writes one line a message: "error: notes.txt: There is no such file."
struct StandardErrorLog: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let prefix =
      switch event.level {
      case .critical, .error: "error: "
      case .warning: "warning: "
      default: ""
      }
    FileHandle.standardError.write(Data("\(prefix)\(event.message)\n".utf8))
  }
}
