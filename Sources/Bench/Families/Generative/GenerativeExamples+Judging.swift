import Data
import Judging
import Seeds
import Training

extension Metric {
  /// The mean over sequences of how much the network's probabilities lack, in nats: the reducible loss.
  package static let reducibleLoss = Metric("reducible loss", .absoluteDifference)
}

/// A row a sequence. Truths are 0, predictions the divergence of the network's probabilities from the exact ones, over the whole
/// sequence. Column: `length`, in tokens.
extension GenerativeExamples: JudgedExamples {
  package func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    let answers = GenerativeAnswers(numbers: predictions, partCount: sequences.parts.count)
    precondition(answers.count == count, "\(answers.count) sequences were answered, and \(count) asked.")
    return evaluation(lacking: answers.divergences.map { Float($0) }, seed: seed)
  }

  package func unanswered(count: Int, seed: Seed) -> Evaluation {
    evaluation(lacking: Array(repeating: 0, count: count), seed: seed)
  }

  private func evaluation(lacking nats: [Float], seed: Seed) -> Evaluation {
    let asked = sequences(nats.indices, seed: seed)
    return Evaluation(
      split: name, truths: asked.map { _ in 0 }, predictions: nats,
      attributes: [Evaluation.Attribute("length", asked.map { Int32($0.tokens.count) })], quantity: "nats")
  }

  package var sizeAttribute: String { "length" }
  package var reportedSlices: [Slice] { [.everything] }
  package var watchedSlices: [Slice] { [.everything] }

  /// Every token with the same probability, at each place.
  package func trivialPredictors(for metric: Metric) -> [TrivialPredictor] { [] }

  package func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    let sequence = sequences(index..<index + 1, seed: seed)[0]
    let told = sequence.places.map { sequence.tokens[$0].map(String.init).joined(separator: " ") }
    return ExampleSketch(question: told.joined(separator: " | "))
  }
}
