import Ingestion
import Testing

@Suite struct TextDecoderTests {
  @Test(arguments: [
    (Array("crème".utf8), "crème", "utf-8"),
    ([0xEF, 0xBB, 0xBF] + Array("abc".utf8), "abc", "utf-8"),
    ([0x63, 0x72, 0xE8, 0x6D, 0x65, 0x20, 0x93, 0x61, 0x94], "crème “a”", "windows-1252"),
    ([0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], "aé", "utf-16le"),
    ([0xFE, 0xFF, 0x00, 0x61, 0x00, 0xE9], "aé", "utf-16be"),
    ([], "", "utf-8"),
    ([0x61, 0xC2, 0xA0, 0x62, 0xC2, 0xAD, 0x63, 0xE2, 0x80, 0x8B, 0x64], "a bcd", "utf-8"),
    ([0x61, 0x00, 0x62], "ab", "utf-8"),
  ])
  func decodes(bytes: [UInt8], text: String, encoding: String) {
    let decoded = TextDecoder().decode(bytes)
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.encoding == encoding)
  }
}
