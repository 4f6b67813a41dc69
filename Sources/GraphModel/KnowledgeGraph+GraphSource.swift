import Ontology

extension KnowledgeGraph: GraphSource {
  public func counts() -> GraphCounts {
    GraphCounts(
      documents: documents.count, entities: entities.count, relations: relations.count, evidence: evidence.count)
  }

  public func entities(named name: String) -> [EntityIndex] { names.entities(NameKey(name)) }

  /// Complexity: O(log *n*).
  public func entity(withID id: String) -> EntityIndex? {
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entities.count && entities[low].id == id ? low : nil
  }

  public func entity(at index: EntityIndex) -> Entity { entities[index] }

  public func allEntities() -> [EntityIndex] { Array(entities.indices) }

  public func heads() -> [EntityHead] {
    entities.enumerated().map { EntityHead(index: $0, id: $1.id, type: $1.type, name: $1.name) }
  }

  public func relations(of entity: EntityIndex, _ direction: Direction) -> [Relation] {
    let outgoing = relations[Int(outgoingStart[entity])..<Int(outgoingStart[entity + 1])]
    let reaching = incoming[Int(incomingStart[entity])..<Int(incomingStart[entity + 1])].map { relations[Int($0)] }
    switch direction {
    case .outgoing: return Array(outgoing)
    case .incoming: return reaching
    case .both: return outgoing + reaching.filter { $0.subject != entity }
    }
  }

  public func relation(at index: RelationIndex) -> Relation { relations[index] }

  public func allRelations() -> [Relation] { relations }

  public func evidence(of relation: RelationIndex) -> [GraphEvidence] {
    evidence[Int(evidenceStart[relation])..<Int(evidenceStart[relation + 1])].map { piece in
      let document = Int(piece.document)
      return GraphEvidence(
        document: documents[document], group: documents[groups[document]].source, polarity: piece.polarity,
        certainty: piece.certainty, confidence: piece.confidence, place: piece.place)
    }
  }

  public func forEachName(_ body: (String, EntityIndex) throws -> Void) rethrows {
    for (index, entity) in entities.enumerated() {
      try body(entity.name, index)
      for alias in entity.aliases { try body(alias, index) }
    }
  }
}
