import ArgumentParser
import NutriGraph

@main struct NutrigraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nutrigraph",
    abstract: "Turns nutrition articles into a knowledge graph in which every edge shows its sentences.",
    subcommands: [ExtractCommand.self, EvaluateCommand.self])

  static func main() async {
    MessageLog.useStandardError()
    await main(nil)
  }
}
