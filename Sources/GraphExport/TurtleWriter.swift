internal import GraphModel

/// Writes RDF 1.1 Turtle: entities as SKOS concepts, relations as triples and as reified statements that carry belief and
/// evidence, evidence and documents in the terms of PROV.
///
/// A relation that sources only deny has a statement but no triple of its own: a reader who knows nothing of the statements
/// must not take it for true.
struct TurtleWriter {
  func text(_ graph: ExportGraph) -> String {
    var output = Self.prefixes
    var documents: [String: GraphDocument] = [:]
    for node in graph.nodes { output += concept(node) }
    for edge in graph.edges {
      if edge.belief > 0 { output += triple(edge) }
      output += statement(edge)
      for evidence in edge.evidence { documents[evidence.document.source] = evidence.document }
    }
    for (_, document) in documents.sorted(by: { $0.key < $1.key }) { output += self.document(document) }
    return output
  }

  private static let prefixes = """
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix ng: <urn:nutrigraph:term:> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix r: <urn:nutrigraph:relation:> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix t: <urn:nutrigraph:type:> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .


    """

  private func concept(_ entity: Entity) -> String {
    var lines = ["a skos:Concept, t:\(entity.type.rawValue)", "skos:prefLabel \(literal(entity.name))@en"]
    lines += entity.aliases.map { "skos:altLabel \(literal($0))@en" }
    for id in entity.ids {
      lines.append("skos:notation \(literal(id))")
      if let iri = Self.iri(ofCURIE: id) { lines.append("skos:exactMatch <\(iri)>") }
    }
    return "\(self.entity(entity.id)) \(lines.joined(separator: " ;\n  ")) .\n"
  }

  private func triple(_ edge: ExportGraph.Edge) -> String {
    var output = "\(entity(edge.subject)) r:\(edge.type.rawValue) \(entity(edge.object)) .\n"
    if edge.type == .isA { output += "\(entity(edge.subject)) skos:broader \(entity(edge.object)) .\n" }
    return output
  }

  private func statement(_ edge: ExportGraph.Edge) -> String {
    var lines = [
      "a rdf:Statement", "rdf:subject \(entity(edge.subject))", "rdf:predicate r:\(edge.type.rawValue)",
      "rdf:object \(entity(edge.object))", "ng:standing \(literal(edge.standing.rawValue))",
      "ng:belief \"\(edge.belief.digits)\"^^xsd:decimal", "ng:denial \"\(edge.denial.digits)\"^^xsd:decimal",
      "ng:affirmingSources \(edge.affirmingSources)", "ng:denyingSources \(edge.denyingSources)",
    ]
    lines += edge.evidence.map { "prov:wasDerivedFrom \(evidence($0))" }
    return "<\(Self.iri("statement", edge.key))> \(lines.joined(separator: " ;\n  ")) .\n"
  }

  private func evidence(_ evidence: GraphEvidence) -> String {
    let parts = [
      "a prov:Entity", "prov:value \(literal(evidence.place.text))",
      "prov:wasQuotedFrom <\(Self.iri("document", evidence.document.source))>",
      "ng:polarity \(literal(evidence.polarity.rawValue))", "ng:certainty \(literal(evidence.certainty.rawValue))",
      "ng:section \(literal(evidence.place.section))", "ng:rule \(literal(evidence.place.rule))",
      "ng:start \(evidence.place.start)", "ng:end \(evidence.place.end)",
    ]
    return "[ \(parts.joined(separator: " ; ")) ]"
  }

  private func document(_ document: GraphDocument) -> String {
    var lines = [
      "a prov:Entity", "dcterms:identifier \(literal(document.doc))", "dcterms:source \(literal(document.source))",
      "dcterms:title \(literal(document.title))",
    ]
    if let day = document.published { lines.append("dcterms:issued \(literal(day))") }
    return "<\(Self.iri("document", document.source))> \(lines.joined(separator: " ;\n  ")) .\n"
  }

  private func entity(_ id: String) -> String { "<\(Self.iri("entity", id))>" }

  /// A URN whose last part is percent-encoded but for the characters that RFC 3986 leaves alone.
  private static func iri(_ kind: String, _ text: String) -> String {
    var result = "urn:nutrigraph:\(kind):"
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: ":"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  /// Where the vocabularies of cross-references publish their terms.
  private static let namespaces = [
    "MESH": "http://id.nlm.nih.gov/mesh/", "CHEBI": "http://purl.obolibrary.org/obo/CHEBI_",
    "GO": "http://purl.obolibrary.org/obo/GO_", "FOODON": "http://purl.obolibrary.org/obo/FOODON_",
    "UBERON": "http://purl.obolibrary.org/obo/UBERON_", "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
  ]

  /// Nil for a prefix that is not known and for a local part that is not plain.
  private static func iri(ofCURIE id: String) -> String? {
    let parts = id.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let namespace = namespaces[parts[0].uppercased()],
      parts[1].utf8.allSatisfy({
        $0 < 128 && ($0 == 95 || Unicode.Scalar($0).properties.isAlphabetic || (48...57) ~= $0)
      })
    else { return nil }
    return namespace + parts[1]
  }

  /// A quoted literal with the escapes of Turtle.
  private func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
