extension AnswerReport {
  /// The answer for a person to read.
  ///
  /// - Parameters:
  ///   - limit: How many answers are shown of each kind; the rest are counted.
  ///   - examples: Questions to show where this one was not read.
  public func text(limit: Int = 20, examples: [String] = []) -> String {
    var lines = ["Question: \(question)"]
    if let reading { lines.append("Read as:  \(reading)") }
    lines += notes.map { "Note: \($0)" }
    if let verdict { lines.append("Verdict:  \(verdict.rawValue)") }
    lines += section(verdict == nil ? "Answers" : "For", answers, limit)
    lines += section(verdict == nil ? "Denied" : "Against", contrary, limit)
    lines += section("By kind", inferred, limit)
    for (index, connection) in connections.enumerated() {
      lines.append("\(index + 1). \(connection.text)")
    }
    if reading == nil {
      lines.append("Questions like these are understood:")
      lines += examples.map { "  \($0)" }
    } else if answers.isEmpty, contrary.isEmpty, connections.isEmpty {
      lines.append("The graph says nothing about this.")
    }
    return lines.joined(separator: "\n")
  }

  private func section(_ title: String, _ items: [Item], _ limit: Int) -> [String] {
    guard !items.isEmpty else { return [] }
    var lines = ["\(title) (\(items.count)):"]
    for item in items.prefix(limit) { lines += item.lines }
    if items.count > limit { lines.append("  ... and \(items.count - limit) more") }
    return lines
  }
}

extension AnswerReport.Item {
  fileprivate var lines: [String] {
    var lines = ["  \(entity.name) (\(entity.type.rawValue)) \(belief.hundredths), \(support)"]
    lines.append("    \(statements.joined(separator: "; "))")
    if let evidence {
      lines.append("    “\(evidence.text.oneLine)” [\(evidence.title.isEmpty ? evidence.source : evidence.title)]")
    }
    return lines
  }
}

extension AnswerReport.Connection {
  /// One line a relation, indented below a line with the names.
  public var text: String {
    let names = entities.map(\.name).joined(separator: " – ")
    let lines = relations.map { relation in
      var text = "     \(relation.statement) (\(relation.belief.hundredths), \(relation.support))"
      if let evidence = relation.evidence { text += "\n       “\(evidence.text.oneLine)” [\(evidence.title)]" }
      return text
    }
    return ([names + " (\(belief.hundredths))"] + lines).joined(separator: "\n")
  }
}

extension Double {
  /// Two places, for people.
  var hundredths: String {
    let hundredths = Int((self * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension String {
  /// The text with runs of blanks and line ends as one blank.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
