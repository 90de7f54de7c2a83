import Instruments
import Reports
import Training

extension Experiment {
  /// Judges one of its claims by its runs.
  ///
  /// - Parameters:
  ///   - runs: those that finished, of the declared replicates.
  ///   - exposures: what each of the runs has seen of what it is asked.
  ///   - readings: what the experiment's instrument read off each of them.
  ///   - baseline: what was accepted before, if anything.
  ///   - diverged: the declared replicates that did not finish.
  ///   - isBaselineDue: whether having none is a failure.
  package func judge(
    _ claim: Claim, by runs: [Run], exposures: [Exposure], readings: [[Reading]] = [], baseline: Baseline?,
    diverged: [RunDiverged] = [], isBaselineDue: Bool = false
  ) -> JudgedClaim {
    judge(
      claim, by: runs, fingerprints: runs.map(Baseline.RunFingerprint.init), exposures: exposures, readings: readings,
      baseline: baseline, diverged: diverged, isBaselineDue: isBaselineDue)
  }

  /// - Parameter fingerprints: what the runs came to. Hashed only where there is a baseline.
  func judge(
    _ claim: Claim, by runs: [Run], fingerprints: @autoclosure () -> [Baseline.RunFingerprint],
    exposures: [Exposure], readings: [[Reading]], baseline: Baseline?, diverged: [RunDiverged], isBaselineDue: Bool
  ) -> JudgedClaim {
    if claim.metric.isReading {
      return judge(
        claim, by: runs, fingerprints: fingerprints(), readings: readings, baseline: baseline, diverged: diverged,
        isBaselineDue: isBaselineDue)
    }
    let split = split(about: claim)
    let stages = stages(beside: claim)
    let answered = self.answers(to: split, after: stages, runs, exposures)
    let answers = answered[stages.firstIndex(of: claim.stage)!]
    let slices = split.examples.reportedSlices.filter { slice in
      answers.contains { !$0.evaluation.rows(in: slice).isEmpty }
    }
    let judgement = Judgement(
      of: claim, replicates: plan.replicates - sittingOut(claim).count, answers: answers,
      against: split.examples.trivialPredictors(for: claim.metric),
      reporting: slices, diverged: diverged)
    let comparison = BaselineComparison(
      judgement, runs: fingerprints(), datasets: datasetFingerprints, baseline: baseline)
    let leak = isTrainedElsewhere ? nil : leak(claim, answers, exposures)
    let row = ThresholdRow(
      of: judgement, in: self, comparison, leak: leak,
      companions: companions(of: claim, stages, answered, runs, exposures), isBaselineDue: isBaselineDue)
    return JudgedClaim(
      experiment: self, judgement: judgement, answers: answers, baseline: comparison, leak: leak, row: row, runs: runs)
  }

  /// What one run scored on a claim's slice: a number, and no verdict.
  ///
  /// - Parameter readings: what the experiment's instrument read off the run.
  package func score(_ claim: Claim, _ run: Run, _ exposure: Exposure, readings: [Reading] = []) -> Double {
    if claim.metric.isReading { return claim.score(readings) }
    return mean(claim.metric, answers(to: split(about: claim), after: claim.stage, [run], [exposure]), claim.slice)
  }

  /// What identifies the examples that were asked: of the first replicate's, they all come from the same generator.
  package var datasetFingerprints: [Baseline.DatasetFingerprint] {
    plan.asked.map { split in
      Baseline.DatasetFingerprint(
        name: split.examples.name,
        fingerprint: split.examples.fingerprint(seed: ReplicateSeeds(0).questions(of: split), count: 256))
    }
  }

  /// Each run's answers to a question after a stage. The column `seen` is 1 where training had shown the example.
  package func answers(
    to split: AskedSplit, after stage: String, _ runs: [Run], _ exposures: [Exposure]
  ) -> [Replicate] {
    answers(to: split, after: [stage], runs, exposures)[0]
  }

  /// The same after each of some stages: drawing the questions takes longer than scoring the answers.
  private func answers(
    to split: AskedSplit, after stages: [String], _ runs: [Run], _ exposures: [Exposure]
  ) -> [[Replicate]] {
    precondition(runs.count == exposures.count, "\(runs.count) runs need as many exposures, not \(exposures.count).")
    let place = place(of: split)
    let evaluations = runs.map { run in
      split.examples.evaluations(
        of: stages.map { run.stage(named: $0).predictions[place] }, count: split.count,
        seed: ReplicateSeeds(run.replicate).questions(of: split))
    }
    return stages.enumerated().map { asked, stage in
      let lineage = plan.lineage(of: stage)
      return runs.indices.map { index in
        let seen = Evaluation.Attribute("seen", exposures[index].column(of: place, over: lineage))
        return Replicate(seed: runs[index].replicate, evaluation: evaluations[index][asked].adding(seen))
      }
    }
  }

  package func split(about claim: Claim) -> AskedSplit {
    guard let split = plan.asked.first(where: { $0.examples.name == claim.split }) else {
      preconditionFailure("\(plan.id) does not ask \(claim.split), which it claims \(claim.subject) of.")
    }
    return split
  }

  package func place(of split: AskedSplit) -> Int {
    guard let place = plan.asked.firstIndex(of: split) else {
      preconditionFailure("\(plan.id) does not ask \(split.examples.name) so often.")
    }
    return place
  }

  /// The claim's stage and those that are read beside it: a branch is left out where the claim is about another one.
  private func stages(beside claim: Claim) -> [String] {
    let lineage = plan.lineage(of: claim.stage)
    return plan.stages.enumerated().filter { $1.after == nil || lineage.contains($0) }.map(\.element.name)
  }

  /// What helps to read the number: the same slice after every other stage, and how the split that each stage learned
  /// from is answered after each (what fine-tuning forgot).
  ///
  /// - Parameter answered: the claim's split, by stage.
  private func companions(
    of claim: Claim, _ stages: [String], _ answered: [[Replicate]], _ runs: [Run], _ exposures: [Exposure]
  ) -> [Score] {
    var companions: [Score] = []
    for (name, answers) in zip(stages, answered) where name != claim.stage {
      companions.append(Score("the same after \(name)", mean(claim.metric, answers, claim.slice)))
    }
    for stage in stages {
      let learned = plan.stage(named: stage).examples
      guard let split = plan.asked.first(where: { $0.examples == learned }) else { continue }
      let own = split == self.split(about: claim) ? answered : answers(to: split, after: stages, runs, exposures)
      for (name, answers) in zip(stages, own) {
        companions.append(
          Score("\(split.examples.name) split after \(name)", mean(claim.metric, answers, .everything)))
      }
    }
    return companions
  }

  private func mean(_ metric: Metric, _ answers: [Replicate], _ slice: Slice) -> Double {
    answers.map { metric.score($0.evaluation, slice) }.mean
  }
}
