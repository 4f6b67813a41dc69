/// The attributes that code asks for by name.
@frozen public enum Attribute: UInt8, Sendable, CaseIterable {
  case ariaHidden
  case `class`
  case colspan
  case content
  case datetime
  case hidden
  case href
  case httpEquiv
  case id
  case itemprop
  case lang
  case name
  case property
  case rel
  case role
  case rowspan
  case scope
  case start
  case style
  case type
  case xmlLang

  /// The name as it stands in markup.
  public var name: String { Self.names[ordinal] }

  private static let names = allCases.map(\.spelling)

  private var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    default: "\(self)"
    }
  }

  @inlinable var ordinal: Int { Int(rawValue) }
}
