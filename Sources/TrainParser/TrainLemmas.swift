import ArgumentParser
import Foundation
import Linguistics

/// Learns lemma rules from the treebanks: for endings first, then for the forms that the endings get wrong.
struct TrainLemmas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lemmas", abstract: "Learns the rules of the lemmatizer.")

  @OptionGroup var treebank: TreebankOptions
  @Option(help: "The model file to write.") var output: String

  private struct Sample: Hashable {
    var form: String
    var lowered: String
    var upos: UPOS
    var xpos: PennTag
    var rule: LemmaRule

    var withoutCase: Sample {
      Sample(form: lowered, lowered: lowered, upos: upos, xpos: xpos, rule: rule)
    }

    /// With a rule that gives the lemma for the form in any case, if its lemma is capitalised.
    var ofAnyCase: Sample {
      var sample = self
      if form.utf8.count > 1, let lemma = rule.lemma(of: form), lemma != lowered,
        lemma == LemmaRule.capitalized.lemma(of: form)
      {
        sample.rule = .capitalized
      }
      return sample
    }
  }

  func run() throws {
    let samples = try Self.samples(TreebankOptions.trainingFiles.flatMap(treebank.sentences))
    let lemmatizer = Self.learn(samples)
    for name in TreebankOptions.developmentFiles {
      let sentences = try treebank.sentences(name)
      let words = sentences.flatMap(\.words)
      let right = try Self.samples(sentences).enumerated().count { index, sample in
        lemmatizer.lemma(of: sample.form, upos: sample.upos, xpos: sample.xpos) == words[index].lemma
      }
      log(
        "  \(name): lemmas with gold tags, without vocabulary and exceptions \((10000 * Double(right) / Double(words.count)).rounded() / 100)"
      )
    }
    try Data(lemmatizer.encoded()).write(to: URL(fileURLWithPath: output))
  }

  private static func samples(_ sentences: [CoNLLUSentence]) throws -> [Sample] {
    try sentences.flatMap(\.words).map { word in
      guard let upos = UPOS(name: word.upos), let xpos = PennTag(name: word.xpos) else {
        throw TrainingError("a word has a tag that is not known: \(word)")
      }
      return Sample(
        form: word.form, lowered: word.form.lowercased(), upos: upos, xpos: xpos,
        rule: LemmaRule(form: word.form, lemma: word.lemma))
    }
  }

  private static func learn(_ samples: [Sample]) -> Lemmatizer {
    var table: [UInt64: LemmaRule] = [:]
    // A rule for an ending must come from several forms, however frequent: "Sept." says nothing about words in "pt.".
    var seen = Set<Sample>()
    let forms = samples.filter { seen.insert($0.withoutCase).inserted }
    // Endings, shortest first: a longer one is kept where it decides otherwise than the shorter ones.
    for length in 0...Lemmatizer.longestEnding {
      let shorter = lemmatizer(table)
      let found = majority(forms, atLeast: length < 3 ? 3 : 2) { sample in
        guard sample.lowered.utf8.count > length || length == 0 else { return nil }
        return Lemmatizer.key(
          sample.lowered.utf8.suffix(length), .ending(length), upos: sample.upos, xpos: sample.xpos)
      }
      for (key, (rule, sample, _)) in found
      where shorter.endingRule(String(sample.lowered), upos: sample.upos, xpos: sample.xpos) != rule || length == 0 {
        table[key] = rule
      }
    }
    addForms(samples.map(\.ofAnyCase), .lowered, form: \.lowered, to: &table) { _ in 1 }
    // One capital at the beginning of a title says nothing about common words.
    addForms(samples, .form, form: \.form, to: &table) { $0.upos == .propn || $0.xpos.isProper ? 1 : 2 }
    return lemmatizer(table)
  }

  /// Adds rules for the forms, seen at least so often with their lemma, that the rules so far get wrong.
  private static func addForms(
    _ samples: [Sample], _ part: Lemmatizer.Part, form: (Sample) -> String, to table: inout [UInt64: LemmaRule],
    atLeast least: (Sample) -> Int
  ) {
    let before = lemmatizer(table)
    let found = majority(samples, atLeast: 1) { sample in
      Lemmatizer.key(form(sample).utf8, part, upos: sample.upos, xpos: sample.xpos)
    }
    for (key, (rule, sample, count)) in found where count >= least(sample) {
      let isWrong = [sample.form, form(sample)].contains {
        before.lemma(of: $0, upos: sample.upos, xpos: sample.xpos) != rule.lemma(of: $0)
      }
      if isWrong { table[key] = rule }
    }
  }

  /// The most frequent rule of each key, a sample that has it, and how many do.
  private static func majority(
    _ samples: [Sample], atLeast least: Int, key: (Sample) -> UInt64?
  ) -> [UInt64: (LemmaRule, Sample, Int)] {
    var counts: [UInt64: [LemmaRule: (count: Int, sample: Sample)]] = [:]
    for sample in samples {
      guard let key = key(sample) else { continue }
      counts[key, default: [:]][sample.rule, default: (0, sample)].count += 1
    }
    return counts.compactMapValues { rules in
      guard rules.values.reduce(0, { $0 + $1.count }) >= least else { return nil }
      let best = rules.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }!
      return (best.key, best.value.sample, best.value.count)
    }
  }

  private static func lemmatizer(_ table: [UInt64: LemmaRule]) -> Lemmatizer {
    let rules = Set(table.values).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, UInt16($0)) })
    let keys = table.keys.sorted()
    return Lemmatizer(
      rules: rules, keys: keys, values: keys.map { numbers[table[$0]!]! }, exceptions: LemmaExceptions(),
      vocabulary: WordFeatures(vocabulary: []))
  }
}
