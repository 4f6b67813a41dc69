public import GraphQuery
public import GraphStore
import Ontology

extension OpenGraph {
  /// Loads what reading questions needs; the result answers any number of them.
  public func answerer() throws -> QuestionAnswerer<GraphStore> {
    try QuestionAnswerer(source: store, schema: Schema.bundled(), grammar: QuestionGrammar.bundled())
  }
}
