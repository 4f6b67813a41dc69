import Ingestion
import Testing

@Suite struct WebTests {
  private func open(_ inputs: [String], _ change: (inout WebPolicy) -> Void = { _ in }) -> [InputRecords.Item] {
    var policy = WebPolicy()
    policy.allowsPrivateHosts = true
    policy.timeout = 20
    change(&policy)
    var records = InputRecords(inputs, web: policy)
    var items: [InputRecords.Item] = []
    while let item = records.next() { items.append(item) }
    return items
  }

  @Test func aPageIsFetchedOnceRobotsAllowIt() throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/robots.txt": .init(fields: ["Content-Type": "text/plain"], body: "User-agent: *\nDisallow: /private")
      case "/old": .init(status: 302, fields: ["Location": "/iron?x=1"])
      case "/iron?x=1":
        .init(fields: ["Content-Type": "text/html; charset=ISO-8859-1", "ETag": "\"1\""], body: "<p>Iron</p>")
      case "/picture": .init(fields: ["Content-Type": "image/png"], body: "PNG")
      default: .init(status: 404)
      }
    }
    let found = open(["old#top", "private/a", "picture", "gone"].map { "\(server.address)/\($0)" })
    #expect(
      found.map(\.summary) == [
        "\(server.address)/old: <p>Iron</p>",
        "! It was not fetched: the site's robots.txt does not allow it; leave it out.",
        "! It is of type image/png, which is not read here; convert it to HTML or text first.",
        "! It was not fetched: the server answered 404 (Not Found); check the address.",
      ])
    let record = try #require(found[0].record)
    #expect(record.url == "\(server.address)/iron?x=1")
    #expect(record.charset == "iso-8859-1")
    #expect(record.validators == WebValidators(entityTag: "\"1\""))
    #expect(server.requests.map(\.path) == ["/robots.txt", "/old", "/iron?x=1", "/picture", "/gone"])
    #expect(server.requests.allSatisfy { $0.fields["user-agent"] == "nutrigraph" })
  }

  @Test func aPageIsAskedForOnCondition() throws {
    let server = try LoopbackServer { request in
      if request.path == "/robots.txt" { return .init(status: 404) }
      let isKnown = request.fields["if-none-match"] == "\"7\"" && request.fields["if-modified-since"] == "yesterday"
      return isKnown ? .init(status: 304) : .init(fields: ["Content-Type": "text/plain"], body: "Zinc")
    }
    var policy = WebPolicy()
    policy.allowsPrivateHosts = true
    let page = "\(server.address)/zinc"
    let known = [page: WebValidators(entityTag: "\"7\"", lastModified: "yesterday")]
    var records = InputRecords([page], web: policy, validators: known)
    guard case .unchanged(let source) = records.next() else {
      Issue.record("The page came again.")
      return
    }
    #expect(source == page)
  }

  @Test func redirectsAndSizesAreBounded() throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/robots.txt": .init(status: 404)
      case "/long": .init(fields: ["Content-Type": "text/plain"], body: String(repeating: "a", count: 3 << 20))
      default: .init(status: 302, fields: ["Location": request.path + "x"])
      }
    }
    let found = open(["\(server.address)/a", "\(server.address)/long"]) { policy in
      policy.redirects = 3
      policy.bytes = 1 << 20
    }
    #expect(
      found.map(\.summary) == [
        "! It was not fetched: it leads through more than 3 redirects; check the address.",
        "! It holds more than 1 MB, which is more than one document may have; split it or leave it out.",
      ])
  }

  @Test func aSiteWithoutRulesForIllnessIsLeftAlone() throws {
    let server = try LoopbackServer { request in
      request.path == "/robots.txt" ? .init(status: 503) : .init(fields: ["Content-Type": "text/plain"], body: "no")
    }
    #expect(
      open(["\(server.address)/a"]).map(\.summary) == [
        "! It was not fetched: the site's robots.txt does not allow it; leave it out."
      ])
  }

  @Test(arguments: [
    "http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://10.1.2.3/", "http://172.20.0.1/",
    "http://192.168.0.1/", "http://169.254.169.254/latest", "http://0.0.0.0/", "http://[fe80::1]/",
    "http://[::ffff:10.0.0.1]/",
  ])
  func privateHostsAreRefused(address: String) {
    let found = open([address]) { $0.allowsPrivateHosts = false }
    #expect(found.count == 1)
    #expect(found[0].summary.hasSuffix("is in a private network; allow that with --allow-private-hosts."))
  }

  @Test func aRedirectToAnotherSchemeIsRefused() throws {
    let server = try LoopbackServer { request in
      request.path == "/robots.txt"
        ? .init(status: 404) : .init(status: 302, fields: ["Location": "ftp://example.org/a"])
    }
    let summary = open(["\(server.address)/a"]).map(\.summary)
    #expect(summary.count == 1)
    #expect(summary[0].hasPrefix("! It was not fetched: "))
  }

  @Test(arguments: ["file:///etc/hostname", "ftp://example.org/a", "gopher://example.org/"])
  func otherSchemesAreRefused(address: String) {
    #expect(
      open([address]).map(\.summary) == [
        address.hasPrefix("file")
          ? "! It was not fetched: the address is not well formed; check it."
          : "! It was not fetched: only http and https addresses are fetched; name files by their paths."
      ])
  }

  @Test(arguments: [
    ("User-agent: *\nDisallow: /a", "/a/b", false), ("User-agent: *\nDisallow: /a", "/b", true),
    ("User-agent: *\nDisallow:", "/a", true), ("User-agent: *\nDisallow: /\nAllow: /a", "/a", true),
    ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true), ("user-agent: other\nDisallow: /", "/a", true),
    ("User-agent: *\nDisallow: /\n\nUser-agent: NutriGraph\nDisallow: /x", "/a", true),
    ("User-agent: x\nUser-agent: nutrigraph\nDisallow: /a # no", "/a", false),
    ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false), ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true),
    ("User-agent: *\nDisallow: /a*b*c", "/a12b3cd", false), ("nonsense\n:\n", "/", true),
  ])
  func robots(text: String, path: String, isAllowed: Bool) {
    #expect(RobotsRules(parsing: Array(text.utf8), agent: "nutrigraph").allows(path) == isAllowed)
  }
}
