extension String {
  /// Text for XML 1.0 content and attribute values: markup escaped, line ends and tabs as character references (parsers
  /// would change them in attributes), and a replacement character for what XML cannot hold.
  var xmlEscaped: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      case "\t": result += "&#9;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Double {
  /// At most four places, without trailing zeros: the same digits everywhere.
  var digits: String {
    let scaled = Int((self * 10_000).rounded())
    guard scaled % 10_000 != 0 else { return "\(scaled / 10_000)" }
    var places = String(abs(scaled) % 10_000 + 10_000).dropFirst()
    while places.last == "0" { places = places.dropLast() }
    return "\(scaled < 0 ? "-" : "")\(abs(scaled) / 10_000).\(places)"
  }
}
