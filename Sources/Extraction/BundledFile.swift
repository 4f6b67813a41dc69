internal import Foundation

/// The data files that come with the extractor.
enum BundledFile {
  /// The bytes of a file in the folder Resources.
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Resources/\(name)")))
  }

  /// The same as text.
  static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
}
