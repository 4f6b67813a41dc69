/// Reads bytes once from start to end, holding only what was asked for and one chunk.
///
/// A reference, because a container and the records inside it draw on one position. Not safe to share between threads.
final class ByteReader {
  /// Gives the next chunk, or an empty one at the end.
  private let refill: () throws -> [UInt8]
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtSourceEnd = false
  /// Bytes taken so far.
  private(set) var offset = 0

  init(refill: @escaping () throws -> [UInt8]) {
    self.refill = refill
  }

  convenience init(_ bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init {
      defer { rest = nil }
      return rest ?? []
    }
  }

  private var available: Int { buffer.count - position }

  /// Fills the buffer until it holds a number of bytes or the source has ended.
  private func fill(_ count: Int) throws {
    guard available < count else { return }
    buffer.removeFirst(position)
    position = 0
    while buffer.count < count, !isAtSourceEnd {
      let chunk = try refill()
      if chunk.isEmpty { isAtSourceEnd = true } else { buffer += chunk }
    }
  }

  var isAtEnd: Bool {
    get throws {
      try fill(1)
      return available == 0
    }
  }

  /// The next bytes, as many as there are up to a number, without taking them.
  func peek(_ count: Int) throws -> ArraySlice<UInt8> {
    try fill(count)
    return buffer[position...].prefix(count)
  }

  /// Takes the next bytes, as many as there are up to a number.
  func read(_ count: Int) throws -> [UInt8] {
    var taken: [UInt8] = []
    taken.reserveCapacity(min(count, 1 << 20))
    while taken.count < count {
      try fill(1)
      let part = buffer[position...].prefix(count - taken.count)
      guard !part.isEmpty else { break }
      taken += part
      position += part.count
    }
    offset += taken.count
    return taken
  }

  /// Passes over bytes without keeping them.
  func skip(_ count: Int) throws {
    var left = count
    while left > 0 {
      try fill(1)
      guard available > 0 else { return }
      let step = min(left, available)
      position += step
      offset += step
      left -= step
    }
  }

  /// Takes all bytes to the end.
  ///
  /// - Throws: ``InputError/tooLarge(limit:)`` if there are more than `limit`.
  func readAll(limit: Int) throws -> [UInt8] {
    let bytes = try read(limit)
    guard try isAtEnd else { throw InputError.tooLarge(limit: limit) }
    return bytes
  }

  /// Takes a line without its line end, or nil at the end.
  ///
  /// - Throws: ``InputError/tooLarge(limit:)`` if the line has more than `limit` bytes.
  func readLine(limit: Int) throws -> [UInt8]? {
    guard try !isAtEnd else { return nil }
    var line: [UInt8] = []
    while true {
      try fill(1)
      let rest = buffer[position...]
      if let end = rest.firstIndex(of: 0x0A) {
        line += rest[..<end]
        advance(to: end + 1)
        break
      }
      line += rest
      advance(to: rest.endIndex)
      guard line.count <= limit else { throw InputError.tooLarge(limit: limit) }
      if try isAtEnd { break }
    }
    guard line.count <= limit else { throw InputError.tooLarge(limit: limit) }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  private func advance(to end: Int) {
    offset += end - position
    position = end
  }
}
