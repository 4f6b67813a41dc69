internal import GraphModel

/// Finds the names of a graph that misspelt or shortened names may stand for.
struct NameGuesser<Source: GraphSource> {
  let source: Source

  /// A name that some words of a question are like.
  private struct Guess {
    var start: Int
    var words: Int
    var text: String
    var name: String
    var entity: EntityIndex
    /// Edits; a shortened name counts as one for each missing word, behind all misspelt ones.
    var distance: Int
  }

  /// The likeliest names for each run of unknown words, with the word they begin at.
  ///
  /// Goes once over all names of the graph. Up to seven letters may hold one slip, longer names two; a slip is a letter too
  /// many, too few, wrong, or exchanged with its neighbour.
  func guesses(for runs: [Range<Int>], in words: [QuestionWord]) throws -> [(Int, QuestionName)] {
    let windows = runs.flatMap { Self.windows(around: $0, in: words) }
    guard !windows.isEmpty else { return [] }
    var guesses: [Guess] = []
    try source.forEachName { name, entity in
      let key = NameKey(name)
      for window in windows {
        guard let distance = window.distance(to: key) else { continue }
        guesses.append(
          Guess(
            start: window.start, words: window.words, text: window.text, name: name, entity: entity, distance: distance)
        )
      }
    }
    return runs.compactMap { run in best(of: guesses.filter { run.overlaps($0.start..<$0.start + $0.words) }) }
  }

  private func best(of guesses: [Guess]) -> (Int, QuestionName)? {
    guard let best = guesses.min(by: { ($0.distance, -$0.words, $0.name) < ($1.distance, -$1.words, $1.name) }) else {
      return nil
    }
    let same = guesses.filter { $0.distance == best.distance && $0.start == best.start && $0.words == best.words }
    let entities = Set(same.map(\.entity)).sorted()
    return (
      best.start,
      QuestionName(text: best.text, label: best.name, words: best.words, entities: entities, correction: best.name)
    )
  }

  /// Words of a question that may be a name, and their bytes.
  private struct Window {
    var start: Int
    var words: Int
    var text: String
    var key: NameKey
    var bytes: [UInt8]

    /// A name with one of these is the opposite of what is left without it.
    private static var negations: Set<Substring> { ["not", "no", "non", "never", "without"] }

    func distance(to name: NameKey) -> Int? {
      let other = Array(name.rawValue.utf8)
      let limit = bytes.count < 8 ? 1 : 2
      if abs(other.count - bytes.count) <= limit,
        let edits = EditDistance.between(bytes, other, atMost: limit), name.designators == key.designators
      {
        return edits
      }
      let missing = name.words.count - key.words.count
      guard missing > 0, missing <= 2, bytes.count >= 5 else { return nil }
      guard !name.words.contains(where: Self.negations.contains) else { return nil }
      let isShortened =
        name.words.starts(with: key.words) || name.words.suffix(key.words.count).elementsEqual(key.words)
      return isShortened ? 2 + missing : nil
    }
  }

  private static func windows(around run: Range<Int>, in words: [QuestionWord]) -> [Window] {
    var windows: [Window] = []
    for start in max(0, run.lowerBound - 2)..<run.upperBound {
      for end in (start + 1)...min(words.count, start + 4) where run.overlaps(start..<end) {
        let text = words[start..<end].map(\.text).joined(separator: " ")
        let key = NameKey(text)
        guard key.rawValue.utf8.count >= 4, words[start].role == .content, words[end - 1].role != .light else {
          continue
        }
        windows.append(
          Window(start: start, words: end - start, text: text, key: key, bytes: Array(key.rawValue.utf8)))
      }
    }
    return windows
  }
}

extension QuestionNames {
  /// Runs of words that carry meaning but are neither in the grammar nor in a name.
  var unknownRuns: [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, word) in words.enumerated() {
      guard word.role == .content, grammar.vocabulary.isDisjoint(with: word.forms), !covers(index) else { continue }
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
