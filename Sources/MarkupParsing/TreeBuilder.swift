internal import CLibXML2

/// Turns a parser's events into a ``MarkupTree``; one per parse, which reaches it through a pointer that lasts as long.
struct TreeBuilder {
  var tree = MarkupTree()
  /// Open elements, outermost first, as nodes.
  private var open: [Int32] = []
  /// The parser interns names: one address stands for one name throughout a parse.
  private var namesByAddress = AddressTable()
  private var nameIndices: [String: UInt16] = [:]
  private var elementsByName: [Element] = []
  private var reachedNodeBound = false
  private var reachedNestingBound = false
  /// How many elements of an XML file past the nesting bound are open.
  private var unopened = 0
  /// The parser whose events come in, for as long as it runs.
  var context: UnsafeMutablePointer<xmlParserCtxt>?

  init(capacity: Int) {
    tree.bytes.reserveCapacity(capacity)
    let nodes = min(capacity / 24 + 16, MarkupTree.Bound.nodes)
    tree.elements.reserveCapacity(nodes)
    tree.parents.reserveCapacity(nodes)
    tree.subtreeEnds.reserveCapacity(nodes)
    tree.starts.reserveCapacity(nodes)
    tree.ends.reserveCapacity(nodes)
    tree.nameIndices.reserveCapacity(nodes)
    append(.document, name: 0, start: 0, end: 0)
    open.append(0)
  }

  mutating func startElement(_ name: UnsafePointer<xmlChar>, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?)
  {
    guard hasRoom, mayNest else { return }
    let index = intern(name)
    let first = Int32(tree.attributeNames.count)
    if let attributes { append(attributes) }
    open.append(Int32(tree.count))
    append(elementsByName[Int(index)], name: index, start: first, end: Int32(tree.attributeNames.count))
  }

  mutating func endElement(_ name: UnsafePointer<xmlChar>) {
    guard unopened == 0 else {
      unopened -= 1
      return
    }
    let index = intern(name)
    guard let place = open.lastIndex(where: { $0 > 0 && tree.nameIndices[Int($0)] == index }) else { return }
    while open.count > place { close() }
  }

  mutating func characters(_ text: UnsafePointer<xmlChar>, count: Int) {
    guard count > 0 else { return }
    let last = tree.count - 1
    if tree.elements[last] == .text, tree.parents[last] == open[open.count - 1],
      Int(tree.ends[last]) == tree.bytes.count
    {
      tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
      tree.ends[last] = Int32(tree.bytes.count)
    } else if hasRoom {
      let start = Int32(tree.bytes.count)
      tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
      append(.text, name: 0, start: start, end: Int32(tree.bytes.count))
    }
  }

  mutating func finish() -> MarkupTree {
    while !open.isEmpty { close() }
    tree.indicesOfKnownAttributes = Attribute.allCases.map { nameIndices[$0.name].map(Int.init) ?? -1 }
    return tree
  }

  private var hasRoom: Bool {
    mutating get {
      if tree.count < MarkupTree.Bound.nodes { return true }
      if !reachedNodeBound { tree.problems.append(.nodes(bound: MarkupTree.Bound.nodes)) }
      reachedNodeBound = true
      return false
    }
  }

  /// Past the nesting bound the HTML parser is made to forget the element, as the search for what an end tag closes
  /// walks over all open elements. An XML parser compares with the innermost only, and needs its names.
  private var mayNest: Bool {
    mutating get {
      guard open.count > MarkupTree.Bound.nesting else { return true }
      if !reachedNestingBound { tree.problems.append(.nesting(bound: MarkupTree.Bound.nesting)) }
      reachedNestingBound = true
      if let context, context.pointee.html != 0, context.pointee.nameNr > 1 {
        context.pointee.nameNr -= 1
        context.pointee.name = context.pointee.nameTab[Int(context.pointee.nameNr) - 1]
      } else {
        unopened += 1
      }
      return false
    }
  }

  private mutating func close() { tree.subtreeEnds[Int(open.removeLast())] = Int32(tree.count) }

  private mutating func append(_ element: Element, name: UInt16, start: Int32, end: Int32) {
    tree.elements.append(element)
    // The parent of an element is the one open before it: the element itself is already on the stack.
    tree.parents.append(element == .text ? open[open.count - 1] : open.count < 2 ? -1 : open[open.count - 2])
    tree.subtreeEnds.append(Int32(tree.count))
    tree.starts.append(start)
    tree.ends.append(end)
    tree.nameIndices.append(name)
  }

  private mutating func append(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    var position = 0
    while let name = attributes[position] {
      tree.attributeNames.append(intern(name))
      tree.attributeStarts.append(Int32(tree.bytes.count))
      if let value = attributes[position + 1] {
        tree.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
      }
      tree.attributeEnds.append(Int32(tree.bytes.count))
      position += 2
    }
  }

  private mutating func intern(_ name: UnsafePointer<xmlChar>) -> UInt16 {
    let address = UInt(bitPattern: name)
    if let known = namesByAddress[address] { return known }
    let spelled = String(cString: name)
    let index = nameIndices[spelled] ?? UInt16(clamping: tree.names.count)
    if Int(index) == tree.names.count {
      // The last index stands for all names past 65,534: no page that means anything has as many.
      guard index < .max else { return .max - 1 }
      nameIndices[spelled] = index
      tree.names.append(spelled)
      elementsByName.append(Element.byName[spelled] ?? .other)
    }
    namesByAddress[address] = index
    return index
  }
}
