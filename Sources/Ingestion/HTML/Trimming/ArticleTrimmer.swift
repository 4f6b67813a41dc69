internal import Documents

/// Takes out of drafted blocks what stands in the article's element and is no article: the headline and what is under it,
/// pointers to other pages in between, and what follows the end.
struct ArticleTrimmer {
  private let drafts: Drafts
  private let titleKey: [UInt8]
  private let descriptionKey: [UInt8]
  private let authors: [Line]
  private let lines: [Line]
  private var isKept: [Bool]

  static func trim(_ drafts: Drafts, metadata: Metadata) -> Drafts {
    var trimmer = ArticleTrimmer(drafts: drafts, metadata: metadata)
    trimmer.dropCaptions()
    trimmer.trimHead()
    trimmer.cutAfterEnd()
    trimmer.dropPointers()
    trimmer.dropLinkLists()
    trimmer.trimTail()
    return trimmer.drafts.keeping(trimmer.isKept)
  }

  private init(drafts: Drafts, metadata: Metadata) {
    self.drafts = drafts
    titleKey = Line(metadata.title ?? "").key
    descriptionKey = Line(metadata.description ?? "").key
    authors = metadata.authors.map { Line($0) }
    lines = drafts.items.map { Line(drafts.scratch[$0.text]) }
    isKept = Array(repeating: true, count: drafts.items.count)
  }

  private func length(_ index: Int) -> Int { drafts.items[index].text.count }

  private func linkShare(_ index: Int) -> Double {
    Double(drafts.items[index].linkLength) / Double(max(length(index), 1))
  }

  private func endsSentence(_ index: Int) -> Bool {
    guard let last = drafts.scratch[drafts.items[index].text].last(where: { $0 != 0x22 && $0 != 0x29 && $0 < 0x80 })
    else {
      return false
    }
    return ".!?:".utf8.contains(last)
  }

  private func isProse(_ index: Int) -> Bool {
    linkShare(index) < 0.5 && (length(index) >= 80 || length(index) >= 40 && endsSentence(index))
  }

