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
}
