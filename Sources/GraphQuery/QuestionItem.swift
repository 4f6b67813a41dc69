internal import GraphModel

/// A part of a question: a word, a name of the graph or a noun that says what kind of thing is asked for.
enum QuestionItem: Sendable, Hashable {
  case word(QuestionWord)
  case name(QuestionName)
  case kind(Int, words: Int)
}

/// A thing that a question names, with every entity of the graph that it may mean.
struct QuestionName: Sendable, Hashable {
  /// The question's words.
  var text: String
  /// The graph's name for it.
  var label: String
  var words: Int
  var entities: [EntityIndex]
  /// The name meant, where the question misspells it.
  var correction: String?
  /// Names of one coordination ("zinc and iron"), and whether all are asked for together ("and") or any ("or").
  var parts: [QuestionName] = []
  var isConjunction = false

  /// The words that make the name: "function of the kidney" says no more than "kidney function".
  var weight: Int {
    parts.isEmpty ? text.split(separator: " ").count { $0 != "of" && $0 != "the" } : parts.reduce(0) { $0 + $1.weight }
  }
}

/// The question cut into parts in one of the ways in which it can be cut.
struct QuestionSegmentation: Sendable, Hashable {
  var items: [QuestionItem]

  var hasKind: Bool {
    items.contains { if case .kind = $0 { true } else { false } }
  }

  var names: [QuestionName] {
    items.compactMap { if case .name(let name) = $0 { name } else { nil } }
  }
}

extension QuestionSegmentation {
  /// The same with names next to each other in an enumeration made one; nil where there is none.
  func coordinating() -> QuestionSegmentation? {
    var merged: [QuestionItem] = []
    var changed = false
    var index = 0
    while index < items.count {
      if case .name(var name) = items[index], let (parts, isConjunction, next) = enumeration(from: index) {
        name.parts = parts
        name.isConjunction = isConjunction
        name.entities = parts.flatMap(\.entities)
        name.words = parts.reduce(0) { $0 + $1.words }
        name.text = parts.map(\.text).joined(separator: isConjunction ? " and " : " or ")
        name.label = parts.map(\.label).joined(separator: isConjunction ? " and " : " or ")
        merged.append(.name(name))
        changed = true
        index = next
      } else {
        merged.append(items[index])
        index += 1
      }
    }
    return changed ? QuestionSegmentation(items: merged) : nil
  }

  /// Names with "and" or "or" before the last: "zinc", "zinc iron and copper" (commas are gone by now).
  private func enumeration(from start: Int) -> (parts: [QuestionName], isConjunction: Bool, next: Int)? {
    var parts: [QuestionName] = []
    var (index, conjunction) = (start, String?.none)
    while index < items.count {
      if case .name(let name) = items[index] {
        parts.append(name)
        index += 1
        if conjunction != nil { return (parts, conjunction == "and", index) }
      } else if case .word(let word) = items[index], ["and", "or"].contains(word.text), conjunction == nil {
        conjunction = word.text
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }
}
