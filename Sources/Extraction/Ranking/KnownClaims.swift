package import Ontology

/// In how many articles two things are said to be related: what is often said is more probably meant here, too.
///
/// Counts come from annotated articles and from the claims that an earlier extractor read in many others. That many sources
/// repeat a statement is the best sign of its truth that unannotated text gives (Downey, Etzioni and Soderland 2005,
/// "A probabilistic model of redundancy in information extraction"). A claim is never made from counts alone: they only
/// weigh what a sentence might say.
package struct KnownClaims: Sendable {
  /// The articles of one source that relate two things.
  package struct Counts: Sendable, Hashable {
    /// By the relation in question.
    package var same = 0
    /// By any relation, each counted.
    package var any = 0
    /// The other way round, by any relation.
    package var reverse = 0

    package init(same: Int = 0, any: Int = 0, reverse: Int = 0) {
      (self.same, self.any, self.reverse) = (same, any, reverse)
    }
  }

  /// The counts of annotated articles and those of others that were only read.
  package struct BySource: Sendable, Hashable {
    package var annotated: Counts
    package var read: Counts

    package init(annotated: Counts, read: Counts) { (self.annotated, self.read) = (annotated, read) }
  }

  fileprivate struct Row {
    var relation: UInt8
    /// How many articles say so: annotated ones, and others that were only read.
    var annotated: Int32
    var read: Int32
  }

  private var rows: [Row] = []
  /// The rows of each ordered pair, by ``key(of:_:)``.
  private var rowsOfPair: [UInt64: Range<Int32>] = [:]

  /// Knows nothing, for training.
  init() {}

  /// Reads "subject TAB relation TAB object TAB annotated articles TAB other articles", sorted so that the lines of a pair
  /// stand together. Names are lower case.
  ///
  /// - Throws: `ExtractionDataError` for any other line.
  init(tsv: [UInt8], file: String, schema: SchemaIndex) throws {
    var last: UInt64?
    for (number, line) in tsv.split(separator: UInt8(ascii: "\n")).enumerated() where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count == 5, let relation = schema.number(of: RelationType(rawValue: Self.text(fields[1]))),
        let annotated = Int32(Self.text(fields[3])), let read = Int32(Self.text(fields[4]))
      else {
        throw ExtractionDataError(
          "\(file):\(number + 1): expected a subject, a relation, an object and two counts, parted by tabs; "
            + "train the model again.")
      }
      let key = Self.key(of: HashedFeature(name: fields[0]).hash, HashedFeature(name: fields[2]).hash)
      let start = key == last ? rowsOfPair[key]?.lowerBound ?? 0 : Int32(rows.count)
      rows.append(Row(relation: UInt8(relation), annotated: annotated, read: read))
      rowsOfPair[key] = start..<Int32(rows.count)
      last = key
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  var isEmpty: Bool { rows.isEmpty }

  /// What a name is looked up by.
  static func hash(of name: String) -> UInt64 { HashedFeature(name: name.lowercased().utf8).hash }

  private static func key(of subject: UInt64, _ object: UInt64) -> UInt64 {
    (subject ^ 0x9e37_79b9_7f4a_7c15) &* 0x100_0000_01b3 ^ object
  }

  /// What is known of an ordered pair of things.
  struct Pair {
    fileprivate var forward: ArraySlice<Row>
    fileprivate var backward: ArraySlice<Row>

    /// The counts of a relation in annotated and in other articles. O(relations of the pair).
    func counts(of relation: Int) -> BySource {
      var (annotated, read) = (Counts(), Counts())
      for row in forward {
        annotated.any += Int(row.annotated)
        read.any += Int(row.read)
        guard row.relation == relation else { continue }
        annotated.same += Int(row.annotated)
        read.same += Int(row.read)
      }
      for row in backward {
        annotated.reverse += Int(row.annotated)
        read.reverse += Int(row.read)
      }
      return BySource(annotated: annotated, read: read)
    }
  }

  /// - Parameters: the names' ``hash(of:)``. O(1).
  func pair(subject: UInt64, object: UInt64) -> Pair {
    Pair(forward: rows(subject, object), backward: rows(object, subject))
  }

  private func rows(_ subject: UInt64, _ object: UInt64) -> ArraySlice<Row> {
    guard let range = rowsOfPair[Self.key(of: subject, object)] else { return [] }
    return rows[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  // MARK: - Features

  /// The features of a hypothesis that speak of what is known of its pair, in a fixed order.
  ///
  /// - Parameter counts: the counts without the article that is being read.
  static func forEachFeature<Feature: FeatureKey>(
    of counts: BySource, relation: FeatureSuffix, _ body: (Feature) -> Void
  ) {
    forEachFeature(of: counts.annotated, in: "annotated", relation: relation, body)
    forEachFeature(of: counts.read, in: "read", relation: relation, body)
  }

  private static func forEachFeature<Feature: FeatureKey>(
    of counts: Counts, in source: String, relation: FeatureSuffix, _ body: (Feature) -> Void
  ) {
    let known: Feature = feature("known", source, bucket(counts.same))
    let reverse: Feature = feature("knownReverse", source, bucket(counts.reverse), bucket(counts.any))
    body(known)
    body(known.with(relation: relation))
    body(reverse)
    body(reverse.with(relation: relation))
    body(feature("knownAny", source, bucket(counts.same), bucket(counts.any)))
    guard counts.any > 0 else { return }
    body(feature("knownShare", source, quarters[4 * counts.same / counts.any]))
  }

  private static func feature<Feature: FeatureKey>(
    _ name: StaticString, _ source: String, _ first: String, _ second: String? = nil
  ) -> Feature {
    var feature = Feature(name)
    feature.add(source)
    feature.add(first)
    if let second { feature.add(second) }
    return feature
  }

  /// The names of the features of ``forEachFeature(of:relation:_:)``, for training.
  package static func featureNames(of counts: BySource, relation: RelationType) -> [String] {
    var names: [String] = []
    forEachFeature(of: counts, relation: FeatureSuffix(relation.rawValue)) { (feature: NamedFeature) in
      if let name = feature.name { names.append(name) }
    }
    return names
  }

  private static let quarters = ["0", "1", "2", "3", "4"]

  private static func bucket(_ count: Int) -> String {
    switch count {
    case 0: "0"
    case 1: "1"
    case 2: "2"
    case ..<5: "3"
    case ..<10: "5"
    default: "10"
    }
  }
}
