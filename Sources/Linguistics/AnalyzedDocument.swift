public import Documents

/// A document with its sentences, words, lemmas and dependency trees.
///
/// Words lie in one flat array over the whole document; sentences are ranges of it. Lemmas are interned per document, so
/// that a later stage resolves each distinct lemma once and then compares integers.
public struct AnalyzedDocument: Sendable {
  public let document: Document
  public let sentences: [Sentence]
  public let words: [Word]
  /// The distinct lemmas of the document, lower case except for proper nouns; ``Word/lemma`` indexes it.
  public let lemmas: [String]

  public init(document: Document, sentences: [Sentence], words: [Word], lemmas: [String]) {
    self.document = document
    self.sentences = sentences
    self.words = words
    self.lemmas = lemmas
  }

  /// The lemma of a word.
  public func lemma(of word: Int) -> String { lemmas[Int(words[word].lemma)] }
  /// The surface form of a word. O(start offset) in the worst case for text that is not ASCII.
  public func form(of word: Int) -> Substring { document.text(in: words[word].range) }
}

/// A sentence: a range of words inside one block.
public struct Sentence: Sendable, Hashable {
  /// Index into the document's blocks.
  public var block: Int
  /// Indices into ``AnalyzedDocument/words``; never empty.
  public var words: Range<Int>
  /// UTF-8 offsets into the document's text, from the first word's start to the last word's end.
  public var range: Range<Int>

  public init(block: Int, words: Range<Int>, range: Range<Int>) {
    self.block = block
    self.words = words
    self.range = range
  }
}

/// A syntactic word with its place in the dependency tree. A plain value of integers.
public struct Word: Sendable, Hashable {
  /// UTF-8 offsets into the document's text. Words of one multi-word token ("do|n't") part its span between them.
  public var start: Int32
  public var end: Int32
  /// Index into ``AnalyzedDocument/lemmas``.
  public var lemma: Int32
  /// Index of the head in ``AnalyzedDocument/words``, -1 for a sentence's root.
  public var head: Int32
  public var relation: DependencyRelation
  public var upos: UPOS
  /// The Penn Treebank tag, an index into ``PennTag/names``.
  public var xpos: PennTag
  /// Whether the word continues the surface token of the word before it (the "n't" of "don't").
  public var continuesToken: Bool

  public init(
    start: Int32, end: Int32, lemma: Int32, head: Int32, relation: DependencyRelation, upos: UPOS, xpos: PennTag,
    continuesToken: Bool = false
  ) {
    self.start = start
    self.end = end
    self.lemma = lemma
    self.head = head
    self.relation = relation
    self.upos = upos
    self.xpos = xpos
    self.continuesToken = continuesToken
  }

  public var range: Range<Int> { Int(start)..<Int(end) }
}
