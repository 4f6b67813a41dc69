import Foundation
import NutriGraph

/// A line on a terminal that says how far an ingest has come; nothing where the standard error is no terminal.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var shownAt = 0.0
  private static let interval = 0.2

  mutating func show(_ progress: IngestProgress) {
    guard isShown, progress.elapsed - shownAt >= Self.interval else { return }
    shownAt = progress.elapsed
    let rate = Double(progress.summary.total) / progress.elapsed
    var line = "\(progress.summary.total) documents, \(Int(rate.rounded()))/s"
    if let remaining = progress.remaining { line += ", \(Self.duration(remaining)) left" }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  func clear() {
    if isShown, shownAt > 0 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    return seconds < 120 ? "\(seconds) s" : seconds < 7200 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
  }
}
