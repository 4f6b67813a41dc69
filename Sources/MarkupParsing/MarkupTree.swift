/// A parsed page or XML file as a flat value: nodes in document order, no pointer into the parser.
///
/// A node is an integer: its place in document order, so that a subtree is the range ``subtree(of:)`` and a loop over a
/// range visits it without recursion. Node 0 is the root, which stands for the document itself.
/// All text and all attribute values lie in ``bytes``, as UTF-8 with entities resolved.
///
/// Contents of `script`, `style` and `svg` are left out, save for data blocks (JSON and JSON-LD); comments are left out, and
/// in HTML the attributes that ``Attribute`` does not list.
public struct MarkupTree: Sendable {
  /// Something that the parser left out or mended.
  public enum Problem: Sendable, Hashable {
    /// Elements nested deeper than the bound were not opened; their text is kept by the deepest open element.
    case nesting(bound: Int)
    /// Attributes of one tag past the bound were dropped.
    case attributes(bound: Int)
    /// Nodes past the bound were dropped.
    case nodes(bound: Int)
    /// Bytes that the encoding does not allow were replaced by U+FFFD.
    case invalidBytes(count: Int, encoding: String)
    /// NUL bytes were dropped.
    case nulBytes(count: Int)
    /// The XML is not well-formed; what could be read is kept.
    case malformed(line: Int)
  }

  /// Bounds that keep hostile input from costing more than linear time and memory.
  public enum Bound {
    /// The depth at which browsers, too, stop nesting.
    public static let nesting = 512
    public static let attributes = 256
    public static let nodes = 4_000_000
  }

  /// The encoding that the bytes were read with, as a lower-case WHATWG label.
  public internal(set) var encoding = "utf-8"
  public internal(set) var problems: [Problem] = []
  /// Text and attribute values; ranges that the tree hands out are indices into it.
  public internal(set) var bytes: [UInt8] = []

  @usableFromInline var elements: [Element] = []
  @usableFromInline var parents: [Int32] = []
  @usableFromInline var subtreeEnds: [Int32] = []
  /// For text: its range in `bytes`; for an element: the range of its attributes.
  @usableFromInline var starts: [Int32] = []
  @usableFromInline var ends: [Int32] = []
  /// For an element: index into `names`.
  @usableFromInline var nameIndices: [UInt16] = []
  @usableFromInline var attributeNames: [UInt16] = []
  @usableFromInline var attributeStarts: [Int32] = []
  @usableFromInline var attributeEnds: [Int32] = []
  /// The distinct names of elements and attributes in this tree.
  @usableFromInline var names: [String] = []
  /// For each ``Attribute``, in the order of its cases, its index in `names`; -1 where the tree has none of it.
  @usableFromInline var indicesOfKnownAttributes: [Int] = []

  init() {}
}

// MARK: - Shape
extension MarkupTree {
  @inlinable public var count: Int { elements.count }

  @inlinable public var nodes: Range<Int> { 0..<elements.count }

  @inlinable public func isText(_ node: Int) -> Bool { elements[node] == .text }

  @inlinable public func element(of node: Int) -> Element { elements[node] }

  /// An element's name as it was written, in lower case for HTML, with its prefix for XML (`xlink:href`).
  public func name(of node: Int) -> String {
    switch elements[node] {
    case .text: "#text"
    case .document: "#document"
    default: names[Int(nameIndices[node])]
    }
  }

  /// The element that holds a node; nil for the root.
  @inlinable public func parent(of node: Int) -> Int? { parents[node] < 0 ? nil : Int(parents[node]) }

  /// A node and all nodes below it.
  @inlinable public func subtree(of node: Int) -> Range<Int> { node..<Int(subtreeEnds[node]) }

  @inlinable public func firstChild(of node: Int) -> Int? {
    node + 1 < Int(subtreeEnds[node]) ? node + 1 : nil
  }

  @inlinable public func nextSibling(of node: Int) -> Int? {
    let next = Int(subtreeEnds[node])
    guard parents[node] >= 0, next < Int(subtreeEnds[Int(parents[node])]) else { return nil }
    return next
  }

  /// The nodes directly below a node, in order.
  @inlinable public func children(of node: Int) -> some Sequence<Int> {
    let ends = subtreeEnds
    let end = Int(ends[node])
    return sequence(state: node + 1) { (next: inout Int) -> Int? in
      guard next < end else { return nil }
      defer { next = Int(ends[next]) }
      return next
    }
  }

  /// The first element below `node` with a name, in document order.
  public func first(_ element: Element, in node: Int = 0) -> Int? {
    subtree(of: node).dropFirst().first { elements[$0] == element }
  }

  /// The first element below `node` with a name as written, in document order: for names that HTML does not define.
  public func first(named name: String, in node: Int = 0) -> Int? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return subtree(of: node).dropFirst().first { elements[$0] != .text && Int(nameIndices[$0]) == index }
  }
}

// MARK: - Content
extension MarkupTree {
  /// Where a text node's text lies in ``bytes``.
  @inlinable public func textRange(of node: Int) -> Range<Int> { Int(starts[node])..<Int(ends[node]) }

  /// All text below a node, as it stands, without a gap where elements part it. O(size of the subtree).
  public func text(of node: Int) -> String {
    var collected: [UInt8] = []
    for child in subtree(of: node) where isText(child) { collected += bytes[textRange(of: child)] }
    return String(decoding: collected, as: UTF8.self)
  }

  /// Where an attribute's value lies in ``bytes``; nil when the element does not have it. O(attributes of the element).
  public func valueRange(of attribute: Attribute, at node: Int) -> Range<Int>? {
    let index = indicesOfKnownAttributes[attribute.ordinal]
    return index < 0 ? nil : valueRange(ofNameIndex: index, at: node)
  }

  public func value(of attribute: Attribute, at node: Int) -> String? {
    valueRange(of: attribute, at: node).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The value of an attribute by its name as written: for names that ``Attribute`` does not list.
  public func value(ofAttributeNamed name: String, at node: Int) -> String? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return valueRange(ofNameIndex: index, at: node).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func valueRange(ofNameIndex index: Int, at node: Int) -> Range<Int>? {
    guard elements[node] != .text else { return nil }
    for position in Int(starts[node])..<Int(ends[node]) where Int(attributeNames[position]) == index {
      return Int(attributeStarts[position])..<Int(attributeEnds[position])
    }
    return nil
  }
}
