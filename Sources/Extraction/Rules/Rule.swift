internal import Ontology

/// A rule over dependency trees: which relations a trigger word and the entities in its slots may state.
struct Rule: Sendable {
  enum TriggerKind: String, Sendable, CaseIterable {
    case verb, noun, adjective
  }

  var name: String
  /// What the pair may mean, most specific first.
  var relations: [RelationType]
  var kind: TriggerKind
  var triggers: [Trigger]
  var subject: [SlotPath]
  var object: [SlotPath]
  var examples: [RuleExample]
  var counterexamples: [RuleExample]
}

/// A lemma that makes a rule fire, with the particle it needs: "break", "break down"; `*` is any word.
struct Trigger: Sendable, Hashable {
  var lemma: String
  var particle: String?

  init(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    lemma = parts.first ?? ""
    particle = parts.count > 1 ? parts[1] : nil
  }
}

/// A way from the trigger to the words that fill a slot: `object[risk|chance]/of`.
struct SlotPath: Sendable, Hashable {
  enum Slot: Sendable, Hashable {
    case subject, object, itself, copular, causer, complement, noun
    case preposition(String)
  }

  struct Step: Sendable, Hashable {
    var slot: Slot
    /// Lemmas that the word reached must have; empty for any.
    var lemmas: [String]
  }

  var steps: [Step]

  /// Reads the notation of the rules file; nil where it is malformed.
  init?(_ text: String) {
    steps = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      guard let step = Step(part) else { return nil }
      steps.append(step)
    }
  }
}

extension SlotPath.Step {
  fileprivate init?(_ text: Substring) {
    var name = text
    lemmas = []
    if let open = text.firstIndex(of: "[") {
      guard text.last == "]" else { return nil }
      name = text[..<open]
      lemmas = text[text.index(after: open)...].dropLast().split(separator: "|").map(String.init)
      guard !lemmas.isEmpty else { return nil }
    }
    guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) }) else { return nil }
    switch name {
    case "subject": slot = .subject
    case "object": slot = .object
    case "self": slot = .itself
    case "copular": slot = .copular
    case "causer": slot = .causer
    case "complement": slot = .complement
    case "noun": slot = .noun
    default: slot = .preposition(String(name))
    }
  }
}

/// A sentence with a claim that a rule makes of it (or, as a counterexample, must not make).
struct RuleExample: Sendable, Hashable {
  var sentence: String
  var subject: String
  var relation: RelationType
  var object: String

  /// Reads "sentence => subject | relation | object"; nil where it is malformed.
  init?(_ text: String) {
    guard let arrow = text.range(of: " => ") else { return nil }
    sentence = String(text[..<arrow.lowerBound])
    let parts = text[arrow.upperBound...].split(separator: "|").map { $0.trimmedSpaces }
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    subject = parts[0]
    relation = RelationType(rawValue: parts[1])
    object = parts[2]
  }
}

extension StringProtocol {
  /// Without spaces at both ends.
  var trimmedSpaces: String {
    String(self.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The first place where a string occurs. O(count × other.count), for short texts of data files.
  fileprivate func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
