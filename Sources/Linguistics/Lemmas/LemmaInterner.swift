/// Numbers the distinct lemmas of a document; each distinct form with its tags is lemmatised once.
struct LemmaInterner {
  private let lemmatizer: Lemmatizer
  private(set) var lemmas: [String] = []
  private var numbers: [String: Int32] = [:]
  private var known: [Key: Int32] = [:]

  private struct Key: Hashable {
    var form: UInt64
    var length: Int
    var upos: UPOS
    var xpos: PennTag
  }

  init(lemmatizer: Lemmatizer) {
    self.lemmatizer = lemmatizer
  }

  mutating func lemma(of form: UnsafeBufferPointer<UInt8>, upos: UPOS, xpos: PennTag) -> Int32 {
    var hash = ByteHash()
    for byte in form { hash.combine(byte) }
    let key = Key(form: hash.value, length: form.count, upos: upos, xpos: xpos)
    if let number = known[key] { return number }
    let lemma = lemmatizer.lemma(of: String(decoding: form, as: UTF8.self), upos: upos, xpos: xpos)
    let number = number(of: lemma)
    known[key] = number
    return number
  }

  private mutating func number(of lemma: String) -> Int32 {
    if let number = numbers[lemma] { return number }
    let number = Int32(lemmas.count)
    numbers[lemma] = number
    lemmas.append(lemma)
    return number
  }
}
