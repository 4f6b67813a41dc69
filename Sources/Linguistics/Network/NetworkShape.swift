/// The sizes of the tagging and parsing network and where each of its weights lies in one flat array.
///
/// To a word's vector (the sum of the embeddings of its form and parts) a convolution adds what it makes of the word and
/// its two neighbours. `layers` bidirectional simple recurrent layers follow; the first half of the channels reads
/// forward, the second half backward. One linear map then yields the scores of the tags and four projections: a word as
/// dependent and as head, for arcs and for relations.
package struct NetworkShape: Sendable, Hashable {
  /// Channels of a word vector, a multiple of 16.
  package var width: Int
  package var layers: Int
  /// Channels of the arc projections, a multiple of 8.
  package var arc: Int
  /// Channels of the relation projections, a multiple of 8.
  package var relation: Int

  package init(width: Int, layers: Int, arc: Int, relation: Int) {
    self.width = width
    self.layers = layers
    self.arc = arc
    self.relation = relation
  }

  package static let uposCount = UPOS.allCases.count
  package static let xposCount = PennTag.names.count
  package static let relationCount = DependencyRelation.names.count
  /// Tag counts rounded up to whole panels.
  package static let uposSlots = padded(uposCount)
  package static let xposSlots = padded(xposCount)
  package static let relationSlots = padded(relationCount)

  private static func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 }

  // Columns of the output map.
  package var dependentColumn: Int { 0 }
  package var headColumn: Int { arc }
  package var relationDependentColumn: Int { 2 * arc }
  package var relationHeadColumn: Int { 2 * arc + relation }
  package var uposColumn: Int { 2 * arc + 2 * relation }
  package var xposColumn: Int { uposColumn + Self.uposSlots }
  package var outputs: Int { xposColumn + Self.xposSlots }

  /// 3 width x width: the word before, the word, the word after.
  package var convolution: Int { 0 }
  package var convolutionBias: Int { 3 * width * width }
  private var firstLayer: Int { convolutionBias + width }

  /// Weights of one recurrent layer.
  package struct Layer {
    /// width x 3 width: candidate, forget gate, highway gate.
    package var input: Int
    /// Weights of the previous state in the forget and the highway gate.
    package var forgetState: Int
    package var highwayState: Int
    package var forgetBias: Int
    package var highwayBias: Int
  }

  private var layerSize: Int { width * 3 * width + 4 * width }

  package func layer(_ index: Int) -> Layer {
    let start = firstLayer + index * layerSize
    let state = start + width * 3 * width
    return Layer(
      input: start, forgetState: state, highwayState: state + width, forgetBias: state + 2 * width,
      highwayBias: state + 3 * width)
  }

  /// width x outputs.
  package var output: Int { firstLayer + layers * layerSize }
  package var outputBias: Int { output + width * outputs }
  /// What stands for the root as head of an arc and of a relation.
  package var rootHead: Int { outputBias + outputs }
  package var rootRelation: Int { rootHead + arc }
  /// arc x arc, from dependent to head.
  package var arcs: Int { rootRelation + relation }
  /// How likely a word is a head at all.
  package var headBias: Int { arcs + arc * arc }
  /// relation x relationSlots.
  package var relations: Int { headBias + arc }
  package var relationBias: Int { relations + relation * Self.relationSlots }
  /// Number of weights besides the embeddings.
  package var count: Int { relationBias + Self.relationSlots }
}
