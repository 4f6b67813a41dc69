internal import CLibXML2

private let libraryIsReady: Void = xmlInitParser()

extension MarkupTree {
  /// Reads a page of HTML, however broken, in time linear in its size.
  ///
  /// - Parameter charset: What the transport said about the encoding (HTTP's `charset`); a byte order mark is trusted
  ///   more, the page's own declaration less, see ``TextDecoding``.
  public init(html input: [UInt8], charset: String? = nil) {
    self.init(input, charset: charset, language: .html)
  }

  /// Reads XML without fetching anything and without expanding entities beyond those that HTML names.
  ///
  /// Input that is not well-formed is read as far as it goes, with a ``Problem/malformed(line:)``.
  public init(xml input: [UInt8], charset: String? = nil) {
    self.init(input, charset: charset, language: .xml)
  }

  private init(_ input: [UInt8], charset: String?, language: MarkupScanner.Language) {
    _ = libraryIsReady
    let decoded = TextDecoding.decode(input, charset: charset, declaration: language == .html ? .html : .xml)
    let scanned = MarkupScanner.scan(decoded.bytes, as: language)
    var builder = TreeBuilder(capacity: scanned.output.count)
    if !scanned.output.isEmpty {
      withUnsafeMutablePointer(to: &builder) { builder in
        switch language {
        case .html: Self.parseHTML(scanned.output, into: builder)
        case .xml: Self.parseXML(scanned.output, into: builder)
        }
      }
    }
    self = builder.finish()
    encoding = decoded.encoding
    if decoded.invalidBytes > 0 {
      problems.append(.invalidBytes(count: decoded.invalidBytes, encoding: decoded.encoding))
    }
    if decoded.nulBytes > 0 { problems.append(.nulBytes(count: decoded.nulBytes)) }
    if scanned.droppedAttributes { problems.append(.attributes(bound: Bound.attributes)) }
  }

  private static func parseHTML(_ input: [UInt8], into builder: UnsafeMutablePointer<TreeBuilder>) {
    input.withUnsafeBytes { bytes in
      guard let base = bytes.bindMemory(to: CChar.self).baseAddress,
        let context = htmlCreateMemoryParserCtxt(base, CInt(clamping: bytes.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        | XML_PARSE_HUGE.rawValue
      htmlCtxtUseOptions(context, CInt(options))
      // The bytes are UTF-8 by now: nothing is left to find out or to convert.
      context.pointee.charset = CInt(XML_CHAR_ENCODING_UTF8.rawValue)
      connect(context, to: builder)
      htmlParseDocument(context)
    }
  }

  private static func parseXML(_ input: [UInt8], into builder: UnsafeMutablePointer<TreeBuilder>) {
    input.withUnsafeBytes { bytes in
      guard let base = bytes.bindMemory(to: CChar.self).baseAddress,
        let context = xmlCreateMemoryParserCtxt(base, CInt(clamping: bytes.count))
      else { return }
      defer { xmlFreeParserCtxt(context) }
      let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_HUGE.rawValue
        | XML_PARSE_SAX1.rawValue
        | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(context, CInt(options))
      context.pointee.charset = CInt(XML_CHAR_ENCODING_UTF8.rawValue)
      connect(context, to: builder)
      xmlParseDocument(context)
      if context.pointee.wellFormed == 0 {
        builder.pointee.tree.problems.append(.malformed(line: Int(context.pointee.lastError.line)))
      }
    }
  }

  /// Sends the parser's events to a builder that outlives the parse; the parser builds no tree of its own.
  private static func connect(
    _ context: UnsafeMutablePointer<xmlParserCtxt>, to builder: UnsafeMutablePointer<TreeBuilder>
  ) {
    builder.pointee.context = context
    context.pointee.userData = UnsafeMutableRawPointer(builder)
    var handler = xmlSAXHandler()
    handler.initialized = 1
    handler.startElement = { receiver, name, attributes in
      guard let receiver, let name else { return }
      receiver.assumingMemoryBound(to: TreeBuilder.self).pointee.startElement(name, attributes: attributes)
    }
    handler.endElement = { receiver, name in
      guard let receiver, let name else { return }
      receiver.assumingMemoryBound(to: TreeBuilder.self).pointee.endElement(name)
    }
    let characters: charactersSAXFunc = { receiver, text, count in
      guard let receiver, let text else { return }
      receiver.assumingMemoryBound(to: TreeBuilder.self).pointee.characters(text, count: Int(count))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    context.pointee.sax.pointee = handler
  }
}
