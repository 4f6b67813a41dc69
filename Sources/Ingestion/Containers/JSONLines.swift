import Foundation

/// A file of JSON objects, one document on a line: `{"id": …, "url": …, "title": …, "html" or "text": …}`.
struct JSONLines: RecordContainer {
  private let reader: ByteReader
  private let path: String
  private let limits: InputLimits
  private let decoder = JSONDecoder()
  private var line = 0
  private var isBroken = false

  init(reader: ByteReader, path: String, limits: InputLimits) {
    self.reader = reader
    self.path = path
    self.limits = limits
  }

  /// Whether a file that begins so holds documents on lines: an object with a text or a page in it opens it.
  static func begins(_ head: ArraySlice<UInt8>) -> Bool {
    let head = head.trimmed
    guard head.first == UInt8(ascii: "{") else { return false }
    let start = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
    return ["\"text\"", "\"html\"", "\"id\"", "\"url\""].contains { start.contains($0) }
  }

  mutating func next() -> InputRecords.Item? {
    while !isBroken {
      do {
        guard let bytes = try reader.readLine(limit: limits.documentBytes) else { return nil }
        line += 1
        guard bytes.contains(where: { !$0.isSpace }) else { continue }
        return item(bytes)
      } catch {
        // The rest of an overlong or unreadable line has no known end.
        isBroken = true
        return .failure("\(path), line \(line + 1)", error)
      }
    }
    return nil
  }

  private func item(_ bytes: [UInt8]) -> InputRecords.Item {
    let place = "\(path), line \(line)"
    do {
      let entry = try decoder.decode(Entry.self, from: Data(bytes))
      guard let content = entry.html ?? entry.text else {
        throw InputError.damaged(format: "JSON Lines", reason: "the object has neither \"html\" nor \"text\"")
      }
      let id = entry.id ?? entry.url ?? "\(DocumentID.ofFile(path)):\(line)"
      return .record(
        InputRecord(
          id: id, source: "\(path)#\(id)", bytes: Array(content.utf8), title: entry.title, url: entry.url,
          format: entry.html == nil ? .text : .html))
    } catch let error as InputError {
      return .failure(place, error)
    } catch {
      return .failure(place, InputError.damaged(format: "JSON Lines", reason: "the line is no JSON object"))
    }
  }

  private struct Entry: Decodable {
    var id: String?
    var url: String?
    var title: String?
    var html: String?
    var text: String?

    private enum CodingKeys: CodingKey {
      case id, url, title, html, text
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      // Many exports number their documents.
      id =
        try (try? fields.decodeIfPresent(Int.self, forKey: .id)).map { $0.map(String.init) }
        ?? fields.decodeIfPresent(String.self, forKey: .id)
      url = try fields.decodeIfPresent(String.self, forKey: .url)
      title = try fields.decodeIfPresent(String.self, forKey: .title)
      html = try fields.decodeIfPresent(String.self, forKey: .html)
      text = try fields.decodeIfPresent(String.self, forKey: .text)
    }
  }
}
