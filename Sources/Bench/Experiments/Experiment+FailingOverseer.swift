import Data
import Judging
import Training

extension Experiment {
  /// The paper's question: is the learner more reliable than the overseer it learns from? Of the overseer's root
  /// answers one in a hundred is replaced by any of the five there are.
  package static func failuresOf1Percent(_ profile: Profile) -> Experiment {
    failing("powers/failures-1-percent", rate: 0.01, profile, test: "1Percent")
  }

  package static func failuresOf10Percent(_ profile: Profile) -> Experiment {
    failing("powers/failures-10-percent", rate: 0.1, profile, test: "10Percent")
  }

  package static func failuresOf30Percent(_ profile: Profile) -> Experiment {
    failing("powers/failures-30-percent", rate: 0.3, profile, test: "30Percent")
  }

  private static func failing(_ id: String, rate: Double, _ profile: Profile, test: String) -> Experiment {
    let scale = AmplificationScale.at(profile)
    let percent = "\(Int((rate * 100).rounded())) %"
    let shallow = Slice.of("depth", 2...2)
    let theory = AmplificationTheory(elementCount: 4, failureRate: rate)
    let (depth2, depth3) = (
      theory.targetAccuracy(subanswerAccuracy: 1), "the same where X_PA's own accuracy on depth 2 is q"
    )
    let sampling = 4 * (depth2 * (1 - depth2) / Double(scale.lastTargetsOfADepth)).squareRoot()
    var claims: [Claim] = [
      .amplified(
        "targets of depth 2 as in theory", .theory(failureRate: rate), shallow, .absoluteError,
        .atMost(sampling), test: "targetsOfDepth2At\(test)",
        provenance: .theory(
          "1 - p + p / (N + 1) is \(brief(depth2)) here; four standard errors of what a replicate counts.")),
      .amplified(
        "targets of depth 3 as in theory", .theory(failureRate: rate), .of("depth", 3...3), .absoluteError,
        .atMost(scale.unlearned > 0 ? scale.unlearned : 2 * sampling), test: "targetsOfDepth3At\(test)",
        provenance: scale.unlearned > 0
          ? .replicates(5...9, "Between .023 and the .18 of 30 %, never told the truth: so few ticks do not teach all.")
          : .theory(
            "(1 - p) (q^2 + (1 - q)^2 (N - 1) / N^2) + p / (N + 1), \(depth3); twice depth 2's, for q squared.")),
    ]
    if rate >= 0.1 {
      let reliability = (1 + depth2) / 2
      let why = Claim.Provenance.theory("Half way from its overseer's \(brief(depth2)) to never being wrong.")
      claims += [
        .amplified(
          "X_PA, greedy, depth 2", .average, shallow, .greedyAccuracy, .atLeast(reliability),
          test: "moreReliableThanItsOverseerAt\(test)",
          provenance: why),
        .amplified(
          "the overseer of X_PA, depth 2", .targets, shallow, .sampledAccuracy, .atLeast(reliability),
          isControl: true, test: "theOverseerIsUnreliableAt\(test)",
          provenance: why
        ).byDefinition("It fails at a rate that was given to it."),
      ]
    }
    return amplified(
      id,
      rate >= 0.1
        ? "With failures of \(percent), X_PA's likeliest answers are more often right than its overseer's."
        : "With failures of \(percent), X learns from answers that are right as often as theory says.",
      failureRate: rate, profile, scale, measures: [.learner, .average, .targets, .theory(failureRate: rate), .log],
      claims: claims)
  }

  /// Nothing but failures: nothing to learn.
  package static func failuresAlone(_ profile: Profile) -> Experiment {
    var scale = AmplificationScale.at(profile)
    scale.recipe.steps = min(scale.recipe.steps, 120)
    return amplified(
      "powers/failures-alone", "From an overseer that only fails, nothing is learned.", failureRate: 1, profile,
      scale,
      measures: [.learner, .average, .targets, .theory(failureRate: 1), .log],
      claims: [
        // That targets are right in a fifth, as theory says, is no claim: so is any constant of a fifth.
        .amplified(
          "X_PA after failures alone", .average, .everything, .sampledAccuracy, .atLeast(0.3), isControl: true,
          test: "nothingIsLearnedFromFailuresAlone", provenance: .floor("Half above the fifth that is chance.")
        ).byDefinition("Targets that say nothing of the answer teach nothing.")
      ])
  }
}
