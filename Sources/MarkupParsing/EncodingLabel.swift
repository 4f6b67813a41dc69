/// The labels of encodings (WHATWG Encoding, section 4.2) and where a text may carry one.
enum EncodingLabel {
  /// The lower-case name of the encoding that a label means; nil for a label that means none.
  static func canonical(_ label: String) -> String? {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    if let name = aliases[label] { return name }
    return label.isEmpty || CharacterConverter(from: label) == nil ? nil : label
  }

  static func iconvName(of encoding: String) -> String { iconvNames[encoding] ?? encoding }

  static func byteOrderMark(of input: [UInt8]) -> (label: String, length: Int)? {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if input.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if input.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// UTF-16 without a mark shows by the zero half of its first characters, which are ASCII in markup.
  static func wideEncoding(of input: [UInt8]) -> String? {
    guard input.count >= 4 else { return nil }
    switch (input[0], input[1], input[2], input[3]) {
    case (1..., 0, 1..., 0): return "utf-16le"
    case (0, 1..., 0, 1...): return "utf-16be"
    default: return nil
    }
  }

  /// The label in `<meta charset>`, `<meta http-equiv content>` or `<?xml encoding?>`, looked for where browsers look,
  /// and somewhat farther.
  static func declared(in input: [UInt8], as declaration: TextDecoding.Declaration) -> String? {
    guard declaration != .none else { return nil }
    let head = input.prefix(8192).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")),
      let label = value(after: "encoding", in: head[..<end])
    {
      return label
    }
    guard declaration == .html else { return nil }
    var rest = head[...]
    while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[tag...].dropFirst()
      guard rest.starts(with: "meta".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) else { continue }
      if let label = value(after: "charset", in: rest[..<end]) { return label }
    }
    return nil
  }

  private static func value(after name: String, in tag: ArraySlice<UInt8>) -> String? {
    let name = Array(name.utf8)
    var rest = tag
    while let start = rest.firstIndex(of: name[0]) {
      rest = rest[start...]
      guard rest.starts(with: name) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(name.count).drop(while: MarkupBytes.isSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().drop { MarkupBytes.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
        .prefix { !MarkupBytes.isSpace($0) && ![0x22, 0x27, 0x3B, 0x2F, 0x3F].contains($0) }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  private static let aliases: [String: String] = [
    "utf8": "utf-8", "utf-8": "utf-8", "unicode-1-1-utf-8": "utf-8",
    // A page whose declaration can be read as ASCII cannot be in UTF-16.
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252", "latin1": "windows-1252",
    "latin-1": "windows-1252", "l1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252",
    "cp1252": "windows-1252", "windows-1252": "windows-1252", "x-cp1252": "windows-1252",
    "iso-8859-9": "windows-1254", "latin5": "windows-1254", "iso-8859-11": "windows-874", "tis-620": "windows-874",
    "gb2312": "gbk", "gb_2312-80": "gbk", "x-gbk": "gbk", "gbk": "gbk", "gb18030": "gb18030",
    "shift_jis": "shift_jis", "shift-jis": "shift_jis", "sjis": "shift_jis", "x-sjis": "shift_jis",
    "windows-31j": "shift_jis", "ms_kanji": "shift_jis",
    "euc-kr": "euc-kr", "ks_c_5601-1987": "euc-kr", "korean": "euc-kr", "big5": "big5", "big5-hkscs": "big5",
    "x-euc-jp": "euc-jp",
  ]

  private static let iconvNames = [
    "gbk": "GB18030", "shift_jis": "CP932", "euc-kr": "UHC", "big5": "BIG5-HKSCS", "windows-874": "CP874",
  ]
}
