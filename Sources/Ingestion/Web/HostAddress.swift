import Foundation

/// The addresses behind a host's name.
enum HostAddress {
  /// Whether a host is this machine, in a private network, or otherwise not on the public internet.
  ///
  /// A name that cannot be resolved counts as public: fetching it fails by itself.
  static func isPrivate(_ host: String) -> Bool {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &found) == 0 else { return false }
    defer { freeaddrinfo(found) }
    var next = found
    while let entry = next?.pointee {
      if isPrivate(entry) { return true }
      next = entry.ai_next
    }
    return false
  }

  private static func isPrivate(_ entry: addrinfo) -> Bool {
    guard let address = entry.ai_addr else { return false }
    switch entry.ai_family {
    case AF_INET:
      return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
        isPrivate(v4: UInt32(bigEndian: pointer.pointee.sin_addr.s_addr))
      }
    case AF_INET6:
      return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
        withUnsafeBytes(of: pointer.pointee.sin6_addr) { isPrivate(v6: Array($0)) }
      }
    default: return true
    }
  }

  /// Reference: RFC 6890, special-purpose addresses.
  static func isPrivate(v4 address: UInt32) -> Bool {
    let blocks: [(UInt32, Int)] = [
      (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
      (0xC000_0000, 24), (0xC0A8_0000, 16), (0xC612_0000, 15), (0xE000_0000, 3),
    ]
    return blocks.contains { prefix, length in (address ^ prefix) >> UInt32(32 - length) == 0 }
  }

  static func isPrivate(v6 bytes: [UInt8]) -> Bool {
    // Unspecified, loopback and IPv4 in IPv6.
    if bytes[..<10].allSatisfy({ $0 == 0 }) {
      let isMapped = bytes[10] == 0xFF && bytes[11] == 0xFF
      guard isMapped || (bytes[10] == 0 && bytes[11] == 0) else { return true }
      return !isMapped || isPrivate(v4: bytes[12...].reduce(0) { $0 << 8 | UInt32($1) })
    }
    // Unique local, link-local, multicast.
    return bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80) || bytes[0] == 0xFF
  }
}
