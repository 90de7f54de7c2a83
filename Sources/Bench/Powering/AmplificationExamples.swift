import Data
import Learning
import Seeds

/// Contexts of permutations with questions; what a system that trained by amplification is asked about them. They never
/// leave the program: nobody else has the system.
package struct AmplificationExamples: TaskExamples {
  let split: PowerSplit
  let measure: AmplificationMeasure

  static var family: String { "permutations" }
  var name: String { "\(split.name) \(measure.name)" }
  var revision: Int { split.revision }

  func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    precondition(most == nil, "The answers of \(name) are symbols, and none is larger.")
    return PowerContextSource(split: split, seed: seed)
  }

  func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    measure.isAboutQuestions
      ? split.questionKeys(indices, seed: seed).map { .power($0) } : indices.map { .row($0) }
  }

  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    .amplification(split, measure, predictions: predictions, count: count, seed: seed)
  }

  func unanswered(count: Int, seed: Seed) -> Evaluation {
    evaluation(of: Array(repeating: 0, count: measure.numberCount(rows: count)), count: count, seed: seed)
  }

  var sizeAttribute: String {
    switch measure {
    case .theory: "depth"
    case .order: "pair"
    case .log: "seen"
    default: "n"
    }
  }

  var reportedSlices: [Slice] {
    switch measure {
    case .order, .log: [.everything]
    default: Slice.ofAmplification
    }
  }

  var watchedSlices: [Slice] { Slice.ofAmplification }

  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    let anySymbol = TrivialPredictor.constant(1 / Double(split.sizes.upperBound + 1))
    return switch measure {
    case .order: [.attribute("coin", label: "a coin")]
    case .theory: [anySymbol]
    // Up to the trained bits, cutting to them is the truth.
    default:
      [.attribute("identity", label: "identity"), anySymbol]
        + (split.depths.lowerBound > PowerSplit.trainedBits
          ? [.attribute("truncated", label: "truncation to \(PowerSplit.trainedBits) bits")] : [])
    }
  }

  var questionsAtOnce: Int { split.questionCount(size: split.sizes.upperBound) }

  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    guard measure.isAboutQuestions else { return ExampleSketch(question: "row \(index)", drawing: nil) }
    let example = split.example(at: index / questionsAtOnce, seed: seed)
    return ExampleSketch(
      question: "\(example.questions[index % questionsAtOnce]) where \(example.context)", drawing: nil)
  }
}

extension Examples {
  package static func amplification(_ split: PowerSplit, _ measure: AmplificationMeasure) -> Examples {
    .ofAmplification(AmplificationExamples(split: split, measure: measure))
  }
}
