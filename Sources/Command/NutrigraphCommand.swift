import ArgumentParser
import NutriGraph

@main struct NutrigraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nutrigraph",
    abstract: "Turns nutrition articles into a knowledge graph in which every edge shows its sentences.",
    version: "0.1.0",
    subcommands: [
      ParseCommand.self,
      ArticleCommand.self,
      IngestCommand.self,
      RemoveCommand.self,
      SourcesCommand.self,
      ExtractCommand.self, ExplainCommand.self,
      ImportCommand.self,
      StatsCommand.self,
      ConflictsCommand.self,
      CorrectCommand.self,
      EvaluateCommand.self,
      AskCommand.self,
      ShowCommand.self,
      TraverseCommand.self,
      PathCommand.self,
      ExportCommand.self,
    ])

  static func main() async {
    MessageLog.useStandardError()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error where isForArgumentParser(error) {
      exit(withError: error)
    } catch {
      MessageLog().fail(error)
      exit(withError: ExitCode.fileUnusable)
    }
  }

  /// Whether argument-parser knows how to word the error and which code it has.
  private static func isForArgumentParser(_ error: any Error) -> Bool {
    exitCode(for: error) != .failure || error is ExitCode
  }
}