  private func proseLength(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (isKept[$1] && isProse($1) ? length($1) : 0) }
  }

  /// Captions of pictures go; those of tables introduce them.
  private mutating func dropCaptions() {
    for index in isKept.indices {
      guard case .caption = drafts.items[index].kind else { continue }
      if index + 1 < isKept.count, case .tableCell = drafts.items[index + 1].kind { continue }
      if endsSentence(index), length(index) >= 25, !BoilerplateLines.credits.isIn(lines[index]) { continue }
      isKept[index] = false
    }
  }

  // MARK: Head

  /// Drops everything up to the headline and then the lines under it.
  private mutating func trimHead() {
    var start = 0
    if let title = titlePlace {
      for index in 0...title { isKept[index] = false }
      start = title + 1
    }
    var next = isKept.indices.dropFirst(start).first(where: isProse)
    while let candidate = next, dropStandfirst(candidate) {
      next = isKept.indices.dropFirst(candidate + 1).first(where: isProse)
    }
    guard let prose = next else { return }
    for index in start..<prose where isHeadLine(index) { isKept[index] = false }
    if isByline(prose) { isKept[prose] = false }
  }

  /// Drops a summary under the headline if the page declares the same words as its description, where they are kept.
  private mutating func dropStandfirst(_ index: Int) -> Bool {
    guard drafts.items[index].isStandfirst, descriptionKey.count > 20 else { return false }
    let key = lines[index].key
    let (short, long) = key.count < descriptionKey.count ? (key, descriptionKey) : (descriptionKey, key)
    guard short.count > 20, long.starts(with: short) else { return false }
    isKept[index] = false
    return true
  }

  /// The first heading that is the title, else the last early line that is; what stands before it may hold little prose.
  private var titlePlace: Int? {
    guard titleKey.count > 2 else { return nil }
    let total = drafts.scratch.count
    var place: Int?
    for (index, draft) in drafts.items.enumerated() {
      let isEarly = draft.text.lowerBound * 4 <= total || index < 3
      guard isEarly || draft.isHeading && draft.text.lowerBound * 10 <= total * 7 else { continue }
      guard length(index) <= 300 else { continue }
      let key = lines[index].key
      if draft.isHeading, key == titleKey || isEarly && isVariant(key) { return index }
      if isEarly, key == titleKey { place = index }
    }
    return place.flatMap { proseLength(in: 0..<$0) * 3 <= total ? $0 : nil }
  }

  /// Whether a heading is the title with a few words more or less.
  private func isVariant(_ key: [UInt8]) -> Bool {
    let (short, long) = key.count < titleKey.count ? (key, titleKey) : (titleKey, key)
    return short.count > 10 && short.count * 5 >= long.count * 3 && long.holds(short)
  }

  private func isHeadLine(_ index: Int) -> Bool {
    switch drafts.items[index].kind {
    case .heading: return isVariant(lines[index].key)
    case .tableCell, .term, .definition, .code, .question: return false
    case .listItem: return linkShare(index) > 0.5 || BoilerplateLines.isScrap(lines[index])
    default: break
    }
    let line = lines[index]
    if linkShare(index) > 0.5, !endsSentence(index) || line.count < 40 { return true }
    if BoilerplateLines.isScrap(line) || line.count < 25 && !endsSentence(index) { return true }
    guard line.count < 120 else { return false }
    return !endsSentence(index) && BoilerplateLines.headMarks.isWord(in: line) || line.holdsDate
  }

  /// A first line of prose that only names who wrote it and when.
  private func isByline(_ index: Int) -> Bool {
    guard length(index) < 160, case .paragraph = drafts.items[index].kind, lines[index].holdsDate else { return false }
    return authors.contains { lines[index].bytes.holds($0.bytes) } || BoilerplateLines.datelines.begin(lines[index])
  }

  // MARK: Between

  private mutating func dropPointers() {
    for index in isKept.indices where isKept[index] {
      switch drafts.items[index].kind {
      case .tableCell, .code, .reference, .footnote, .term, .definition: continue
      default: break
      }
      let line = lines[index]
      if BoilerplateLines.isScrap(line) {
        if case .listItem = drafts.items[index].kind, line.bytes.contains(where: \.isDigit) { continue }
        isKept[index] = false
      } else if isInvitation(line) && BoilerplateLines.ownWords.isIn(line) || isCredited(index) {
        isKept[index] = false
      } else if length(index) < 300, BoilerplateLines.pointers.begin(line) {
        let isShort = !endsSentence(index) && length(index) < 100
        if linkShare(index) > 0.4 || line.last == UInt8(ascii: ":") || isShort { isKept[index] = false }
      } else if linkShare(index) > 0.9, isPointerByShape(index) {
        isKept[index] = false
      }
    }
  }

  private func isCredited(_ index: Int) -> Bool {
    guard case .paragraph = drafts.items[index].kind else { return false }
    return length(index) < 250 && BoilerplateLines.endsInCredit(lines[index])
  }

  /// A paragraph that is one link from end to end and reads like a headline.
  private func isPointerByShape(_ index: Int) -> Bool {
    guard case .paragraph = drafts.items[index].kind else { return false }
    let line = lines[index]
    return line.bytes.contains(0x20) && line.count > 24 && !line.begins(with: "http") && !endsSentence(index)
  }

  /// Drops lists of links: titles of other articles, or all links after the last prose.
  private mutating func dropLinkLists() {
    let lastProse = isKept.indices.last { isKept[$0] && isProse($0) } ?? 0
    var start = 0
    while start < isKept.count {
      guard let list = drafts.items[start].list, isKept[start] else {
        start += 1
        continue
      }
      let end = isKept.indices[start...].first { drafts.items[$0].list != list } ?? isKept.count
      dropLinkList(start..<end, lastProse: lastProse)
      start = end
    }
  }

  private mutating func dropLinkList(_ items: Range<Int>, lastProse: Int) {
    let total = items.reduce(0) { $0 + length($1) }
    let links = items.reduce(0) { $0 + drafts.items[$1].linkLength }
    let introduction = items.lowerBound - 1
    let isPointedAt = introduction >= 0 && BoilerplateLines.pointsAway(lines[introduction])
    guard links * 10 > total * 8,
      items.lowerBound > lastProse || isPointedAt || total / items.count > 50 && items.count > 1
    else { return }
    for index in items { isKept[index] = false }
    guard introduction >= 0 else { return }
    if drafts.items[introduction].isHeading
      || length(introduction) < 60 && lines[introduction].last == UInt8(ascii: ":")
    {
      isKept[introduction] = false
    }
  }

  // MARK: End

  /// Cuts at a heading such as "Related articles" if it comes late and hardly any prose follows.
  private mutating func cutAfterEnd() {
    let total = proseLength(in: isKept.indices)
    var before = 0
    for index in isKept.indices {
      if isKept[index], isProse(index) { before += length(index) }
      guard before > 200, length(index) < 60 else { continue }
      let isHeading = drafts.items[index].isHeading
      guard isHeading || linkShare(index) < 0.9 && standsLikeHeading(index),
        BoilerplateLines.endsArticle(lines[index])
          || linkShare(index) > 0.3 && BoilerplateLines.pointsAway(lines[index])
      else {
        continue
      }
      let after = index..<isKept.count
      if proseLength(in: after) * 100 <= total * (isHeading ? 50 : 25) {
        for index in after { isKept[index] = false }
        return
      }
    }
  }

  private func standsLikeHeading(_ index: Int) -> Bool {
    guard case .paragraph = drafts.items[index].kind else { return false }
    return length(index) < 35 && !endsSentence(index) || lines[index].last == UInt8(ascii: ":")
      || drafts.items[index].boldLength * 10 > length(index) * 9
  }

  private mutating func trimTail() {
    let total = proseLength(in: isKept.indices)
    var dropped = 0
    var pending: [Int] = []
    for index in isKept.indices.reversed() where isKept[index] {
      if isTailLine(index) {
        if isProse(index) { dropped += length(index) }
        guard dropped * 5 <= total else { return }
        for scrap in pending { isKept[scrap] = false }
        pending = []
        isKept[index] = false
      } else if length(index) < 50, !endsSentence(index), case .paragraph = drafts.items[index].kind, pending.count < 3
      {
        // A scrap goes if what stands before it goes.
        pending.append(index)
      } else {
        return
      }
    }
  }

  private func isTailLine(_ index: Int) -> Bool {
    switch drafts.items[index].kind {
    case .heading: return !endsSentence(index)
    case .tableCell, .code, .reference, .footnote, .term, .definition, .question, .answer: return false
    case .listItem: return linkShare(index) > 0.8
    default: break
    }
    let line = lines[index]
    if linkShare(index) > 0.8, !line.begins(with: "http") { return true }
    if length(index) < 400, isCloser(index) { return true }
    if length(index) < 600, isAboutAuthor(line) { return true }
    return length(index) < 100 && line.holdsDate && !endsSentence(index)
  }

  /// A line that closes a page. Everyday words that open one are believed of scraps, links and addresses to the reader.
  private func isCloser(_ index: Int) -> Bool {
    let line = lines[index]
    if BoilerplateLines.closers.begin(line) { return true }
    guard BoilerplateLines.everydayClosers.begin(line) else { return false }
    return !endsSentence(index) || linkShare(index) > 0.15 || BoilerplateLines.siteMarks.isIn(line)
  }

  /// "Jane Doe is a writer who ...", "Follow him on Twitter".
  private func isAboutAuthor(_ line: Line) -> Bool {
    for author in authors where line.bytes.starts(with: author.bytes) {
      if line.count < author.count + 40 || BoilerplateLines.authorVerbs.begin(Line(line.bytes[author.count...])) {
        return true
      }
    }
    return isInvitation(line)
  }

  /// "Follow him on Twitter", "Get it delivered to your inbox".
  private func isInvitation(_ line: Line) -> Bool {
    line.count < 250 && BoilerplateLines.networks.isIn(line) && BoilerplateLines.invitations.isIn(line)
  }
}
