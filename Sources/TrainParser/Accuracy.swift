import Linguistics

/// Accuracy of a network over gold tokens, in percent.
struct Accuracy: CustomStringConvertible {
  var upos = 0.0
  var xpos = 0.0
  var unlabelled = 0.0
  var labelled = 0.0

  init(of network: Network, on examples: [Example]) {
    var words = 0
    for example in examples {
      let analysis = network.analyze(rows: example.rows, sentences: [0..<example.count])
      words += example.count
      for word in 0..<example.count {
        if analysis.upos[word].rawValue == example.upos[word] { upos += 1 }
        if analysis.xpos[word].rawValue == example.xpos[word] { xpos += 1 }
        guard analysis.heads[word] + 1 == example.heads[word] else { continue }
        unlabelled += 1
        let gold = DependencyRelation(rawValue: example.relations[word])
        if analysis.relations[word].universal == gold.universal { labelled += 1 }
      }
    }
    for path in [\Accuracy.upos, \.xpos, \.unlabelled, \.labelled] { self[keyPath: path] *= 100 / Double(words) }
  }

  var description: String {
    func two(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    return "UPOS \(two(upos)) XPOS \(two(xpos)) UAS \(two(unlabelled)) LAS \(two(labelled))"
  }
}
