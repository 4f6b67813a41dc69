public import Documents
import Foundation

/// The documents that a list of inputs holds, one after the other, read only as they are asked for.
///
/// Inputs are files, folders, http and https addresses, and `-` for the standard input. What cannot be read comes as a diagnostic in its place, and
/// the rest goes on. The order follows from the inputs alone. Memory: one document and one chunk of its container.
public struct InputRecords: IteratorProtocol {
  public enum Item: Sendable {
    case record(InputRecord)
    /// An input, or a record inside one, that could not be read.
    case failure(Diagnostic)
    /// A page whose server says that it has not changed since the validators that were given.
    case unchanged(source: String)
  }

  private var inputs: ArraySlice<String>
  private var walk: FolderWalk?
  private var container: (any RecordContainer)?
  private let limits: InputLimits
  /// Bytes of files that were read to their ends.
  private var finishedBytes = 0
  private var file: FileStream?

  private let fetcher: WebFetcher
  private let validators: [String: WebValidators]

  /// - Parameter validators: By address, what servers said about pages that are at hand already.
  public init(
    _ inputs: [String], limits: InputLimits = InputLimits(), web: WebPolicy = WebPolicy(),
    validators: [String: WebValidators] = [:]
  ) {
    self.inputs = inputs[...]
    self.limits = limits
    fetcher = WebFetcher(policy: web)
    self.validators = validators
  }

  public mutating func next() -> Item? {
    while true {
      if let item = container?.next() { return item }
      close()
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
      if WebFetcher.isAddress(input) { return fetch(input) }
      if let error = begin(input) { return failure(input, error) }
    }
  }

  /// The page at an address, without the fragment, which servers do not see.
  private func fetch(_ input: String) -> Item {
    let address = input.split(separator: "#", maxSplits: 1).first.map(String.init) ?? input
    do {
      guard let page = try fetcher.fetch(address, validators: validators[address]) else {
        return .unchanged(source: address)
      }
      var record = InputRecord(
        id: address, source: address, bytes: page.bytes, url: page.url.absoluteString, charset: page.charset)
      record.validators = page.validators.isEmpty ? nil : page.validators
      return .record(record)
    } catch {
      return .failure(address, error)
    }
  }

  /// Starts on an input; the error if that is not possible.
  private mutating func begin(_ input: String) -> InputError? {
    if input == "-" {
      open(FileStream.standardInput, path: "-")
      return nil
    }
    let path = Self.cleaned(input)
    guard let (_, kind) = FolderWalk.identity(of: path) else { return InputError(errno: errno) }
    if kind == .folder { walk = FolderWalk(folder: path) } else { openFile(path) }
    return nil
  }

  private mutating func openFile(_ path: String) {
    do {
      open(try FileStream(path: path), path: path)
    } catch {
      container = FailedContainer(path: path, error: error)
    }
  }

  private mutating func open(_ stream: FileStream, path: String) {
    file = stream
    container = Container.open(stream.reader, path: path, limits: limits)
  }

  private mutating func close() {
    finishedBytes += file?.bytesRead ?? 0
    file = nil
    container = nil
  }

  /// Bytes of the inputs read so far, as they lie in files, that is compressed where they are.
  public var bytesRead: Int { finishedBytes + (file?.bytesRead ?? 0) }

  private func failure(_ input: String, _ error: InputError) -> Item {
    .failure(Diagnostic(.error, input: input, message: error.description))
  }

  /// The bytes of all files among the inputs and below them; nil where that cannot be known beforehand.
  public static func totalBytes(of inputs: [String]) -> Int? {
    var total = 0
    for input in inputs {
      guard input != "-", !WebFetcher.isAddress(input) else { return nil }
      var walk = FolderWalk(folder: cleaned(input))
      while let entry = walk.next() {
        if case .file(let path) = entry, FileKind.isArticle(path) || path == cleaned(input) {
          total += FolderWalk.size(of: path)
        }
      }
    }
    return total
  }

  /// A path without `./` in front and doubled slashes, so that a file has one name however it was typed.
  public static func cleaned(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }
}
