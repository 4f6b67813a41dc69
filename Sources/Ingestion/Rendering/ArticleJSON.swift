internal import Documents

/// The JSON form of an article, with keys in a fixed order.
enum ArticleJSON {
  static func write(_ document: Document) -> String {
    var json = JSONText()
    let metadata = document.metadata
    json.object { json in
      json.member("id", document.id)
      json.member("source", document.source)
      json.member("title", metadata.title)
      json.member("authors", metadata.authors)
      json.member("published", metadata.published)
      json.member("language", metadata.language)
      json.member("site", metadata.site)
      json.member("url", metadata.canonicalURL)
      json.member("description", metadata.description)
      json.member("keywords", metadata.keywords)
      json.member("license", metadata.license)
      json.member("text", document.text)
      json.array("blocks", document.blocks) { write($1, to: &$0) }
      json.array("links", document.links) { json, link in
        json.object { json in
          json.member("start", link.range.lowerBound)
          json.member("end", link.range.upperBound)
          json.member("target", link.target)
        }
      }
    }
    return json.text
  }

  private static func write(_ block: Block, to json: inout JSONText) {
    json.object { json in
      json.member("kind", block.kind.name)
      json.member("start", block.range.lowerBound)
      json.member("end", block.range.upperBound)
      switch block.kind {
      case .heading(let level): json.member("level", level)
      case .listItem(let depth, let ordinal):
        json.member("depth", depth)
        if let ordinal { json.member("ordinal", ordinal) }
      case .tableCell(let cell): write(cell, to: &json)
      default: break
      }
      if let heading = block.heading { json.member("heading", heading) }
      if let leadIn = block.leadIn { json.member("leadIn", leadIn) }
    }
  }

  private static func write(_ cell: TableCell, to json: inout JSONText) {
    json.member("table", cell.table)
    json.member("row", cell.row)
    json.member("column", cell.column)
    if cell.rowSpan > 1 { json.member("rowSpan", cell.rowSpan) }
    if cell.columnSpan > 1 { json.member("columnSpan", cell.columnSpan) }
    if cell.isHeader { json.member("header", true) }
    if !cell.columnHeaders.isEmpty { json.member("columnHeaders", cell.columnHeaders) }
    if !cell.rowHeaders.isEmpty { json.member("rowHeaders", cell.rowHeaders) }
  }
}
