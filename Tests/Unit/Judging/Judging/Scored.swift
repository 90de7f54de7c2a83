@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Judgements, runs and baselines with scores made up for the purpose.
enum Scored {
  static func claim(
    _ metric: Metric = .squaredError, _ requirement: Judging.Requirement = .atMost(0.2), isControl: Bool = false
  ) -> Claim {
    Claim(
      subject: "made up", stage: "train", split: "on-path", slice: .everything, metric: metric,
      requirement: requirement, isControl: isControl, testName: "Family/claim", provenance: .goal("made up"))
  }

  /// 64 examples a seed, of which so many squared errors or hits in 64 come out as the score.
  static func judgement(_ scores: [Double], claim: Claim = claim(), replicates: Int? = nil) -> Judgement {
    let answers = scores.enumerated().map { seed, score -> Replicate in
      let truths = (0..<64).map { Float($0 % 8) }
      let hits = Int((score * 64).rounded())
      let predictions = truths.enumerated().map { index, truth in
        claim.metric == .roundedAccuracy
          ? (index < hits ? truth : truth + 3) : truth + Float(score).squareRoot() * (index % 2 == 0 ? 1 : -1)
      }
      return Replicate(
        seed: seed,
        evaluation: Evaluation(
          split: "on-path", truths: truths, predictions: predictions,
          attributes: [.init("n", (0..<64).map { Int32($0 / 8) })]))
    }
    return Judgement(
      of: claim, replicates: replicates ?? scores.count, answers: answers, against: [.bestConstant],
      reporting: [.of("n", 0...3), .of("n", 4...7)])
  }

  static func runs(_ count: Int, salt: Float = 0) -> [Run] {
    (0..<count).map { replicate in
      Run(
        replicate: replicate,
        stages: [.init(name: "train", parameters: [Float(replicate), salt], losses: [], predictions: [], seconds: 0)])
    }
  }

  static let datasets = [
    Baseline.DatasetFingerprint(name: "b", fingerprint: "0b"), .init(name: "a", fingerprint: "0a"),
  ]

  static func baseline(_ scores: [SeedScore], runs: [Run], subject: String = "made up") -> Baseline {
    Baseline(
      id: "test/tiny", claims: [.init(subject: subject, scores: scores)],
      runs: runs.map(Baseline.RunFingerprint.init), datasets: datasets,
      sourceHash: "00", toolchain: "swift", date: "2025-01-01", reason: "made up")
  }

  /// How scores compare with those that were accepted; the bits are others.
  static func comparison(of judgement: Judgement, with accepted: [Double]) -> BaselineComparison {
    let scores = Scored.judgement(accepted, claim: judgement.claim).scores
    return BaselineComparison(
      judgement, runs: runs(judgement.scores.count).map(Baseline.RunFingerprint.init), datasets: datasets,
      baseline: baseline(scores, runs: runs(accepted.count, salt: 1)))
  }
}
