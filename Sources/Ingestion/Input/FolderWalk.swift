import Foundation

/// The files below a folder, depth first, each folder's entries in the order of their names' bytes.
///
/// Hidden entries are passed over. Symbolic links are followed, but no folder is entered a second time, so that loops end.
struct FolderWalk {
  private var pending: [String]
  private var visited: Set<FileIdentity> = []

  struct FileIdentity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  enum Kind {
    /// `other` is a pipe, socket or device, which could keep a reader waiting for ever.
    case file, folder, other
  }

  enum Entry {
    case file(path: String)
    case failure(path: String, InputError)
  }

  init(folder: String) {
    pending = [folder]
  }

  mutating func next() -> Entry? {
    while let path = pending.popLast() {
      guard let (identity, kind) = Self.identity(of: path) else {
        return .failure(path: path, InputError(errno: errno))
      }
      if kind == .file { return .file(path: path) }
      guard kind == .folder else { continue }
      guard visited.insert(identity).inserted else { continue }
      do {
        let names = try Self.entries(of: path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        pending += names.reversed().map { prefix + $0 }
      } catch {
        return .failure(path: path, error)
      }
    }
    return nil
  }

  /// What a path leads to, links followed; nil, with `errno` set, if nothing.
  static func identity(of path: String) -> (FileIdentity, Kind)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return (identity, kind)
  }

  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func entries(of folder: String) throws(InputError) -> [String] {
    guard let directory = opendir(folder) else { throw InputError(errno: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
