import Data
import Learning
import Seeds

extension AmplificationTraining {
  /// What a question of the experiment comes to: for each question two numbers, the probability of the right answer (where
  /// answers are drawn, 1 or 0) and whether the greedy one is right, neither a number where a network diverged; for `theory` by depth how often targets were right
  /// and then how often X_PA was; for `order` the ticks; for `log` the log.
  func predictions(_ measure: AmplificationMeasure, _ split: PowerSplit, count: Int, seed: Seed) -> [Float] {
    switch measure {
    case .learner: answerer.accuracies(learnerValues, split, count: count, seed: seed)
    case .average: answerer.accuracies(averageValues, split, count: count, seed: seed)
    case .targets: amplified(split, count, seed, by: .learned, levels: 1, failures: system.failures)
    case .scripted(let levels): amplified(split, count, seed, by: .scripted, levels: levels, failures: nil)
    case .asked(let levels): amplified(split, count, seed, by: .learned, levels: levels, failures: nil)
    case .theory:
      log.depths.map { Float(log.targetAccuracy(depth: $0, ticks: log.lastTicks)) }
        + log.depths.map { Float(log.lastAverageAccuracy(depth: $0)) }
    case .order: AmplificationLog.Milestone.allCases.map { Float(log.tick(of: $0)) }
    case .log: log.numbers
    }
  }

  private func amplified(
    _ split: PowerSplit, _ count: Int, _ seed: Seed, by overseer: Amplifier.Asking, levels: Int,
    failures: OverseerFailures?
  ) -> [Float] {
    let amplifier = amplifier(for: split, levels: levels)
    amplifier.take(learner: averageValues)
    amplifier.take(asker: askerValues)
    let failing = failures ?? OverseerFailures(rate: 0, kind: .random)
    // An overseer that always fails alike fails here as it did in training.
    let failureSeed = failing.kind == .consistent ? self.seed : seed
    return split.contexts(questions: count, atOnce: system.contexts).flatMap { chunk in
      let asking = PowerAsking(split.examples(chunk, seed: seed))
      var generator = seed.child("answers").generator(at: chunk.lowerBound)
      let right = [WordChoice.sampled, .greedy].map { choice in
        let answers = amplifier.answers(
          to: asking, by: overseer, levels: levels, firstContext: chunk.lowerBound, failing, choice,
          seed: failureSeed, using: &generator)
        if amplifier.hasDiverged { return Array(repeating: Float.nan, count: chunk.count * asking.questionCount) }
        return zip(answers, asking.truths).flatMap { zip($0, $1).map { $0 == $1 ? 1 : 0 } }
      }
      return zip(right[0], right[1]).flatMap { [$0, $1] }
    }
  }

  private func amplifier(for split: PowerSplit, levels: Int) -> Amplifier {
    let questions = split.questionCount(size: split.sizes.upperBound)
    return Amplifier(
      answerer.asked(questions), system.asker, format: split.format, contexts: system.contexts,
      facts: split.sizes.upperBound, levels: levels)
  }
}
