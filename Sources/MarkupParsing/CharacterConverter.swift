internal import CLibXML2
internal import Foundation

/// Converts from a legacy encoding to UTF-8 through iconv, putting U+FFFD for what cannot be converted.
struct CharacterConverter: ~Copyable {
  private let descriptor: iconv_t

  /// Nil when the system does not know the encoding.
  init?(from encoding: String) {
    guard let opened = iconv_open("UTF-8", EncodingLabel.iconvName(of: encoding)), opened != iconv_t(bitPattern: -1)
    else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  func convert(_ input: [UInt8]) -> (bytes: [UInt8], invalid: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 2)
    var invalid = 0
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    var source = input.map { CChar(bitPattern: $0) }
    source.withUnsafeMutableBufferPointer { source in
      guard var next = source.baseAddress.map({ Optional($0) }) else { return }
      var left = source.count
      while left > 0 {
        var room = chunk.count
        let failed = chunk.withUnsafeMutableBufferPointer { chunk -> Bool in
          var target = chunk.baseAddress
          return iconv(descriptor, &next, &left, &target, &room) == -1
        }
        let error = errno
        output.append(contentsOf: chunk[..<(chunk.count - room)].lazy.map { UInt8(bitPattern: $0) })
        guard failed, error != E2BIG else { continue }
        output += "\u{FFFD}".utf8
        invalid += 1
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
    return (output, invalid)
  }
}
