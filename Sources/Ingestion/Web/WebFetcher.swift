import Foundation
import FoundationNetworking

/// Fetches pages one after the other, as robots.txt and a policy allow.
final class WebFetcher {
  struct Page {
    var bytes: [UInt8]
    /// The media type in lower case, empty where none is stated.
    var type: String
    var charset: String?
    /// Where the page was found in the end.
    var url: URL
    var validators: WebValidators
  }

  private let policy: WebPolicy
  /// By scheme, host and port.
  private var robots: [String: RobotsRules] = [:]

  init(policy: WebPolicy) {
    self.policy = policy
  }

  static func isAddress(_ input: String) -> Bool {
    guard let colon = input.range(of: "://") else { return false }
    return input[..<colon.lowerBound].allSatisfy { $0.isLetter && $0.isASCII }
  }

  /// The page at an address; nil if it has not changed since the validators were given.
  ///
  /// - Throws: ``InputError``.
  func fetch(_ address: String, validators: WebValidators?) throws -> Page? {
    guard let url = URL(string: address), url.host != nil else {
      throw InputError.refused(reason: "the address is not well formed; check it")
    }
    try WebRequest.check(url, policy: policy)
    guard try rules(for: url).allows(Self.pathAndQuery(of: url)) else {
      throw InputError.refused(reason: "the site's robots.txt does not allow it; leave it out")
    }
    let answer = try WebRequest(url, policy: policy, limit: policy.bytes, validators: validators).run()
    switch answer.status {
    case 200: break
    case 304 where validators != nil: return nil
    default:
      let meaning = HTTPURLResponse.localizedString(forStatusCode: answer.status)
      throw InputError.refused(reason: "the server answered \(answer.status) (\(meaning)); check the address")
    }
    let type = answer.field("Content-Type").map(HeaderFields.parseContentType)
    guard MediaType.isArticle(type?.type ?? "") else { throw InputError.binary(format: "of type \(type?.type ?? "")") }
    return Page(
      bytes: answer.bytes, type: type?.type ?? "", charset: type?.charset, url: answer.url,
      validators: WebValidators(
        entityTag: answer.field("ETag"), lastModified: answer.field("Last-Modified")))
  }

  private static let robotsLimit = 512 << 10

  /// The rules of a site, fetched once: none where the file is missing, and nothing is allowed where the site is ill.
  private func rules(for url: URL) throws -> RobotsRules {
    let site = "\(url.scheme ?? "")://\(url.host ?? ""):\(url.port ?? 0)"
    if let known = robots[site] { return known }
    guard let address = URL(string: "/robots.txt", relativeTo: url)?.absoluteURL else { return .allowingAll }
    let answer = try WebRequest(address, policy: policy, limit: Self.robotsLimit, validators: nil).run()
    let rules: RobotsRules =
      switch answer.status {
      case 200: RobotsRules(parsing: answer.bytes, agent: policy.agent)
      case 500...: .forbiddingAll
      default: .allowingAll
      }
    robots[site] = rules
    return rules
  }

  private static func pathAndQuery(of url: URL) -> String {
    let path = url.path.isEmpty ? "/" : url.path
    return url.query.map { "\(path)?\($0)" } ?? path
  }
}
