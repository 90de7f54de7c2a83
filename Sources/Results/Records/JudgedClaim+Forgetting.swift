import Judging
import Training

/// What a later stage of training cost of what the first had taught.
package struct Forgetting: Hashable, Sendable {
  /// The split that the first stage learned from.
  package let split: String
  /// The claim's metric on it after that stage, and after the claim's.
  package let before, after: Double
}

extension JudgedClaim {
  /// Nil where there is one stage, where nobody asked, and where nothing got worse.
  package var forgetting: Forgetting? {
    let metric = claim.metric
    guard !metric.isReading, let first = experiment.stages.first, first.name != claim.stage,
      let split = experiment.asked.first(where: { $0.examples == first.examples })
    else { return nil }
    func score(after stage: String) -> Double {
      let place = experiment.place(of: split)
      return runs.map { run in
        let evaluation = split.examples.evaluation(
          of: run.stage(named: stage).predictions[place], count: split.count,
          seed: ReplicateSeeds(run.replicate).questions(of: split))
        return metric.score(evaluation, .everything)
      }.mean
    }
    let forgetting = Forgetting(
      split: split.examples.name, before: score(after: first.name), after: score(after: claim.stage))
    return metric.isBetter(forgetting.before, than: forgetting.after) ? forgetting : nil
  }
}
