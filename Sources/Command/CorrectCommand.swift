import ArgumentParser
import NutriGraph

/// `nutrigraph correct`: what a person settled about the graph.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Puts corrections on top of the graph: same, different, rename, retype, drop.",
    discussion: """
      The YAML file takes the place of earlier corrections and holds for later ingests too; an empty file takes them back.

        same:      [{type: Nutrient, names: [vitamin B12, cobalamin]}]
        different: [{type: Nutrient, names: [vitamin D, cholecalciferol]}]
        rename:    [{type: Food, name: oily fish, to: fatty fish}]
        retype:    [{type: Food, name: blood, to: Anatomy}]
        drop:      [{type: Food, name: muscle}]
      """)

  @OptionGroup var graph: GraphOptions
  @Argument(help: "The corrections file, or - for the standard input.")
  var corrections: String

  func run() throws {
    let log = MessageLog()
    let result = try OpenGraph(writingAt: graph.path).correct(with: corrections)
    for thing in result.unknown {
      log.warn(
        corrections, "The graph has no \(thing.type.rawValue) named \"\(thing.name)\"; the correction waits for one.")
    }
    let read = result.corrections
    let output = StandardOutput()
    try output.writeLine(
      "\(read.same.count) same, \(read.different.count) different, \(read.changes.count) renamed or retyped, "
        + "\(read.drops.count + read.linkDrops.count) dropped")
    try output.flush()
  }
}
