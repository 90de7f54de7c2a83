import Data
import Learning
import Seeds

/// What a network's probabilities lack, as a run keeps it: for each sequence two numbers a part, in nats. Where the network
/// diverged they are NaN.
///
/// * Its divergence: that of the network's probabilities from the exact ones, summed over the part's places. Its mean over
///   sequences is the reducible loss, without the chance of which tokens came.
/// * Its surprise: minus the logarithm of the network's probability of the tokens that came. Its mean is the loss, and no
///   network's is below the entropy but by chance.
package struct GenerativeAnswers {
  package let partCount: Int
  /// `[sequences, 2, parts]`
  package let numbers: [Float]

  package init(numbers: [Float], partCount: Int) {
    precondition(
      partCount > 0 && numbers.count % (2 * partCount) == 0,
      "\(numbers.count) numbers are not two for each of \(partCount) parts.")
    (self.numbers, self.partCount) = (numbers, partCount)
  }

  package var count: Int { numbers.count / (2 * partCount) }

  /// Of each sequence.
  package func divergences(ofPart part: Int) -> [Double] { column(part) }

  package func surprises(ofPart part: Int) -> [Double] { column(partCount + part) }

  /// Of each sequence as a whole.
  package var divergences: [Double] { sum(divergences(ofPart:)) }
  package var surprises: [Double] { sum(surprises(ofPart:)) }

  private func column(_ place: Int) -> [Double] {
    stride(from: place, to: numbers.count, by: 2 * partCount).map { Double(numbers[$0]) }
  }

  private func sum(_ column: (Int) -> [Double]) -> [Double] {
    (1..<partCount).reduce(column(0)) { sums, part in zip(sums, column(part)).map { $0 + $1 } }
  }
}

extension GenerativeAnswers {
  init<Sequences>(
    of model: Architecture, _ values: ModelValues, to examples: GenerativeExamples<Sequences>, count: Int, seed: Seed
  ) {
    let width = examples.sequences.vocabulary
    let logits = model.predictor(values).predictions(
      for: 0..<count, of: examples.source(seed: seed, labelsAtMost: nil))
    var row = 0
    let numbers = examples.sequences(0..<count, seed: seed).flatMap { sequence in
      let exact = examples.sequences.conditionals(of: sequence)
      let places = zip(sequence.tokens, exact).map { token, exact in
        defer { row += 1 }
        return Place(logits: logits[row * width..<(row + 1) * width], token: token, exact: exact)
      }
      let parts = sequence.places
      return parts.map { Float(places[$0].reduce(0) { $0 + $1.divergence }) }
        + parts.map { Float(places[$0].reduce(0) { $0 + $1.surprise }) }
    }
    self.init(numbers: numbers, partCount: examples.sequences.parts.count)
  }

  /// What is lacking at one place, in double precision.
  struct Place {
    let divergence: Double
    let surprise: Double

    init(logits: ArraySlice<Float>, token: Int, exact: [Double]) {
      let first = logits.startIndex
      guard logits.allSatisfy(\.isFinite), let largest = logits.max() else {
        (divergence, surprise) = (.nan, .nan)
        return
      }
      let whole = logits.reduce(0) { $0 + Double.exponential(Double($1) - Double(largest)) }
      let logarithm = Double(largest) + Entropy.logarithm(whole)
      divergence = exact.indices.reduce(0) { sum, place in
        guard exact[place] > 0 else { return sum }
        return sum + exact[place] * (Entropy.logarithm(exact[place]) - (Double(logits[first + place]) - logarithm))
      }
      surprise = logarithm - Double(logits[first + token])
    }
  }
}
