/// Finds the ends of sentences among the tokens of a block by a trained classifier.
package struct SentenceSplitter: Sendable {
  package let classifier: LinearClassifier
  /// Blocks without any sentence end go on until here.
  private static let longest = 2000

  package init(classifier: LinearClassifier) {
    self.classifier = classifier
  }

  /// Ranges of token indices; they cover the tokens in order. O(tokens).
  package func sentences(
    of bytes: UnsafeBufferPointer<UInt8>, tokens: ArraySlice<Range<Int>>
  ) -> [Range<Int>] {
    guard !tokens.isEmpty else { return [] }
    var sentences: [Range<Int>] = []
    let context = SentenceContext(bytes, tokens: tokens)
    var features = FeatureList()
    var start = tokens.startIndex
    for token in tokens.indices.dropLast() {
      let isEnd: Bool
      if context.isCandidate(token) {
        features.removeAll()
        context.features(after: token, since: start, into: &features)
        isEnd = classifier.score(features) > 0
      } else {
        isEnd = token + 1 - start >= Self.longest
      }
      if isEnd {
        sentences.append(start..<token + 1)
        start = token + 1
      }
    }
    sentences.append(start..<tokens.endIndex)
    return sentences
  }
}

/// What the sentence splitter looks at: forms and shapes of the tokens around a possible end.
package struct SentenceContext {
  private struct View {
    var exact: UInt64
    var lower: UInt64
    var shape: UInt64
    /// Letters, all of them small.
    var isSmall: Bool
    var length: Int
    var hasSpaceAfter: Bool
    /// Change of the bracket depth.
    var bracket: Int
    var isQuote: Bool
  }

  private let views: [View]
  private let first: Int

  package init(_ bytes: UnsafeBufferPointer<UInt8>, tokens: ArraySlice<Range<Int>>) {
    first = tokens.startIndex
    views = tokens.indices.map { index in
      let range = tokens[index]
      let hasSpace = index + 1 < tokens.endIndex && tokens[index + 1].lowerBound > range.upperBound
      return Self.view(bytes, range, hasSpaceAfter: hasSpace)
    }
  }

  private static func view(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hasSpaceAfter: Bool
  ) -> View {
    var exact = ByteHash()
    var lower = ByteHash()
    var shape = ByteHash()
    var isSmall = true
    var last: UInt8 = 0
    var runs = 0
    for byte in bytes[range.prefix(24)] {
      exact.combine(byte)
      lower.combine(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte >= 0x30 && byte <= 0x39 ? 0x30 : byte)
      let kind = ByteClass.shape[Int(byte)]
      if kind != 0x61 { isSmall = false }
      if kind != last && runs < 5 {
        shape.combine(kind)
        runs += 1
      }
      last = kind
    }
    let byte = range.count == 1 ? bytes[range.lowerBound] : 0
    let bracket = byte == 0x28 || byte == 0x5B ? 1 : byte == 0x29 || byte == 0x5D ? -1 : 0
    return View(
      exact: exact.value, lower: lower.value, shape: shape.value, isSmall: isSmall, length: range.count,
      hasSpaceAfter: hasSpaceAfter, bracket: bracket, isQuote: byte == 0x22)
  }

  /// Whether a sentence could end after a token: not between two words in small letters.
  package func isCandidate(_ token: Int) -> Bool {
    let index = token - first
    return !(views[index].isSmall && views[index + 1].isSmall)
  }

  /// The features of an end after a token of a sentence that began at token `start`.
  package func features(after token: Int, since start: Int, into list: inout FeatureList) {
    let index = token - first
    let outside = View(
      exact: 1, lower: 1, shape: 1, isSmall: false, length: 0, hasSpaceAfter: true, bracket: 0, isQuote: false)
    func view(_ place: Int) -> View { views.indices.contains(place) ? views[place] : outside }
    let (t, n, n2, p, p2) = (view(index), view(index + 1), view(index + 2), view(index - 1), view(index - 2))
    let space: UInt64 = t.hasSpaceAfter ? 1 : 0
    let length = token + 1 - start
    let lengthBucket = UInt64(length < 8 ? length : length < 12 ? 8 : length < 20 ? 9 : length < 40 ? 10 : 11)
    let rest = UInt64(min(views.count - 1 - index, 5))
    var depth = 0
    var quotes = 0
    for place in max(start - first, index - 60)...index {
      depth = max(0, depth + views[place].bracket)
      if views[place].isQuote { quotes += 1 }
    }
    let inside = UInt64(min(depth, 2) << 1 | quotes & 1)
    list.add(0)
    list.add(t.lower, space)
    list.add(n.exact, space)
    list.add(t.shape, n.shape, space)
    list.add(t.lower, n.shape, space)
    list.add(t.lower, n.lower)
    list.add(t.lower, n.exact)
    list.add(p.lower, t.lower)
    list.add(p.lower, t.lower, n.shape)
    list.add(p.shape, t.lower, n.shape)
    list.add(p.exact, t.shape, n.shape)
    list.add(t.lower, n.shape, n2.shape)
    list.add(n.lower, n2.lower)
    list.add(t.shape, n.lower, n2.shape)
    list.add(t.lower, lengthBucket, n.shape)
    list.add(t.shape, lengthBucket, n.shape)
    list.add(t.lower, inside, n.shape)
    list.add(t.lower, inside, n.lower)
    list.add(t.shape, rest, n.shape)
    list.add(p.shape, t.shape, n.shape)
    list.add(p2.shape << 1 ^ p.shape, t.shape, n.shape << 1 ^ n2.shape)
    list.add(UInt64(min(p.length, 6)) << 8 | UInt64(min(n.length, 6)), t.lower, n.shape)
    list.add(view(start - first).lower, view(start - first + 1).lower)
    list.add(view(start - first).shape, t.shape, n.shape)
    list.add(view(start - first).exact, t.shape, n.exact)
    list.add(p2.lower, p.lower, t.lower)
  }
}
