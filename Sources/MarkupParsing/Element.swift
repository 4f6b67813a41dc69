/// The elements of HTML that code asks for by name.
///
/// Any other name, and with it most of an XML vocabulary, is ``other``: ``MarkupTree/name(of:)`` tells which.
@frozen public enum Element: UInt8, Sendable, CaseIterable {
  /// A run of text.
  case text
  /// The root, which stands for the document itself.
  case document
  /// An element with a name that HTML does not define.
  case other
  case a, abbr, address, area, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption
  case center, cite, code, col, colgroup, dd, del, details, dfn, dialog, div, dl, dt, em, embed, fieldset
  case figcaption, figure, font, footer, form, frameset, h1, h2, h3, h4, h5, h6, head, header, hr, html, i
  case iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, math, menu, meta, nav, noframes
  case noscript, object, ol, optgroup, option, p, param, picture, pre, q, rp, rt, ruby, s, samp, script
  case section, select, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td
  case template, textarea, tfoot, th, thead, time, title, tr, tt, u, ul, `var`, video, wbr

  static let byName: [String: Element] = Dictionary(
    uniqueKeysWithValues: allCases.dropFirst(3).map { ("\($0)", $0) })
}
