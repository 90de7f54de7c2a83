import Data
import Learning

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// An experiment that trains in milliseconds: distances in graphs of 3 to 5 vertices, in two stages.
enum TinyExperiment {
  static let model = EncoderShape(
    vocabulary: 17, idsPerToken: 2, combination: .sum, width: 8, layerCount: 1, headCount: 2, hiddenWidth: 12,
    activation: .gelu, normOrder: .post, outputs: 1)

  static func split(
    _ sizes: ClosedRange<Int> = 3...5, named name: String = "tiny", target: GraphSplit.TargetRule = .fixed(2)
  ) -> GraphSplit {
    GraphSplit(
      name: name, revision: 1, sizes: sizes, acceptance: .reachable, target: target, unreachableLabel: 15)
  }

  static func recipe(steps: Int, rate: Double = 3e-3, batch: Int = 8) -> Recipe {
    Recipe(steps: steps, batchSize: batch, shardCount: 3, optimizer: .adam(), schedule: .constant(rate))
  }

  static func claim(
    _ subject: String = "tiny", atMost threshold: Double = 1, isControl: Bool = false, leakLimit: LeakLimit? = nil
  ) -> Claim {
    Claim(
      subject: subject, stage: "fine-tune", split: "graphs/tiny", slice: .everything, metric: .squaredError,
      requirement: .atMost(threshold), isControl: isControl, testName: "Tiny/claim", provenance: .goal("made up"),
      leakLimit: leakLimit)
  }

  static func make(
    id: String = "test/tiny", steps: Int = 20, rate: Double = 3e-3, batch: Int = 8, questions: Int = 20,
    replicates: Int = 1, claims: [Claim]? = nil
  ) -> Experiment {
    let recipe = recipe(steps: steps, rate: rate, batch: batch)
    return Experiment(
      id: id, claim: "It trains.", profile: .smoke, model: .encoder(model),
      stages: [
        Stage("train", on: .graphs(split(named: "train")), recipe), Stage("fine-tune", on: .graphs(split()), recipe),
      ],
      asked: [AskedSplit(.graphs(split()), count: questions)], replicates: replicates,
      claims: claims ?? [claim()])
  }
}
