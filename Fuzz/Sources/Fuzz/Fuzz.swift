import Documents
import Foundation
import Ingestion

// swift-format-ignore: AlwaysUseLowerCamelCase
/// libFuzzer's loop; SwiftPM gives `main` another name, so the loop is called rather than linked as the program.
@_extern(c, "LLVMFuzzerRunDriver") func LLVMFuzzerRunDriver(
  _: UnsafeMutablePointer<CInt>, _: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Feeds the reader that `FUZZ_READER` names (html, text, markdown, jats, file) with whatever libFuzzer comes up with.
@main struct Fuzz {
  static let reader = ProcessInfo.processInfo.environment["FUZZ_READER"] ?? "file"
  static let file = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(getpid())").path

  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, length in
      Fuzz.read(Array(UnsafeBufferPointer(start: data, count: length)))
      return 0
    }
  }

  static func read(_ bytes: [UInt8]) {
    switch reader {
    case "html": check(HTMLReader().document(from: bytes, id: "a", source: "a.html"))
    case "text": check(TextReader().document(from: TextDecoder().decode(bytes).text, id: "a", source: "a.txt"))
    case "markdown": check(MarkdownReader().document(from: TextDecoder().decode(bytes).text, id: "a", source: "a.md"))
    case "jats": check(JATSReader().document(from: bytes, id: "a", source: "a.xml"))
    default: readFile(bytes)
    }
  }

  /// The way of a file of unknown content: gzip, archives, JSON Lines, then the format found by looking.
  static func readFile(_ bytes: [UInt8]) {
    FileManager.default.createFile(atPath: file, contents: Data(bytes))
    var records = InputRecords([file], limits: InputLimits(documentBytes: 1 << 20, archiveBytes: 4 << 20))
    var count = 0
    while let item = records.next() {
      if case .record(let record) = item, let document = try? DocumentReader().document(from: record) {
        check(document)
      }
      count += 1
      precondition(count <= bytes.count + 1, "more documents than bytes")
    }
  }

  /// What holds for every document, whatever it was read from.
  static func check(_ document: Document) {
    let text = Array(document.text.utf8)
    var end = 0
    for (index, block) in document.blocks.enumerated() {
      precondition(block.range.lowerBound >= end && block.range.upperBound <= text.count && !block.range.isEmpty)
      end = block.range.upperBound
      precondition(text[block.range.lowerBound] & 0xC0 != 0x80 && (end == text.count || text[end] & 0xC0 != 0x80))
      precondition((block.heading ?? -1) < index && (block.leadIn ?? -1) < document.blocks.count)
      if case .tableCell(let cell) = block.kind {
        precondition((cell.columnHeaders + cell.rowHeaders).allSatisfy { document.blocks.indices.contains($0) })
      }
    }
    for link in document.links { precondition(link.range.upperBound <= text.count) }
  }
}
