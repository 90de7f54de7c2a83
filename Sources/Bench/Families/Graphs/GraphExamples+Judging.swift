import Data
import Judging
import Reports
import Results
import Seeds
import Training

extension GraphExamples: JudgedExamples {
  package func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    .graphs(split, predictions: predictions, seed: seed)
  }

  package func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    predictions.map(unanswered(count: count, seed: seed).answered)
  }

  package func unanswered(count: Int, seed: Seed) -> Evaluation {
    evaluation(of: Array(repeating: 0, count: count), count: count, seed: seed)
  }

  package var sizeAttribute: String { "n" }
  package var reportedSlices: [Slice] { reading == .search ? Slice.ofSearches : Slice.ofGraphs }
  package var watchedSlices: [Slice] { Slice.byPathLength }

  package func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    // Where nothing but d(1,2) is asked, it is the answer, and no floor.
    split.target == .fixed(2) ? [.bestConstant] : [.bestConstant, .attribute("d12", label: "always d(1,2)")]
  }

  package func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    let example = split.examples(index..<index + 1, seed: seed)[0]
    return ExampleSketch(
      question: "distance from 1 to \(example.target) among \(example.graph.vertexCount) vertices",
      drawing: .graph(GraphDrawing(of: example)))
  }
}

extension GraphExamples: ExchangedExamples {
  package static var exchanged: [Examples] { GraphSplit.all.map { .graphs($0) } }
  package static var sampleLine: String { GraphSplit.sampleLine }
  package var answerForm: PredictedAnswer.Form { .number }
  package static var metrics: [Metric] { [.squaredError, .absoluteError, .roundedAccuracy] }

  package func reading(_ other: GraphExamples) -> GraphExamples? {
    let sizes = other.split.sizes
    let isReadable =
      switch reading {
      case .edges, .renamedEdges: sizes.upperBound < GraphExample.targetToken
      case .vertices, .linkedVertices: true
      case .search: sizes == split.sizes && other.split.target == split.target
      }
    return isReadable ? GraphExamples(split: other.split, reading: reading) : nil
  }

  package func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] { split.jsonLines(indices, seed: seed) }
  package func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] { split.columns(indices, seed: seed) }

  package func evaluation(of answers: [PredictedAnswer], from first: Int, seed: Seed) -> Evaluation {
    .graphs(split, predictions: answers.map(\.number), from: first, seed: seed)
  }
}
