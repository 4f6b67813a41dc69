/// Something a person should know about an input that was read all the same, or could not be.
public struct Diagnostic: Sendable, Hashable, Codable, CustomStringConvertible {
  public enum Severity: String, Sendable, Hashable, Codable {
    case note, warning, error
  }

  public var severity: Severity
  /// The input's name as the user gave it, with the record inside a container where there is one.
  public var input: String
  /// A full sentence that says what happened and, where something can be done, what to do next.
  public var message: String

  public init(_ severity: Severity, input: String, message: String) {
    self.severity = severity
    self.input = input
    self.message = message
  }

  public var description: String { "\(severity.rawValue): \(input): \(message)" }
}
