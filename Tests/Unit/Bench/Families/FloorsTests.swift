import Data
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// What a network must beat, family by family: a floor swapped for another one would let networks pass that learned nothing.
@Suite struct FloorsTests {
  private static let d12 = TrivialPredictor.attribute("d12", label: "always d(1,2)")
  private static let identity = TrivialPredictor.attribute("identity", label: "identity")
  private static let truncated = TrivialPredictor.attribute("truncated", label: "truncation to 3 bits")

  @Test func ofGraphs() {
    func floors(_ split: GraphSplit) -> [TrivialPredictor] {
      Examples.graphs(split).trivialPredictors(for: .squaredError)
    }
    #expect(floors(.onPathAnyTarget) == [.bestConstant, Self.d12])
    // Where nothing but d(1,2) is asked, it is the answer.
    #expect(floors(.train) == [.bestConstant])
  }

  @Test(arguments: [
    (Metric.exactPath, "walk-exact", "random walk"), (.shortestPath, "walk-shortest", "random walk"),
    (.validPath, "walk-valid", "random walk"), (.reachedTarget, "walk-reaches", "random walk"),
    (.legalSteps, "walk-legal", "random walk"), (.rightForks, "turn", "random walk"), (.firstCell, "guess", "any cell"),
  ])
  func ofMazes(metric: Metric, column: String, label: String) {
    #expect(
      Examples.mazeFields(.heldOut4, unreachable: 25).trivialPredictors(for: metric) == [
        .attribute(column, label: label)
      ])
  }

  @Test func ofPowers() {
    func floors(_ split: PowerSplit) -> [TrivialPredictor] {
      Examples.powers(split).trivialPredictors(for: .exactMatch)
    }
    #expect(floors(.heldOutPermutations) == [Self.identity])
    #expect(floors(.depth4) == [Self.identity, Self.truncated])
  }

  @Test func ofAmplification() {
    func floors(_ split: PowerSplit, _ measure: AmplificationMeasure) -> [TrivialPredictor] {
      Examples.amplification(split, measure).trivialPredictors(for: .greedyAccuracy)
    }
    #expect(floors(.tiny, .average) == [Self.identity, .constant(0.2)])
    #expect(floors(.eightHeldOut(4), .average) == [Self.identity, .constant(1.0 / 9), Self.truncated])
    #expect(floors(.tiny, .order) == [.attribute("coin", label: "a coin")])
    #expect(floors(.tiny, .theory(failureRate: 0.1)) == [.constant(0.2)])
  }

  /// A floor's column holds what its label says.
  @Test func columnsAreWhatTheyAreCalled() {
    let seed = Seed(root: 5)
    let graphs = Examples.graphs(.onPathAnyTarget).unanswered(count: 200, seed: seed)
    let (d12, labels) = (graphs.attribute("d12").values, graphs.attribute("label").values)
    let toTwo = graphs.rows(in: .of("t", 2...2))
    #expect(!toTwo.isEmpty && toTwo.allSatisfy { d12[$0] == labels[$0] } && d12 != labels)
    let examples = PowerSplit.depth4.examples(0..<50, seed: seed)
    let powers = Examples.powers(.depth4).unanswered(count: 50, seed: seed)
    for (name, predictor) in [("identity", PowerPredictor.identity), ("truncated", .truncation(bits: 3))] {
      let expected = examples.map { Int32(predictor.answer(to: $0.questions[0], in: $0.context).element!) }
      #expect(powers.attribute(name).values == expected)
    }
  }
}
