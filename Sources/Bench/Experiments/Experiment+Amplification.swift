import Data
import Judging
import Learning
import Training

extension Experiment {
  /// Permutation powering without labels and without failures, as in the paper.
  package static func amplification(_ profile: Profile) -> Experiment {
    let scale = AmplificationScale.at(profile)
    return amplified(
      "powers/reliable", "Amplification alone teaches powers up to 7, the lower ones first.", failureRate: 0, profile,
      scale, measures: [.learner, .average, .targets, .theory(failureRate: 0), .order, .log],
      claims: [
        .amplified(
          "X_PA, all questions", .average, .everything, .sampledAccuracy, .atLeast(scale.learned),
          test: "learnsWithoutLabels",
          provenance: scale.learnedProvenance),
        .amplified(
          "learning order", .order, .everything, .roundedAccuracy, .atLeast(0.75), test: "learnsInOrder",
          provenance: .floor(
            "Half way from a coin to the paper's order: H', targets of depth 2, of depth 3, X, X_PA. Of four steps of five "
              + "replicates, all in order, the interval begins at 0.84.")),
      ])
  }

  /// The paper's own configuration, trained once: it claims nothing, and its curves stand beside the paper's. A smoke
  /// run is of the small networks.
  package static func amplificationAsPublished(_ profile: Profile) -> Experiment {
    var scale = AmplificationScale.at(profile == .smoke ? .smoke : .paper)
    scale.replicates = 1
    return amplified(
      "powers/published", "The paper's networks, rates and ticks, once.", failureRate: 0, profile, scale,
      measures: [.learner, .average, .targets, .theory(failureRate: 0), .order, .log], claims: [])
  }

  static func amplified(
    _ id: String, _ claim: String, failureRate: Double, _ profile: Profile, _ scale: AmplificationScale,
    measures: [AmplificationMeasure], claims: [Claim]
  ) -> Experiment {
    Experiment(
      id: id, claim: claim, profile: profile, model: .answerer(scale.answerer),
      stages: [
        Stage(
          "train", on: .amplification(.tiny, .learner), scale.recipe,
          labels: .amplified(scale.system(OverseerFailures(rate: failureRate, kind: .random))))
      ],
      asked: measures.map { measure in
        let rows =
          switch measure {
          case .theory: 2
          case .order: AmplificationLog.Milestone.allCases.count - 1
          case .log: 1
          default: scale.questions
          }
        return AskedSplit(.amplification(.tiny, measure), count: rows)
      },
      replicates: scale.replicates, claims: claims)
  }
}

extension Claim {
  static func amplified(
    _ subject: String, _ measure: AmplificationMeasure, _ slice: Slice, _ metric: Metric, _ requirement: Requirement,
    isControl: Bool = false, of split: PowerSplit = .tiny, test: String?, provenance: Provenance,
    leakLimit: LeakLimit = .everythingIsShown
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: Examples.amplification(split, measure).name, slice: slice,
      metric: metric, requirement: requirement, isControl: isControl, testName: test.map { "Powering/\($0)" },
      provenance: provenance, leakLimit: isControl ? nil : leakLimit)
  }
}
