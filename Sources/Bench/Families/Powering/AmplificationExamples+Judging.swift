import Data
import Judging
import Reports
import Seeds
import Training

extension AmplificationExamples: JudgedExamples {
  package func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    .amplification(
      split, measure, AmplificationAnswers(measure, numbers: predictions), count: count, seed: seed)
  }

  package func unanswered(count: Int, seed: Seed) -> Evaluation {
    .amplification(split, measure, .nothing(measure, split, rows: count), count: count, seed: seed)
  }

  package var sizeAttribute: String {
    switch measure {
    case .theory: "depth"
    case .order: "pair"
    case .log: "seen"
    default: "n"
    }
  }

  package var reportedSlices: [Slice] {
    switch measure {
    case .order, .log: [.everything]
    default: Slice.ofAmplification
    }
  }

  package var watchedSlices: [Slice] { Slice.ofAmplification }

  package func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
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

  package func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    guard measure.isAboutQuestions else { return ExampleSketch(question: "row \(index)", drawing: nil) }
    let example = split.example(at: index / questionsAtOnce, seed: seed)
    return ExampleSketch(
      question: "\(example.questions[index % questionsAtOnce]) where \(example.context)", drawing: nil)
  }
}
