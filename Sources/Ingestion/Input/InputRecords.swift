public import Documents
import Foundation

/// The documents that a list of inputs holds, one after the other, read only as they are asked for.
///
/// Inputs are files, folders and `-` for the standard input. What cannot be read comes as a diagnostic in its place, and
/// the rest goes on. The order follows from the inputs alone. Memory: one document and one chunk of its container.
public struct InputRecords: IteratorProtocol {
  public enum Item: Sendable {
    case record(InputRecord)
    /// An input, or a record inside one, that could not be read.
    case failure(Diagnostic)
  }

  private var inputs: ArraySlice<String>
  private var walk: FolderWalk?
  private var container: (any RecordContainer)?
  private let limits: InputLimits

  public init(_ inputs: [String], limits: InputLimits = InputLimits()) {
    self.inputs = inputs[...]
    self.limits = limits
  }

  public mutating func next() -> Item? {
    while true {
      if let item = container?.next() { return item }
      container = nil
      if let entry = walk?.next() {
        switch entry {
        case .file(let path):
          if FileKind.isArticle(path) { openFile(path) }
        case .failure(let path, let error): return failure(path, error)
        }
        continue
      }
      walk = nil
      guard let input = inputs.popFirst() else { return nil }
      if let error = begin(input) { return failure(input, error) }
    }
  }

  /// Starts on an input; the error if that is not possible.
  private mutating func begin(_ input: String) -> InputError? {
    if input == "-" {
      container = Container.open(FileStream.standardInput.reader, path: "-", limits: limits)
      return nil
    }
    let path = Self.cleaned(input)
    guard let (_, kind) = FolderWalk.identity(of: path) else { return InputError(errno: errno) }
    if kind == .folder { walk = FolderWalk(folder: path) } else { openFile(path) }
    return nil
  }

  private mutating func openFile(_ path: String) {
    do {
      container = Container.open(try FileStream(path: path).reader, path: path, limits: limits)
    } catch {
      container = FailedContainer(path: path, error: error)
    }
  }

  private func failure(_ input: String, _ error: InputError) -> Item {
    .failure(Diagnostic(.error, input: input, message: error.description))
  }

  /// A path without `./` in front and doubled slashes, so that a file has one name however it was typed.
  static func cleaned(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }
}
