/// How to make a lemma from a form: change its case or not, take bytes off its end, put others on.
package struct LemmaRule: Sendable, Hashable, Comparable {
  package enum LetterCase: UInt8, Sendable {
    case lowered, kept
    /// The first letter large, the others small, whatever the form has: "Mexico" of "mexico" and "MEXICO".
    case capitalized
  }

  package var letterCase: LetterCase
  package var removed: Int
  package var ending: String

  package init(_ letterCase: LetterCase, removed: Int, ending: String) {
    self.letterCase = letterCase
    self.removed = removed
    self.ending = ending
  }

  /// The lemma is the form in lower case.
  package static let lowered = LemmaRule(.lowered, removed: 0, ending: "")
  package static let unchanged = LemmaRule(.kept, removed: 0, ending: "")
  package static let capitalized = LemmaRule(.capitalized, removed: 0, ending: "")

  /// The rule that takes the least off the end; prefers lower case.
  package init(form: String, lemma: String) {
    let lowered = form.lowercased()
    let kept = Self.commonPrefix(form, lemma)
    let low = Self.commonPrefix(lowered, lemma)
    letterCase = kept > low ? .kept : .lowered
    let base = Array((kept > low ? form : lowered).utf8)
    let common = max(kept, low)
    removed = base.count - common
    ending = String(decoding: Array(lemma.utf8)[common...], as: UTF8.self)
  }

  /// Bytes that both begin with, ending on a character boundary.
  private static func commonPrefix(_ first: String, _ second: String) -> Int {
    var count = 0
    for (one, other) in zip(first.unicodeScalars, second.unicodeScalars) {
      guard one == other else { break }
      count += UTF8.width(one)
    }
    return count
  }

  /// The lemma of a form, or `nil` if the rule takes off more than the form has or cuts a character.
  package func lemma(of form: String) -> String? {
    var base = letterCase.applied(to: form)
    guard removed > 0 || !ending.isEmpty else { return base }
    let utf8 = base.utf8
    guard utf8.count >= removed, utf8.count > removed || !ending.isEmpty else { return nil }
    let cut = utf8.index(utf8.endIndex, offsetBy: -removed)
    guard let boundary = cut.samePosition(in: base.unicodeScalars) else { return nil }
    base.unicodeScalars.removeSubrange(boundary...)
    return base + ending
  }

  package static func < (one: LemmaRule, other: LemmaRule) -> Bool {
    (one.letterCase.rawValue, one.removed, one.ending) < (other.letterCase.rawValue, other.removed, other.ending)
  }
}

extension LemmaRule.LetterCase {
  func applied(to form: String) -> String {
    switch self {
    case .kept: return form
    case .lowered: return form.lowercased()
    case .capitalized:
      let lowered = form.lowercased()
      return lowered.prefix(1).uppercased() + lowered.dropFirst()
    }
  }
}
