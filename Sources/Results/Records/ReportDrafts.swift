import Judging
import Reports
import Training

/// What earlier reports of a process made of its judged claims: the next one has these and more, and makes only what is new.
package struct ReportDrafts: Sendable {
  private var claims: [ClaimReport.Name: ClaimReport] = [:]
  private var facts: [FactsKey: ExperimentFacts] = [:]
  private var learned: [LearnedKey: [SeedScore]] = [:]

  package init() {}

  mutating func report(of judged: JudgedClaim) -> ClaimReport {
    let name = ClaimReport.Name(judged)
    if let known = claims[name] { return known }
    let report = ClaimReport(judged, scoresWhereItLearned: &self)
    claims[name] = report
    return report
  }

  /// Of the replicates that judge this claim.
  mutating func facts(of judged: JudgedClaim) -> ExperimentFacts {
    let key = FactsKey(experiment: judged.experiment.id, replicates: judged.runs.map(\.replicate))
    if let known = facts[key] { return known }
    let new = ExperimentFacts(judged.experiment, judged.runs)
    facts[key] = new
    return new
  }

  /// The claim's metric on a split that its stage learned from. Many claims of an experiment share it.
  mutating func scores(of judged: JudgedClaim, on split: AskedSplit) -> [SeedScore] {
    let (experiment, claim) = (judged.experiment, judged.claim)
    let key = LearnedKey(
      experiment: experiment.id, stage: claim.stage, split: split.examples.name, metric: claim.metric,
      replicates: judged.runs.map(\.replicate))
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

  private struct FactsKey: Hashable {
    let experiment: String
    let replicates: [Int]
  }

  private struct LearnedKey: Hashable {
    let experiment: String
    let stage: String
    let split: String
    let metric: Metric
    let replicates: [Int]
  }
}

extension ClaimReport.Name {
  init(_ judged: JudgedClaim) { self.init(experiment: judged.experiment.id, subject: judged.claim.subject) }
}
