import Reports

extension Experiment {
  /// Judges one of its claims by its runs.
  ///
  /// - Parameters:
  ///   - runs: those that finished, of the declared replicates.
  ///   - exposure: what the first replicate has seen of what it is asked.
  ///   - baseline: what was accepted before, if anything.
  package func judge(_ claim: Claim, by runs: [Run], exposure: Exposure, baseline: Baseline?) -> JudgedClaim {
    let question = question(about: claim)
    let answers = replicates(of: question, after: claim.stage, runs)
    let judgement = Judgement(
      of: claim, replicates: replicates, answers: answers, against: question.examples.trivialPredictors,
      reporting: question.examples.reportedSlices)
    let comparison = BaselineComparison(judgement, runs: runs, datasets: datasetFingerprints, baseline: baseline)
    let row = ThresholdRow(
      of: judgement, in: self, comparison, leakShare: leakShare(claim, answers, exposure),
      companions: companions(of: claim, runs))
    return JudgedClaim(experiment: self, judgement: judgement, answers: answers, baseline: comparison, row: row)
  }

  /// What identifies the examples that were asked: of the first replicate's, they all come from the same generator.
  package var datasetFingerprints: [Baseline.DatasetFingerprint] {
    questions.map { question in
      Baseline.DatasetFingerprint(
        name: question.examples.name,
        fingerprint: question.examples.fingerprint(seed: ReplicateSeeds(0).question(question), count: 256))
    }
  }

  /// Each run's answers to a question after a stage.
  package func replicates(of question: Question, after stage: String, _ runs: [Run]) -> [Replicate] {
    let place = questions.firstIndex(of: question)!
    return runs.map { run in
      Replicate(
        seed: run.replicate,
        evaluation: question.examples.evaluation(
          of: run.stage(named: stage).predictions[place], seed: ReplicateSeeds(run.replicate).question(question)))
    }
  }

  private func leakShare(_ claim: Claim, _ answers: [Replicate], _ exposure: Exposure) -> Double? {
    guard let first = answers.first(where: { $0.seed == 0 }) else { return nil }
    return exposure.share(
      of: questions.firstIndex(of: question(about: claim))!,
      upTo: stages.firstIndex(where: { $0.name == claim.stage })!, in: first.evaluation.rows(in: claim.slice))
  }

  /// What one run scored on a claim's slice: a number, and no verdict.
  package func score(_ claim: Claim, _ run: Run) -> Double {
    mean(claim.metric, replicates(of: question(about: claim), after: claim.stage, [run]), claim.slice)
  }

  func question(about claim: Claim) -> Question {
    questions.first { $0.examples.name == claim.split }!
  }

  /// What helps to read the number: the same slice after every other stage, and how the split that each stage learned
  /// from is answered now (what fine-tuning forgot).
  private func companions(of claim: Claim, _ runs: [Run]) -> [Score] {
    var companions: [Score] = []
    for stage in stages where stage.name != claim.stage {
      let answers = replicates(of: question(about: claim), after: stage.name, runs)
      companions.append(Score("after \(stage.name) alone", mean(claim.metric, answers, claim.slice)))
    }
    for stage in stages {
      guard let question = questions.first(where: { $0.examples == stage.examples }) else { continue }
      for asked in stages {
        let answers = replicates(of: question, after: asked.name, runs)
        companions.append(
          Score("\(question.examples.name) split after \(asked.name)", mean(claim.metric, answers, .everything)))
      }
    }
    return companions
  }

  private func mean(_ metric: Metric, _ answers: [Replicate], _ slice: Slice) -> Double {
    answers.map { metric.score($0.evaluation, slice) }.mean
  }
}
