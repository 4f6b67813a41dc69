import Foundation
import Testing

@Suite struct InterruptTests {
  /// However often an ingest is killed, the next one goes on, and in the end the graph is the one of an undisturbed run.
  @Test func killedIngestsGoOn() throws {
    let shell = try Shell()
    for number in 0..<80 {
      try shell.write("in/\(number).txt", "Food \(number) is rich in zinc.")
    }
    let start = ContinuousClock.now
    try shell.run("ingest", "--graph", "whole.sqlite", "in")
    let whole = ContinuousClock.now - start
    for share in [0.4, 0.7, 0.9] {
      let process = try shell.start(["ingest", "--jobs", "2", "in"])
      usleep(UInt32(share * (whole / .microseconds(1))))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let last = try shell.run("ingest", "in")
    #expect(last.status == 0)
    #expect(try shell.run("ingest", "in").output == "0 new, 80 unchanged, 0 updated, 0 failed\n")
    let expected = try shell.run("export", "--graph", "whole.sqlite", "--format", "json").output
    #expect(try shell.run("export", "--format", "json").output == expected)
    #expect(try shell.run("sources").output == shell.run("sources", "--graph", "whole.sqlite").output)
  }

  /// Ctrl-C keeps all that is finished; the next run does the rest and nothing twice.
  @Test func ctrlCEndsAnIngestAfterWhatIsFinished() throws {
    let shell = try Shell()
    let count = 200
    for number in 0..<count { try shell.write("in/\(number).txt", "Food \(number) is rich in zinc.") }
    let process = try shell.start(["ingest", "--jobs", "2", "in"])
    // Once the first batch is in the graph, most documents are still to come.
    while process.isRunning, try documents(in: shell.path("nutrigraph.sqlite")) == 0 { usleep(50_000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    let summary = try String(contentsOfFile: shell.path(".out"), encoding: .utf8)
    let kept = try #require(summary.split(separator: " ").first.flatMap { Int($0) })
    #expect((1..<count).contains(kept))
    #expect(summary == "\(kept) new, 0 unchanged, 0 updated, 0 failed\n")
    #expect(try shell.run("ingest", "in").output == "\(count - kept) new, \(kept) unchanged, 0 updated, 0 failed\n")
    #expect(try shell.run("ingest", "in").output == "0 new, \(count) unchanged, 0 updated, 0 failed\n")
  }

  /// How many documents a graph holds that another process may be writing; its messages go where no other's go.
  private func documents(in graph: String) throws -> Int {
    let reader = Process()
    let pipe = Pipe()
    reader.executableURL = URL(fileURLWithPath: Shell.command)
    reader.arguments = ["sources", "--graph", graph]
    reader.standardOutput = pipe
    reader.standardError = FileHandle.nullDevice
    try reader.run()
    let lines = try pipe.fileHandleForReading.readToEnd() ?? Data()
    reader.waitUntilExit()
    return lines.count { $0 == 0x0A }
  }
}
