import CZlib

/// A ZIP archive in memory: its directory, and its entries unpacked one by one.
///
/// Reference: PKWARE APPNOTE 6.3, without encryption, several disks and sizes past 4 GB. Nothing is ever written to disk,
/// and an archive whose names try to leave it is refused all the same: it was not made to be read.
struct ZipArchive {
  struct Entry {
    var name: String
    fileprivate var offset: Int
    fileprivate var packedSize: Int
    fileprivate var size: Int
    fileprivate var method: Int
    fileprivate var checksum: UInt32
  }

  private let bytes: [UInt8]
  private let limits: InputLimits
  /// In the order of the archive's directory.
  private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]

  static func begins(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Reads the directory.
  ///
  /// - Throws: ``InputError`` if the archive is broken, encrypted, larger than the limits allow or hostile.
  init(_ bytes: [UInt8], limits: InputLimits) throws {
    self.bytes = bytes
    self.limits = limits
    let end = try Self.endOfDirectory(bytes)
    let count = try number(end + 10, 2)
    var place = try number(end + 16, 4)
    guard count <= limits.archiveEntries else {
      throw Self.damaged("it has more than \(limits.archiveEntries) entries")
    }
    var total = 0
    for _ in 0..<count {
      let entry = try readEntry(at: &place)
      total += entry.size
      guard total <= limits.archiveBytes else { throw InputError.tooLarge(limit: limits.archiveBytes) }
      indices[entry.name] = entries.count
      entries.append(entry)
    }
  }

  /// The bytes of an entry; nil if there is none of that name.
  ///
  /// - Throws: ``InputError`` if they are broken, or more than the directory says or the limits allow.
  func contents(of name: String) throws -> [UInt8]? {
    guard let entry = indices[name].map({ entries[$0] }) else { return nil }
    guard try number(entry.offset, 4) == 0x0403_4B50 else { throw Self.damaged("an entry is not where it should be") }
    let start = try entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
    guard start + entry.packedSize <= bytes.count else { throw Self.damaged("an entry reaches past the end") }
    guard entry.size <= limits.documentBytes else { throw InputError.tooLarge(limit: limits.documentBytes) }
    let packed = Array(bytes[start..<(start + entry.packedSize)])
    let contents: [UInt8]
    switch entry.method {
    case 0: contents = packed
    case 8:
      let inflater = Inflater(ByteReader(packed), form: .raw, expansion: limits.expansion)
      contents = try inflater.reader.readAll(limit: entry.size)
    default: throw Self.damaged("an entry is packed in a way not known here")
    }
    guard contents.count == entry.size, Self.checksum(contents) == entry.checksum else {
      throw Self.damaged("the checksum of \(name) is wrong")
    }
    return contents
  }
}

extension ZipArchive {
  private static func damaged(_ reason: String) -> InputError { .damaged(format: "a ZIP archive", reason: reason) }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
  }

  /// The place of the record that ends the archive: a comment of up to 64 KB may follow it.
  private static func endOfDirectory(_ bytes: [UInt8]) throws -> Int {
    let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    let first = max(0, bytes.count - 22 - 0xFFFF)
    for place in stride(from: bytes.count - 22, through: first, by: -1)
    where bytes[place] == 0x50 && bytes[place..<(place + 4)].elementsEqual(signature) { return place }
    throw damaged("it has no directory")
  }

  /// A little-endian number of so many bytes.
  private func number(_ place: Int, _ count: Int) throws -> Int {
    guard place >= 0, place + count <= bytes.count else { throw Self.damaged("it ends too early") }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private func readEntry(at place: inout Int) throws -> Entry {
    guard try number(place, 4) == 0x0201_4B50 else { throw Self.damaged("its directory is broken") }
    let nameLength = try number(place + 28, 2)
    let nameStart = place + 46
    guard nameStart + nameLength <= bytes.count else { throw Self.damaged("it ends too early") }
    let name = String(decoding: bytes[nameStart..<(nameStart + nameLength)], as: UTF8.self)
    guard try number(place + 8, 2) & 1 == 0 else { throw InputError.binary(format: "an encrypted ZIP archive") }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.hasPrefix("/"), !name.contains("\\"), !name.contains("\0"), !parts.contains("..") else {
      throw Self.damaged("the name of an entry points outside of it")
    }
    let entry = Entry(
      name: name, offset: try number(place + 42, 4), packedSize: try number(place + 20, 4),
      size: try number(place + 24, 4), method: try number(place + 10, 2),
      checksum: UInt32(try number(place + 16, 4)))
    place = try nameStart + nameLength + number(place + 30, 2) + number(place + 32, 2)
    return entry
  }
}
