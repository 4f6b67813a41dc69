internal import Documents
internal import Linguistics

/// What a block's surroundings bring to its sentences: things named by lead-in, headings, header cells and label, and
/// the words there that are cues for relations.
struct BlockContext: Sendable {
  /// A cue word outside the sentence and where it stands.
  struct Cue: Sendable, Hashable {
    var lemma: Int32
    var source: Participant.Source
  }

  var participants: [Participant] = []
  var cues: [Cue] = []
  var mask = RelationMask()
}

extension DocumentContext {
  /// The context of a block, nearest first. O(words of the blocks it names).
  func blockContext(of block: Int) -> BlockContext {
    var result = BlockContext()
    let blocks = document.document.blocks
    let own = blocks[block]
    var used: Set<Int> = [block]
    if case .tableCell(let cell) = own.kind { addHeaders(of: cell, to: &result, used: &used) }
    var leadIn = own.leadIn
    var depth = 0
    while let introducing = leadIn, depth < 4, used.insert(introducing).inserted {
      add(introducing, as: depth == 0 ? .leadIn : .outerHeading, onlyLastSentence: true, to: &result)
      // "Food sources of calcium and vitamin D" over a table: the column's header says which of the two a cell is about.
      if case .tableCell = own.kind { keepNearest(&result) }
      leadIn = blocks[introducing].leadIn
      depth += 1
    }
    var heading = own.heading
    var source = Participant.Source.heading
    while let governing = heading {
      if used.insert(governing).inserted { add(governing, as: source, onlyLastSentence: false, to: &result) }
      source = .outerHeading
      heading = blocks[governing].heading
    }
    if let topic, !result.participants.contains(where: { $0.entity == topic }) {
      result.participants.append(Participant(entity: topic, mention: -1, word: -1, source: .topic))
    }
    dropOvershadowed(&result)
    return result
  }

  /// What an outer heading or the article is about gives way to a nearer thing of its type: under "Niacin", the sources
  /// listed are those of niacin.
  private func dropOvershadowed(_ context: inout BlockContext) {
    var near: Set<Int> = []
    context.participants.removeAll { participant in
      let type = typeOf[participant.entity]
      let isFar = participant.source == .outerHeading || participant.source == .topic
      if isFar, near.contains(type) { return true }
      if !isFar { near.insert(type) }
      return false
    }
  }

  /// Drops what a table's caption names besides what its header cells name of the same type.
  private func keepNearest(_ context: inout BlockContext) {
    let headed = Set(
      context.participants.filter { $0.source == .rowHeader || $0.source == .columnHeader }.map { typeOf[$0.entity] })
    context.participants.removeAll { $0.source == .leadIn && headed.contains(typeOf[$0.entity]) }
  }

  private func addHeaders(of cell: TableCell, to result: inout BlockContext, used: inout Set<Int>) {
    for header in cell.rowHeaders.prefix(4) where used.insert(header).inserted {
      add(header, as: .rowHeader, onlyLastSentence: false, to: &result)
    }
    for header in cell.columnHeaders.prefix(4) where used.insert(header).inserted {
      add(header, as: .columnHeader, onlyLastSentence: false, to: &result)
    }
  }

  private func add(_ block: Int, as source: Participant.Source, onlyLastSentence: Bool, to result: inout BlockContext) {
    var sentences = sentencesOfBlock[block]
    if onlyLastSentence, let last = sentences.last { sentences = last..<(last + 1) }
    for number in sentences {
      let sentence = document.sentences[number]
      for mention in mentions(of: sentence).prefix(12).map({ table.mentions[$0] }) {
        // A header cell names what its column holds, which is a subject only where it is a thing that articles are about.
        if source == .columnHeader, !Self.isTopical(table.entities[mention.entity].type) { continue }
        appendContext(mention.entity, mention.aspect == nil ? nil : .some(mention), source, to: &result)
      }
      for word in sentence.words.prefix(40) {
        let mask = mask(of: word)
        guard !mask.isEmpty else { continue }
        result.mask.formUnion(mask)
        let cue = BlockContext.Cue(lemma: document.words[word].lemma, source: source)
        if !result.cues.contains(cue) { result.cues.append(cue) }
      }
    }
  }

  private func appendContext(
    _ entity: Int, _ built: Mention?, _ source: Participant.Source, to result: inout BlockContext
  ) {
    func append(_ entity: Int, _ aspect: Mention.Aspect?) {
      guard !result.participants.contains(where: { $0.entity == entity && $0.aspect == aspect }) else { return }
      result.participants.append(
        Participant(entity: entity, mention: -1, word: -1, source: source, aspect: aspect))
    }
    append(entity, nil)
    if let built, let base = built.base { append(base, built.aspect) }
  }
}
