/// The attributes that code asks for by name.
@frozen public enum Attribute: UInt8, Sendable, CaseIterable {
  case alt
  case ariaHidden
  case charset
  case cite
  case `class`
  case colspan
  case content
  case datetime
  case dir
  case hidden
  case href
  case httpEquiv
  case id
  case itemprop
  case itemscope
  case itemtype
  case lang
  case name
  case property
  case rel
  case role
  case rowspan
  case scope
  case src
  case start
  case style
  case title
  case type
  case value
  case xmlLang
  case epubType

  /// The name as it stands in markup.
  public var name: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .httpEquiv: "http-equiv"
    case .xmlLang: "xml:lang"
    case .epubType: "epub:type"
    default: "\(self)"
    }
  }

  @inlinable var ordinal: Int { Int(rawValue) }
}
