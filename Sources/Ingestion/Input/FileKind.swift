/// Which files of a folder are read as articles.
enum FileKind {
  /// Extensions of files that lie beside articles and are none: pictures, styles, programs, data.
  private static let others: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "bmp", "tif", "tiff", "avif", "mp3", "mp4", "webm", "ogg", "wav",
    "css", "js", "mjs", "map", "ts", "woff", "woff2", "ttf", "otf", "eot", "json", "yaml", "yml", "toml", "csv", "tsv",
    "xls", "xlsx", "ppt", "pptx", "sqlite", "sqlite-wal", "sqlite-shm", "db", "log", "py", "swift", "sh", "c", "h",
    "so",
    "o", "zip", "tar", "tgz", "7z", "rar", "xz", "bz2", "zst", "exe", "dot", "graphml", "ttl",
  ]

  /// Whether a file found in a folder is worth opening. A file that is named outright is opened whatever it is called.
  static func isArticle(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return true }
    return !others.contains(name[name.index(after: dot)...].lowercased())
  }
}

/// How documents get their ids.
public enum DocumentID {
  /// A file's name without `.gz` and its last extension.
  public static func ofFile(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".gz") { name.removeLast(3) }
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    return name
  }
}
