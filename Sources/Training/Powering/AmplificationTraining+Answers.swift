import Data
import Learning
import Seeds

extension AmplificationTraining {
  /// What the system comes to by a measure.
  func answers(_ measure: AmplificationMeasure, _ split: PowerSplit, count: Int, seed: Seed) -> AmplificationAnswers {
    func amplified(_ overseer: Amplifier.Asking, levels: Int, failures: OverseerFailures? = nil) -> AmplificationAnswers
    {
      .questions(graded(split, count, seed, by: overseer, levels: levels, failures: failures))
    }
    return switch measure {
    case .learner: .questions(answerer.graded(learnerValues, split, count: count, seed: seed))
    case .average: .questions(answerer.graded(averageValues, split, count: count, seed: seed))
    case .targets: amplified(.learned, levels: 1, failures: system.failures)
    case .scripted(let levels): amplified(.scripted, levels: levels)
    case .asked(let levels): amplified(.learned, levels: levels)
    case .theory:
      .theory(
        log.depths.map {
          AmplificationAnswers.DepthAccuracies(
            targets: Float(log.targetAccuracy(depth: $0, ticks: log.lastTicks)),
            average: Float(log.lastAverageAccuracy(depth: $0)))
        })
    case .order: .order(ticks: AmplificationLog.Milestone.allCases.map { Float(log.tick(of: $0)) })
    case .log: .log(log)
    }
  }

  private func graded(
    _ split: PowerSplit, _ count: Int, _ seed: Seed, by overseer: Amplifier.Asking, levels: Int,
    failures: OverseerFailures?
  ) -> [AmplificationAnswers.Graded] {
    let amplifier = amplifier(for: split, levels: levels)
    amplifier.take(learner: averageValues)
    amplifier.take(asker: askerValues)
    let failing = failures ?? OverseerFailures(rate: 0, kind: .random)
    // An overseer that always fails alike fails here as it did in training.
    let failureSeed = failing.kind == .consistent ? self.seed : seed
    return split.contexts(questions: count, atOnce: system.contexts).flatMap { chunk in
      let asking = PowerAsking(split.examples(chunk, seed: seed))
      var generator = seed.child("answers").generator(at: chunk.lowerBound)
      /// By question; nil where a network diverged.
      func areRight(_ choice: WordChoice) -> [Bool?] {
        let answers = amplifier.answers(
          to: asking, by: overseer, levels: levels, firstContext: chunk.lowerBound, failing, choice,
          seed: failureSeed, using: &generator)
        let hasDiverged = amplifier.hasDiverged
        return zip(answers, asking.truths).flatMap { zip($0, $1).map { hasDiverged ? nil : $0 == $1 } }
      }
      let sampled = areRight(.sampled)
      return zip(sampled, areRight(.greedy)).map { isRight, isGreedyRight in
        AmplificationAnswers.Graded(probability: isRight.map { $0 ? 1 : 0 } ?? .nan, isGreedyRight: isGreedyRight)
      }
    }
  }

  private func amplifier(for split: PowerSplit, levels: Int) -> Amplifier {
    let questions = split.questionCount(size: split.sizes.upperBound)
    return Amplifier(
      answerer.asked(questions), system.asker, format: split.format, contexts: system.contexts,
      facts: split.sizes.upperBound, levels: levels)
  }
}
