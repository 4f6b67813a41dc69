import Foundation
import Synchronization

/// A small HTTP/1.1 server on this machine, one connection at a time, for as long as the value lives.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    var path: String
    /// By name in lower case.
    var fields: [String: String]
  }

  struct Response: Sendable {
    var status = 200
    var fields: [String: String] = [:]
    var body = ""
  }

  let port: UInt16
  private let listener: Int32
  private let respond: @Sendable (Request) -> Response
  private let log = Mutex<[Request]>([])

  var address: String { "http://127.0.0.1:\(port)" }
  /// The requests so far.
  var requests: [Request] { log.withLock { $0 } }

  init(_ respond: @escaping @Sendable (Request) -> Response) throws {
    self.respond = respond
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isListening = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: name.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0, let self else { break }
        self.serve(connection)
        close(connection)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func serve(_ connection: Int32) {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8), head.count < 1 << 16, read(connection, &byte, 1) == 1 {
      head.append(byte)
    }
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return }
    var request = Request(path: String(words[1]), fields: [:])
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { request.fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    log.withLock { $0.append(request) }
    let response = respond(request)
    var text = "HTTP/1.1 \(response.status) Status\r\nConnection: close\r\n"
    if response.status != 304 { text += "Content-Length: \(response.body.utf8.count)\r\n" }
    for (name, value) in response.fields.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
    let bytes = Array("\(text)\r\n\(response.body)".utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
