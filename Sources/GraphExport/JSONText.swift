/// A JSON value that keeps the order of its keys, so that the same graph gives the same bytes.
indirect enum JSONText: Sendable {
  case string(String)
  case number(Double)
  case integer(Int)
  case bool(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  /// Writes the value on one line (RFC 8259, UTF-8).
  func write(to output: inout String) {
    switch self {
    case .string(let text): Self.quote(text, into: &output)
    case .number(let value): output += value.digits
    case .integer(let value): output += String(value)
    case .bool(let value): output += value ? "true" : "false"
    case .array(let values):
      output += "["
      for (index, value) in values.enumerated() {
        if index > 0 { output += ", " }
        value.write(to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { output += ", " }
        Self.quote(member.0, into: &output)
        output += ": "
        member.1.write(to: &output)
      }
      output += "}"
    }
  }

  /// An array with a value on each line, for readable diffs.
  static func writeLines(_ values: some Sequence<JSONText>, to output: inout String) {
    output += "["
    var separator = "\n    "
    for value in values {
      output += separator
      value.write(to: &output)
      separator = ",\n    "
    }
    output += "\n  ]"
  }

  private static func quote(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension ExportGraph.Edge {
  /// What every JSON form says of an edge.
  var jsonMembers: [(String, JSONText)] {
    [
      ("relation", .string(type.rawValue)), ("label", .string(phrase)), ("standing", .string(standing.rawValue)),
      ("belief", .number(belief)), ("denial", .number(denial)), ("sources", .integer(affirmingSources)),
      ("denyingSources", .integer(denyingSources)),
      ("hedgingSources", .integer(support.affirmingHedged + support.denyingHedged)),
    ]
  }
}
