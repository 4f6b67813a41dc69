/// What a site's robots.txt allows one agent to fetch.
///
/// Reference: RFC 9309.
public struct RobotsRules: Sendable, Hashable {
  private struct Rule: Hashable {
    var allows: Bool
    var pattern: [UInt8]
  }

  private var rules: [Rule] = []

  /// Rules that allow, or forbid, everything.
  public static let allowingAll = RobotsRules(rules: [])
  public static let forbiddingAll = RobotsRules(rules: [Rule(allows: false, pattern: Array("/".utf8))])

  private init(rules: [Rule]) {
    self.rules = rules
  }

  /// Reads the groups for an agent, or if there are none those for all agents. Never fails: lines that say nothing known
  /// are passed over.
  public init(parsing text: [UInt8], agent: String) {
    let agent = agent.lowercased()
    var own: [Rule] = []
    var common: [Rule] = []
    var names: [String] = []
    var isInRules = false
    var hasOwn = false
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = line[..<colon].trimmed
      let value = line[(colon + 1)...].trimmed
      if key.equalsIgnoringCase("user-agent") {
        if isInRules { names = [] }
        isInRules = false
        names.append(String(decoding: value, as: UTF8.self).lowercased())
        hasOwn = hasOwn || names.contains(agent)
      } else if key.equalsIgnoringCase("allow") || key.equalsIgnoringCase("disallow") {
        isInRules = true
        guard !value.isEmpty else { continue }
        let rule = Rule(allows: key.equalsIgnoringCase("allow"), pattern: Array(value))
        if names.contains(agent) { own.append(rule) }
        if names.contains("*") { common.append(rule) }
      }
    }
    rules = hasOwn ? own : common
  }

  /// Whether a path with its query may be fetched: the longest pattern that fits decides, of equals the one that allows.
  public func allows(_ path: String) -> Bool {
    let path = Array(path.utf8)
    let fitting = rules.filter { Self.matches($0.pattern[...], path[...]) }
    return fitting.max { ($0.pattern.count, $0.allows ? 1 : 0) < ($1.pattern.count, $1.allows ? 1 : 0) }?.allows ?? true
  }

  /// Matches a prefix; `*` stands for any bytes, `$` at the end for the path's end. O(pattern · path).
  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? pattern.dropLast() : pattern
    var reached: Set<Int> = [path.startIndex]
    for byte in pattern {
      if byte == UInt8(ascii: "*") {
        reached = Set(reached.min().map { Array($0...path.endIndex) } ?? [])
      } else {
        reached = Set(reached.compactMap { $0 < path.endIndex && path[$0] == byte ? $0 + 1 : nil })
      }
      if reached.isEmpty { return false }
    }
    return isAnchored ? reached.contains(path.endIndex) : true
  }
}
