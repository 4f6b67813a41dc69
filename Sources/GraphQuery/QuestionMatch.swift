/// A wording found in a question.
struct QuestionMatch {
  /// The parts bound to the places; a place that is asked for has none.
  var agent: Int?
  var patient: Int?
  /// The place that stands nowhere.
  var gap: QuestionPattern.End?
  /// Which parts of the question the wording takes up.
  var taken: Set<Int> = []
}

/// Finds one wording in one cut of a question, by backtracking over alternatives.
struct QuestionMatcher {
  /// How many words that carry meaning may stand inside a wording ("foods *naturally* high in zinc").
  static let skipLimit = 1

  let items: [QuestionItem]
  private let forms: Set<String>

  init(items: [QuestionItem]) {
    self.items = items
    forms = items.reduce(into: []) { forms, item in
      if case .word(let word) = item { forms.formUnion(word.forms) }
    }
  }

  /// All ways in which the pattern fits.
  func matches(_ pattern: QuestionPattern) -> [QuestionMatch] {
    guard pattern.anchors.allSatisfy({ !$0.isDisjoint(with: forms) }) else { return [] }
    var found: [QuestionMatch] = []
    for start in items.indices {
      run(pattern.elements[...], from: start, QuestionMatch(), skipped: 0, isFirst: true, into: &found)
    }
    return found
  }

  private func run(
    _ elements: ArraySlice<QuestionPattern.Element>, from position: Int, _ match: QuestionMatch, skipped: Int,
    isFirst: Bool, into found: inout [QuestionMatch]
  ) {
    guard let element = elements.first else {
      found.append(match)
      return
    }
    let rest = elements.dropFirst()
    switch element {
    case .word(let word):
      visit(from: position, skipped: skipped, isFirst: isFirst) { index, skipped in
        guard case .word(let candidate) = items[index], candidate.forms.contains(word) else { return }
        var match = match
        match.taken.insert(index)
        run(rest, from: index + 1, match, skipped: skipped, isFirst: false, into: &found)
      }
    case .place(let end, let isNamed):
      visit(from: position, skipped: skipped, isFirst: isFirst) { index, skipped in
        guard case .name = items[index] else { return }
        run(rest, from: index + 1, match.binding(end, to: index), skipped: skipped, isFirst: false, into: &found)
      }
      if match.gap == nil, !isNamed {
        var match = match
        match.gap = end
        run(rest, from: position, match, skipped: skipped, isFirst: isFirst, into: &found)
      }
    case .anyOf(let alternatives):
      for alternative in alternatives {
        run(ArraySlice(alternative) + rest, from: position, match, skipped: skipped, isFirst: isFirst, into: &found)
      }
    case .optional(let part):
      run(ArraySlice(part) + rest, from: position, match, skipped: skipped, isFirst: isFirst, into: &found)
      run(rest, from: position, match, skipped: skipped, isFirst: isFirst, into: &found)
    }
  }

  /// Calls `body` with the next part and with those behind parts that may be passed over.
  private func visit(from position: Int, skipped: Int, isFirst: Bool, _ body: (Int, Int) -> Void) {
    var skipped = skipped
    var index = position
    while index < items.count {
      body(index, skipped)
      guard !isFirst else { return }
      switch items[index] {
      case .kind: break
      case .word(let word) where word.role == .filler || word.role == .light: break
      default:
        skipped += 1
        if skipped > Self.skipLimit { return }
      }
      index += 1
    }
  }
}

extension QuestionMatch {
  fileprivate func binding(_ end: QuestionPattern.End, to index: Int) -> QuestionMatch {
    var match = self
    match.taken.insert(index)
    switch end {
    case .agent: match.agent = index
    case .patient: match.patient = index
    }
    return match
  }
}
