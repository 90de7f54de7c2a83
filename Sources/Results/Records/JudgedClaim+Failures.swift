import Judging
import Reports
import Training

extension JudgedClaim {
  /// The judged examples that were answered worst, all replicates together: by falling loss, then by replicate, then by
  /// index. An answer that is no number is the worst of all. Where a column says what was answered well, only the
  /// others are here, however far off the number beside them is.
  package func failures(_ count: Int = 6) -> [FailedExample] {
    guard !claim.metric.isReading else { return [] }
    var candidates: [(seed: Int, row: Int, loss: Double)] = []
    for answer in answers {
      let evaluation = answer.evaluation
      let rows = evaluation.rows(in: claim.slice)
      let isRight = claim.metric.terms(evaluation, claim.slice).map { $0 == 1 }
      let isByColumn = claim.metric.column != nil
      candidates += zip(rows, isRight).filter { !isByColumn || !$1 }.map { row, _ in
        let truth = Double(evaluation.truths[row])
        return (answer.seed, row, loss(truth: truth, answer: Double(evaluation.predictions[row])))
      }
    }
    let wrong = claim.metric.column == nil ? candidates.filter { $0.loss != 0 } : candidates
    let worst = wrong.sorted { left, right in
      let losses = (left.loss.orWorst, right.loss.orWorst)
      return losses.0 == losses.1 ? (left.seed, left.row) < (right.seed, right.row) : losses.0 > losses.1
    }
    return worst.prefix(count).map { failure(seed: $0.seed, row: $0.row, loss: $0.loss) }
  }

  private func failure(seed: Int, row: Int, loss: Double) -> FailedExample {
    let evaluation = answers.first { $0.seed == seed }!.evaluation
    let split = experiment.split(about: claim)
    let sketch = split.examples.sketch(
      of: row, seed: ReplicateSeeds(seed).questions(of: split), answers: answers(to: split, seed: seed))
    return FailedExample(
      seed: seed, index: row, question: sketch.question,
      truth: NumberText.short(Double(evaluation.truths[row])),
      answer: NumberText.significant(Double(evaluation.predictions[row])), loss: loss, drawing: sketch.drawing,
      command: "swift run genbench export \(claim.split) --asked-by \(experiment.id) --seed \(seed) --from \(row) "
        + "--count 1 --out -")
  }

  /// Everything that the replicate answered to the split; nil where its run is not at hand.
  private func answers(to split: AskedSplit, seed: Int) -> [Float]? {
    guard let run = runs.first(where: { $0.replicate == seed }) else { return nil }
    return run.stage(named: claim.stage).predictions[experiment.place(of: split)]
  }

  /// Where the claim's own metric only tells right from wrong, how far off an answer is.
  private var lossMetric: Metric { claim.metric.lowerIsBetter ? claim.metric : .squaredError }

  /// 0 for what is right, and more the worse it is. Names of things are all equally wrong.
  private func loss(truth: Double, answer: Double) -> Double {
    guard claim.metric.isAboutNames else { return lossMetric.term(truth: truth, prediction: answer) }
    return 1 - claim.metric.term(truth: truth, prediction: answer)
  }
}

extension Double {
  fileprivate var orWorst: Double { isNaN ? .infinity : self }
}
