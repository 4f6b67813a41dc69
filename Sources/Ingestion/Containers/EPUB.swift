import Foundation
import MarkupParsing

/// An electronic book: its chapters in reading order, each a document.
///
/// Reference: EPUB 3.3, sections 4 (package document) and 6 (container).
struct EPUB: RecordContainer {
  private let archive: ZipArchive
  private let path: String
  private var chapters: ArraySlice<String>

  /// - Throws: ``InputError`` if the archive does not say what its chapters are.
  init(_ archive: ZipArchive, path: String) throws {
    self.archive = archive
    self.path = path
    chapters = try Self.spine(of: archive)[...]
  }

  static func isOne(_ archive: ZipArchive) -> Bool { archive.entries.contains { $0.name == "META-INF/container.xml" } }

  mutating func next() -> InputRecords.Item? {
    guard let chapter = chapters.popFirst() else { return nil }
    let source = "\(path)#\(chapter)"
    do {
      guard let bytes = try archive.contents(of: chapter) else {
        throw InputError.damaged(format: "an EPUB book", reason: "a chapter is missing")
      }
      let id = "\(DocumentID.ofFile(path))#\(DocumentID.ofFile(chapter))"
      return .record(InputRecord(id: id, source: source, bytes: bytes, format: .html))
    } catch {
      return .failure(source, error)
    }
  }

  /// The names of the chapters' entries in reading order.
  private static func spine(of archive: ZipArchive) throws -> [String] {
    let container = try tree("META-INF/container.xml", of: archive)
    guard let root = container.first(named: "rootfile"),
      let packagePath = container.value(ofAttributeNamed: "full-path", at: root)
    else { throw InputError.damaged(format: "an EPUB book", reason: "it names no package document") }
    let package = try tree(packagePath, of: archive)
    var files: [String: String] = [:]
    var chapters: [String] = []
    for node in package.nodes where !package.isText(node) {
      switch localName(package.name(of: node)) {
      case "item":
        guard let id = package.value(ofAttributeNamed: "id", at: node),
          let file = package.value(ofAttributeNamed: "href", at: node),
          package.value(ofAttributeNamed: "media-type", at: node) == "application/xhtml+xml",
          package.value(ofAttributeNamed: "properties", at: node)?.split(separator: " ").contains("nav") != true
        else { continue }
        files[id] = resolved(file, against: packagePath)
      case "itemref":
        if let file = package.value(ofAttributeNamed: "idref", at: node).flatMap({ files[$0] }) {
          chapters.append(file)
        }
      default: break
      }
    }
    guard !chapters.isEmpty else { throw InputError.damaged(format: "an EPUB book", reason: "it lists no chapters") }
    return chapters
  }

  private static func tree(_ name: String, of archive: ZipArchive) throws -> MarkupTree {
    guard let bytes = try archive.contents(of: name) else {
      throw InputError.damaged(format: "an EPUB book", reason: "\(name) is missing")
    }
    return MarkupTree(xml: bytes)
  }

  private static func localName(_ name: String) -> Substring { name.split(separator: ":").last ?? "" }

  /// A file's name relative to the folder of another, percent-encoding undone.
  static func resolved(_ file: String, against base: String) -> String {
    var parts = base.split(separator: "/").dropLast()
    for part in (file.removingPercentEncoding ?? file).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
