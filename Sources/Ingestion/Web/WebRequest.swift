import Foundation
import FoundationNetworking
import Synchronization

/// One request and its answer, within the bounds of a policy.
final class WebRequest: NSObject, URLSessionDataDelegate {
  struct Answer {
    var status: Int
    var bytes: [UInt8]
    var url: URL
    fileprivate var response: HTTPURLResponse

    func field(_ name: String) -> String? { response.value(forHTTPHeaderField: name) }
  }

  private struct State {
    var bytes: [UInt8] = []
    var redirects = 0
    /// What the policy found wrong; more telling than the cancellation that it causes.
    var refusal: InputError?
    var failure: (any Error)?
  }

  private let url: URL
  private let policy: WebPolicy
  private let limit: Int
  private let validators: WebValidators?
  private let state = Mutex(State())
  private let isDone = DispatchSemaphore(value: 0)

  init(_ url: URL, policy: WebPolicy, limit: Int, validators: WebValidators?) {
    self.url = url
    self.policy = policy
    self.limit = limit
    self.validators = validators
  }

  /// Refuses an address that the policy does not allow.
  static func check(_ url: URL, policy: WebPolicy) throws(InputError) {
    guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https", let host = url.host else {
      throw .refused(reason: "only http and https addresses are fetched; name files by their paths")
    }
    guard policy.allowsPrivateHosts || !HostAddress.isPrivate(host) else {
      throw .refused(reason: "\(host) is in a private network; allow that with --allow-private-hosts")
    }
  }

  /// Sends the request and waits for the whole answer.
  ///
  /// - Throws: ``InputError``.
  func run() throws -> Answer {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = policy.timeout
    configuration.timeoutIntervalForResource = policy.timeout
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    var request = URLRequest(url: url)
    request.setValue(policy.agent, forHTTPHeaderField: "User-Agent")
    request.setValue("text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1", forHTTPHeaderField: "Accept")
    if let tag = validators?.entityTag { request.setValue(tag, forHTTPHeaderField: "If-None-Match") }
    if let date = validators?.lastModified { request.setValue(date, forHTTPHeaderField: "If-Modified-Since") }
    let task = session.dataTask(with: request)
    task.resume()
    if isDone.wait(timeout: .now() + policy.timeout + 1) == .timedOut {
      throw InputError.unreadable(reason: "the server took longer than \(Int(policy.timeout)) seconds")
    }
    return try answer(task)
  }

  private func answer(_ task: URLSessionTask) throws -> Answer {
    let (bytes, refusal, failure) = state.withLock { ($0.bytes, $0.refusal, $0.failure) }
    if let refusal { throw refusal }
    if let failure { throw InputError.unreadable(reason: failure.localizedDescription) }
    guard let response = task.response as? HTTPURLResponse else {
      throw InputError.unreadable(reason: "the server gave no answer")
    }
    return Answer(status: response.statusCode, bytes: bytes, url: response.url ?? url, response: response)
  }

  // MARK: URLSessionDataDelegate

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    var refusal: InputError?
    let count = state.withLock { state in
      state.redirects += 1
      return state.redirects
    }
    if count > policy.redirects {
      refusal = .refused(reason: "it leads through more than \(policy.redirects) redirects; check the address")
    } else if let url = request.url {
      do { try Self.check(url, policy: policy) } catch { refusal = error }
    }
    if let refusal {
      state.withLock { $0.refusal = refusal }
      completionHandler(nil)
      task.cancel()
    } else {
      completionHandler(request)
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = state.withLock { state in
      guard state.bytes.count + data.count <= limit else {
        state.refusal = .tooLarge(limit: limit)
        return true
      }
      state.bytes += data
      return false
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    state.withLock { $0.failure = error }
    isDone.signal()
  }
}
