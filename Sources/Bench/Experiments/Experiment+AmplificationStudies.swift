import Data
import Judging
import Learning
import Training

/// What the paper left open.
extension Experiment {
  package static func amplificationStudies(_ profile: Profile) -> [Experiment] {
    let dropouts = [0, 0.2, 0.3].flatMap { dropout in
      [0.1, 0.3].map { dropoutStudy(dropout, failureRate: $0, profile) }
    }
    return dropouts + [consistentFailures(profile), askerStops(profile), shallowFirst(profile)]
  }

  /// Does regularization make X_PA more tolerant of failures? The suite has 0.1.
  private static func dropoutStudy(_ dropout: Double, failureRate: Double, _ profile: Profile) -> Experiment {
    var scale = AmplificationScale.at(profile)
    scale.answerer.dropout.probability = dropout
    let (kept, failed) = (Int((dropout * 100).rounded()), Int((failureRate * 100).rounded()))
    return amplified(
      "powers/dropout-\(kept)-failures-\(failed)-percent",
      "With \(kept) % of features dropped and failures of \(failed) %, X_PA's likeliest answers are nearly always right.",
      failureRate: failureRate, profile, scale,
      measures: [.learner, .average, .targets, .theory(failureRate: failureRate), .log],
      claims: studied(failureRate: failureRate))
  }

  /// An overseer that is wrong in the same way whenever it is asked the same cannot be averaged out.
  private static func consistentFailures(_ profile: Profile) -> Experiment {
    let scale = AmplificationScale.at(profile)
    var experiment = amplified(
      "powers/consistent-failures-10-percent",
      "What an overseer always gets wrong in the same way, X_PA's likeliest answers get wrong too.", failureRate: 0.1,
      profile, scale, measures: [.learner, .average, .targets, .log],
      claims: [
        .amplified(
          "X_PA, greedy, depth 2", .average, .of("depth", 2...2), .greedyAccuracy, .atLeast(0.98), isControl: true,
          test: nil, provenance: .goal("Hardly ever wrong."))
      ])
    experiment.stages[0].labels = .amplified(scale.system(OverseerFailures(rate: 0.1, kind: .consistent)))
    return experiment
  }

  /// Must H' be trained to the end? At 0.01 it never stopped in 600 ticks: every score was that of `powers/reliable`.
  private static func askerStops(_ profile: Profile) -> Experiment {
    let scale = AmplificationScale.at(profile)
    var system = scale.system(OverseerFailures(rate: 0, kind: .random))
    system.askerStopsBelow = 0.1
    var experiment = amplified(
      "powers/asker-stops", "H' may stop learning while new transcripts cost it less than 0.1.", failureRate: 0,
      profile, scale, measures: [.learner, .average, .targets, .order, .log], claims: learned(scale))
    experiment.stages[0].labels = .amplified(system)
    return experiment
  }

  /// Are questions asked where they are needed: only of depth 2, until they are learned?
  private static func shallowFirst(_ profile: Profile) -> Experiment {
    let scale = AmplificationScale.at(profile)
    var system = scale.system(OverseerFailures(rate: 0, kind: .random))
    system.unlocking = AmplificationRecipe.Unlocking(tick: scale.recipe.steps / 6, depths: 2...3)
    var experiment = amplified(
      "powers/shallow-first", "Questions of depth 2 alone in the first sixth, and of both depths from then on.",
      failureRate: 0, profile, scale, measures: [.learner, .average, .targets, .order, .log], claims: learned(scale))
    experiment.stages[0] = Stage(
      "train", on: .amplification(PowerSplit.tiny.ofDepths(2...2), .learner), scale.recipe, labels: .amplified(system))
    return experiment
  }

  private static func learned(_ scale: AmplificationScale) -> [Claim] {
    [
      .amplified(
        "X_PA, all questions", .average, .everything, .sampledAccuracy,
        .atLeast(scale.learned), test: nil,
        provenance: .goal("What the suite requires without the change."))
    ]
  }

  private static func studied(failureRate: Double) -> [Claim] {
    let overseer = AmplificationTheory(elementCount: 4, failureRate: failureRate).targetAccuracy(subanswerAccuracy: 1)
    return [
      .amplified(
        "X_PA, greedy, depth 2", .average, .of("depth", 2...2), .greedyAccuracy, .atLeast(0.98), test: nil,
        provenance: .goal("Hardly ever wrong.")),
      .amplified(
        "X_PA, sampled, depth 2", .average, .of("depth", 2...2), .sampledAccuracy,
        .atLeast(overseer), test: nil, provenance: .theory("The overseer's own accuracy.")),
    ]
  }
}
