import Data
import Learning
import Seeds
import Testing

@testable import Training

@Suite struct GenerativeExamplesTests {
  private let examples = GenerativeExamples(GenerativeMazes(rows: 2, columns: 3))
  private let seed = Seed(root: 18)

  /// Each place is answered by its own token, and reads those before it alone.
  @Test func everyTokenIsForetold() {
    var batch = Batch(idsPerToken: 1)
    examples.source(seed: seed, labelsAtMost: nil).append(3..<5, to: &batch)
    let sequences = examples.sequences(3..<5, seed: seed)
    #expect(batch.classes == sequences.flatMap { $0.tokens.map { Int32($0) } })
    #expect(batch.ids == sequences.flatMap { [6] + $0.tokens.dropLast().map { Int32($0) } })
    #expect(batch.starts == [0, Int32(sequences[0].tokens.count), Int32(sequences.reduce(0) { $0 + $1.tokens.count })])
  }

  @Test func examplesDependOnTheirIndexAlone() {
    #expect(examples.sequences(0..<9, seed: seed)[7] == examples.sequences(7..<8, seed: seed)[0])
    #expect(examples.keys(2..<4, seed: seed)[1] == examples.keys(3..<4, seed: seed)[0])
    #expect(examples.fingerprint(seed: seed, count: 9) != examples.fingerprint(seed: seed.child(1), count: 9))
  }

  /// Logits that are the logarithms of the exact probabilities lack nothing, and others lack what the definition says.
  /// Logits are floats: 17 places, each within some 1e-7.
  @Test func divergencesAreThoseOfTheDefinition() {
    let mazes = examples.sequences
    for sequence in examples.sequences(0..<20, seed: seed) {
      let exact = mazes.conditionals(of: sequence)
      let blind = mazes.cycleBlindConditionals(of: sequence)
      var (same, other, surprise) = (0.0, 0.0, 0.0)
      for (token, (exact, blind)) in zip(sequence.tokens, zip(exact, blind)) {
        same += GenerativeAnswers.Place(logits: logits(exact), token: token, exact: exact).divergence
        let place = GenerativeAnswers.Place(logits: logits(blind), token: token, exact: exact)
        #expect(place.divergence > -1e-6)
        other += place.divergence
        surprise += place.surprise
      }
      #expect(abs(same) < 1e-5)
      #expect(other > 0)
      #expect(abs(surprise - mazes.cycleBlindEntropy) < 1e-5)
    }
  }

  /// Over all sequences the divergence of the cycle-blind is what their entropy lacks: with 2,000 of them, within four
  /// standard errors.
  @Test func theMeanDivergenceIsTheDifferenceOfEntropies() {
    let mazes = examples.sequences
    let divergences = examples.sequences(0..<2_000, seed: seed).map { sequence in
      zip(mazes.conditionals(of: sequence), mazes.cycleBlindConditionals(of: sequence)).reduce(0) { sum, place in
        sum + GenerativeAnswers.Place(logits: logits(place.1), token: 0, exact: place.0).divergence
      }
    }
    let expected = mazes.cycleBlindEntropy - mazes.entropy
    #expect(abs(divergences.mean - expected) < 4 * divergences.standardErrorOfMean)
    #expect(divergences.standardErrorOfMean < expected / 20)
  }

  @Test func numbersAreByPart() {
    let answers = GenerativeAnswers(numbers: [1, 2, 3, 10, 20, 30, 4, 5, 6, 40, 50, 60], partCount: 3)
    #expect(answers.count == 2)
    #expect(answers.divergences(ofPart: 1) == [2, 5])
    #expect(answers.surprises(ofPart: 2) == [30, 60])
    #expect(answers.divergences == [6, 15])
    #expect(answers.surprises == [60, 150])
  }

  /// A network before training is about as surprised as by tokens of which each is as probable.
  @Test func aNetworkIsAsked() {
    let model = examples.sequences.network(width: 8)
    let values = ModelValues(parameters: FirstWeights.drawn.values(of: model, seed: seed))
    let answers = GenerativeAnswers(of: model, values, to: examples, count: 50, seed: seed)
    #expect(answers.count == 50)
    #expect(answers.numbers == examples.answers(of: model, values, count: 50, seed: seed))
    let surprise = answers.surprises.mean
    #expect(abs(answers.divergences.mean + examples.sequences.entropy - surprise) < 3)
    #expect(surprise > examples.sequences.entropy)
  }

  @Test func divergedNetworksLackEverything() {
    let model = examples.sequences.network(width: 8)
    let values = ModelValues(parameters: Array(repeating: .nan, count: model.layout.count))
    let answers = GenerativeAnswers(of: model, values, to: examples, count: 2, seed: seed)
    #expect(answers.numbers.allSatisfy { $0.isNaN })
  }

  /// Against the platform's, within two units in the last place; it is pinned elsewhere by what is computed with it.
  @Test func exponentials() {
    #expect(Double.exponential(0) == 1)
    #expect(Double.exponential(-1e6) == 0)
    #expect(abs(Double.exponential(1) / 2.718281828459045 - 1) < 4.5e-16)
    #expect(abs(Double.exponential(-20.5) / 1.2501528663867426e-09 - 1) < 1e-15)
    #expect(Double.exponential(.nan).isNaN)
  }

  /// The logarithms; where a probability is 0, so small that nothing is left of it.
  private func logits(_ probabilities: [Double]) -> ArraySlice<Float> {
    probabilities.map { $0 > 0 ? Float(Entropy.logarithm($0)) : -200 }[...]
  }
}
