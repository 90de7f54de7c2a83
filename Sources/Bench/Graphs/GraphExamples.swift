import Data
import Learning
import Reports
import Seeds

/// Graphs of a split, as one of the networks reads them.
package struct GraphExamples: ExchangedExamples {
  package enum Reading: Sendable, Hashable {
    /// A token an edge, as the seed reads them.
    case edges
    /// The same under other numbers of the vertices, so that small graphs have large ones.
    case renamedEdges
    /// A token a vertex and a link an edge. Where vertices are named, their numbers are seen too.
    case vertices(named: Bool)
    /// A token a vertex, which knows its neighbours, and one for the answer: of graphs of one size.
    case search
  }

  let split: GraphSplit
  let reading: Reading

  static var family: String { "graphs" }
  var name: String { split.name }
  var revision: Int { split.revision }

  func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    switch reading {
    case .edges: return GraphSource(split: split, seed: seed, labelsAtMost: most)
    case .renamedEdges: return GraphSource(split: split, isRenamed: true, seed: seed, labelsAtMost: most)
    case .vertices(let isNamed): return VertexSource(split: split, isNamed: isNamed, seed: seed, labelsAtMost: most)
    case .search:
      precondition(most == nil, "The labels of \(name) are those of the search.")
      return SearchSource(split: split, seed: seed)
    }
  }

  func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    split.examples(indices, seed: seed).map { .graph($0.canonicalForm) }
  }

  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    .graphs(split, predictions: predictions, seed: seed)
  }

  func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    predictions.map(unanswered(count: count, seed: seed).answered)
  }

  func unanswered(count: Int, seed: Seed) -> Evaluation {
    evaluation(of: Array(repeating: 0, count: count), count: count, seed: seed)
  }

  var sizeAttribute: String { "n" }
  var reportedSlices: [Slice] { reading == .search ? Slice.ofSearches : Slice.ofGraphs }
  var watchedSlices: [Slice] { Slice.byPathLength }

  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    // Where nothing but d(1,2) is asked, it is the answer, and no floor.
    split.target == .fixed(2) ? [.bestConstant] : [.bestConstant, .attribute("d12", label: "always d(1,2)")]
  }

  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    let example = split.examples(index..<index + 1, seed: seed)[0]
    return ExampleSketch(
      question: "distance from 1 to \(example.target) among \(example.graph.vertexCount) vertices",
      drawing: .graph(GraphDrawing(of: example)))
  }

  static var sampleLine: String { GraphSplit.sampleLine }
  static var answerForm: PredictedAnswer.Form { .number }
  static var metrics: [Metric] { [.squaredError, .absoluteError, .roundedAccuracy] }

  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] { split.jsonLines(indices, seed: seed) }
  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] { split.columns(indices, seed: seed) }
}

extension Examples {
  package static func graphs(_ split: GraphSplit) -> Examples {
    .ofGraphs(GraphExamples(split: split, reading: .edges))
  }

  package static func renamedGraphs(_ split: GraphSplit) -> Examples {
    .ofGraphs(GraphExamples(split: split, reading: .renamedEdges))
  }

  package static func vertices(_ split: GraphSplit, named isNamed: Bool = false) -> Examples {
    .ofGraphs(GraphExamples(split: split, reading: .vertices(named: isNamed)))
  }

  package static func searches(_ split: GraphSplit) -> Examples {
    .ofGraphs(GraphExamples(split: split, reading: .search))
  }
}
