/// Parts a text into the tokens of UD English: at white space, and inside chunks where a trained classifier says so.
///
/// A chunk is parted only where letters, digits and marks meet; runs of letters and runs of digits stay whole. So
/// "B-12" becomes three tokens, "1,000" stays one and "400IU" becomes two because that is how the treebanks do it.
package struct Tokenizer: Sendable {
  package let classifier: LinearClassifier
  private let letteredKinds: LetteredKinds

  package init(classifier: LinearClassifier, letteredKinds: LetteredKinds = LetteredKinds()) {
    self.classifier = classifier
    self.letteredKinds = letteredKinds
  }

  /// Appends the byte ranges of a range's tokens. O(bytes).
  package func tokens(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into tokens: inout [Range<Int>]
  ) {
    var reader = ChunkReader(bytes, range: range)
    var chunk = Chunk()
    var features = FeatureList()
    var chunks: [Range<Int>] = []
    while reader.next(into: &chunk) {
      var start = chunk.offsets[0]
      if !chunk.isWord {
        let context = ChunkContext(chunk)
        let stop = letteredKinds.stop(in: chunk, after: chunks, of: bytes)
        for index in 1..<max(chunk.count, 1)
        where chunk.mayBreak(before: index) && !context.address.contains(index) {
          if index != stop {
            features.removeAll()
            context.features(of: chunk, before: index, into: &features)
            guard classifier.score(features) > 0 else { continue }
          }
          tokens.append(start..<chunk.offsets[index])
          start = chunk.offsets[index]
        }
      }
      tokens.append(start..<chunk.offsets[chunk.count])
      chunks.append(chunk.offsets[0]..<chunk.offsets[chunk.count])
    }
  }
}

/// What the features of all break points of a chunk share.
package struct ChunkContext {
  /// How far runs and affixes are looked at, so that a chunk of any length costs linear time.
  private static let reach = 12

  /// Where a web address may not be parted, which the classifier has seen too few of to know; empty elsewhere.
  let address: Range<Int>
  private let isAddress: UInt64
  private let shape: UInt64

  package init(_ chunk: Chunk) {
    var shape = ByteHash()
    var last: CharacterClass?
    var runs = 0
    for kind in chunk.classes.prefix(40) where kind != last {
      last = kind
      shape.combine(kind.rawValue)
      runs += 1
      if runs == 8 { break }
    }
    self.shape = shape.value
    let at: UInt32 = 0x40
    let text = chunk.scalars.prefix(200)
    let slash = text.firstIndex(of: 0x2F) ?? 0
    let hasScheme = slash > 0 && slash + 1 < text.count && text[slash - 1] == 0x3A && text[slash + 1] == 0x2F
    let isWeb = text.count > 4 && text.prefix(4).map { $0 | 0x20 } == [0x77, 0x77, 0x77, 0x2E | 0x20]
    let mail = (text.firstIndex(of: at) ?? 0) > 0
    address = hasScheme || isWeb ? Self.inside(chunk) : 0..<0
    isAddress = (hasScheme ? 1 : 0) | (isWeb ? 2 : 0) | (mail ? 4 : 0)
  }

  /// The places between the first letter and the last letter, digit or slash.
  private static func inside(_ chunk: Chunk) -> Range<Int> {
    let first = chunk.classes.firstIndex(where: \.isAlphanumeric) ?? 0
    let last = chunk.scalars.indices.last { chunk.classes[$0].isAlphanumeric || chunk.scalars[$0] == 0x2F } ?? first
    return first + 1..<max(first, last) + 1
  }

  package func features(of chunk: Chunk, before index: Int, into list: inout FeatureList) {
    let classes = chunk.classes
    let count = classes.count
    func kind(_ place: Int) -> UInt64 {
      place < 0 ? 0xF0 : place < count ? UInt64(classes[place].rawValue) : 0xF1
    }
    /// The character itself, small letters for capitals, one sign for all digits.
    func sign(_ place: Int) -> UInt64 {
      guard place >= 0, place < count else { return kind(place) }
      if classes[place] == .digit { return 0x30 }
      let value = chunk.scalars[place]
      return UInt64(value >= 0x41 && value <= 0x5A ? value | 0x20 : value)
    }
    func run(_ start: Int, _ step: Int) -> (hash: UInt64, length: Int) {
      var hash = ByteHash()
      var place = start
      while place >= 0, place < count, classes[place].isAlphanumeric, abs(place - start) < Self.reach {
        hash.combine(sign(place))
        place += step
      }
      return (hash.value, abs(place - start))
    }
    let left = run(index - 1, -1)
    let right = run(index, 1)
    // The runs on the far sides of a single mark, which decide about hyphens and points.
    let beyondLeft = run(index - 2, -1)
    let beyondRight = run(index + 1, 1)
    let next = UInt64(chunk.next?.rawValue ?? 0xFF)
    let (a, b) = (kind(index - 1), kind(index))
    let pair = a << 8 | b
    var before = ByteHash()
    for place in max(0, index - 8)..<index { before.combine(sign(place)) }
    let prefix = index <= 8 ? before.value : 0
    var after = ByteHash()
    for place in index..<min(count, index + 8) { after.combine(sign(place)) }
    let suffix = count - index <= 8 ? after.value : 0

    list.add(pair)
    list.add(pair, isAddress)
    list.add(sign(index - 1), sign(index))
    list.add(pair, kind(index - 2), kind(index + 1))
    list.add(pair, sign(index - 2) << 32 | sign(index - 3), sign(index - 1))
    list.add(pair, sign(index + 1) << 32 | sign(index + 2), sign(index))
    list.add(pair, left.hash)
    list.add(pair, right.hash)
    list.add(pair, beyondLeft.hash, sign(index - 1))
    list.add(pair, beyondRight.hash, sign(index))
    list.add(pair, prefix)
    list.add(pair, suffix)
    list.add(prefix, suffix)
    list.add(pair, shape)
    list.add(pair, UInt64(min(index, 4)) << 8 | UInt64(min(count - index, 4)), next)
    list.add(left.hash, b, next)
    list.add(beyondLeft.hash, pair, next)
    list.add(pair, UInt64(left.length), UInt64(right.length))
    list.add(pair, UInt64(beyondLeft.length), UInt64(right.length))
    list.add(pair, UInt64(left.length), UInt64(beyondRight.length))
    list.add(pair, kind(index - 2) << 16 | kind(index - 3), kind(index + 1) << 16 | kind(index + 2))
  }
}
