internal import MarkupParsing

extension Element {
  /// Whether the element starts and ends a line of its own, as browsers lay it out.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl,
      .document, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header,
      .hr, .html, .legend, .li, .main, .menu, .nav, .noscript, .ol, .p, .pre, .section, .summary, .table, .tbody, .td,
      .tfoot, .th, .thead, .title, .tr, .ul:
      true
    default: false
    }
  }

  /// 1 to 6 for `h1` to `h6`.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Elements whose contents are never part of an article: machinery, forms' controls, embedded objects.
  var isMachinery: Bool {
    switch self {
    case .script, .style, .head, .template, .noframes, .iframe, .object, .embed, .select, .textarea, .button, .input,
      .svg, .math, .canvas, .audio, .video, .map, .option, .title, .meta, .link:
      true
    default: false
    }
  }

  /// Elements whose text is often a few words in the middle of an article.
  var isShortByNature: Bool { self == .td || self == .th || self == .li || self == .dt || self == .dd }

  var isList: Bool { self == .ul || self == .ol || self == .menu }
}
