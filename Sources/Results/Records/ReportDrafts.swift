import Judging
import Reports
import Training

/// What earlier reports of a session made of its judged claims: the next one has these and more, and makes only what is
/// new. A session judges each claim once.
package struct ReportDrafts: Sendable {
  private var claims: [Key: ClaimReport] = [:]
  private var facts: [Key: ExperimentFacts] = [:]
  private var learned: [Key: [SeedScore]] = [:]

  package init() {}

  mutating func report(of judged: JudgedClaim) -> ClaimReport {
    let key = Key(judged, judged.claim.subject)
    if let known = claims[key] { return known }
    let report = ClaimReport(judged, whereItLearned: scoresWhereItLearned(judged))
    claims[key] = report
    return report
  }

  /// Of the replicates that judge this claim.
  mutating func facts(of judged: JudgedClaim) -> ExperimentFacts {
    let key = Key(judged)
    if let known = facts[key] { return known }
    let new = ExperimentFacts(judged.experiment, judged.runs)
    facts[key] = new
    return new
  }

  /// The claim's metric on the split that its stage learned from, which many claims share; nil where that is not asked.
  private mutating func scoresWhereItLearned(_ judged: JudgedClaim) -> [SeedScore]? {
    let (experiment, claim) = (judged.experiment, judged.claim)
    guard !claim.metric.isReading, let split = experiment.splitLearnedFrom(in: claim.stage) else { return nil }
    let key = Key(judged, claim.stage, claim.metric)
    if let known = learned[key] { return known }
    let place = experiment.place(of: split)
    let new = judged.runs.map { run in
      let evaluation = split.examples.evaluation(
        of: run.stage(named: claim.stage).predictions[place], count: split.count,
        seed: ReplicateSeeds(run.replicate).questions(of: split))
      return claim.metric.score(of: Replicate(seed: run.replicate, evaluation: evaluation), .everything)
    }
    learned[key] = new
    return new
  }

  private struct Key: Hashable {
    let experiment: String
    let variation: Variation?
    let replicates: [Int]
    let name: String
    let metric: Metric?

    init(_ judged: JudgedClaim, _ name: String = "", _ metric: Metric? = nil) {
      experiment = judged.experiment.id
      variation = judged.experiment.variation
      replicates = judged.runs.map(\.replicate)
      (self.name, self.metric) = (name, metric)
    }
  }
}

extension ClaimReport.Name {
  init(_ judged: JudgedClaim) { self.init(experiment: judged.experiment.id, subject: judged.claim.subject) }
}

extension Experiment {
  /// Nil where it is not asked.
  fileprivate func splitLearnedFrom(in stage: String) -> AskedSplit? {
    let learned = plan.stage(named: stage).examples
    return plan.asked.first { $0.examples == learned }
  }
}
