/// What the form of two names says about whether they can mean one thing.
enum NameLikeness {
  /// Whether nothing in the form of two names forbids that they mean the same.
  ///
  /// In English the head of a noun phrase comes last and what stands before it narrows it down: "skin infection" is a kind
  /// of "infection", never a synonym. A bare designator stands for the whole name ("B12" for "vitamin B12").
  static func mayBeSynonyms(_ left: NameKey, _ right: NameKey) -> Bool {
    let (short, long) = left.words.count <= right.words.count ? (left, right) : (right, left)
    if designatorsDiffer(left, right) { return false }
    let words = short.words
    if words.allSatisfy(NameKey.isDesignator) { return true }
    if long.words.count > words.count, long.words.suffix(words.count).elementsEqual(words) { return false }
    return !(addsDesignator(long, to: short))
  }

  /// Whether both names bear designators, and different ones: `vitamin d2`, `vitamin d3`.
  static func designatorsDiffer(_ left: NameKey, _ right: NameKey) -> Bool {
    let (one, other) = (left.designators, right.designators)
    return !one.isEmpty && !other.isEmpty && one != other
  }

  /// Whether the longer name holds all words of the shorter and a designator besides: `vitamin`, `vitamin d`.
  private static func addsDesignator(_ long: NameKey, to short: NameKey) -> Bool {
    let words = Set(long.words)
    return words.isSuperset(of: short.words) && short.designators.isEmpty && !long.designators.isEmpty
  }
}
