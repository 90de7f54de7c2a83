import Data
import Instruments
import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// Runs that are made up by a law, of logits and of maps.
@Suite struct SizeStudyReadingsTests {
  private static func near(_ size: Double, _ step: Int) -> Double {
    let steps = Elementary.logarithm(Double(step))
    return Elementary.exponential(3 - 0.05 * steps * steps - 0.2 * Elementary.logarithm(size))
  }

  /// At equal loss a decade of size makes the first level .2 worse, in logarithms, and no other.
  private static func loss(_ study: SizeStudy, _ size: Double, _ step: Int, _ split: AskedSplit) -> Double {
    let near = near(size, step)
    guard let level = study.levels.far.firstIndex(where: { $0.asked == split }) else { return near }
    let gamma = level == 0 ? 0.2 : 0
    return Elementary.exponential(
      0.3 + 0.6 * Elementary.logarithm(near) + gamma * Elementary.decimalLogarithm(size))
  }

  /// Answers that come to such a loss: the truth has this probability and all other names the same, or every cell of a map
  /// says what its origin should, and the root too much.
  private static func predictions(_ loss: Double, _ split: AskedSplit) -> [Float] {
    let seed = ReplicateSeeds(2).questions(of: split)
    let truths = split.examples.unanswered(count: split.count, seed: seed).truths
    guard let mazes = split.examples.task as? MazeExamples else {
      let share = Elementary.exponential(-loss)
      let logit = Float(Elementary.logarithm(7 * share / (1 - share)))
      return truths.flatMap { truth in (0..<8).map { $0 == Int(truth) ? logit : 0 } }
    }
    return zip(truths, mazes.split.examples(0..<split.count, seed: seed)).flatMap { truth, example in
      Array(repeating: truth + Float(loss.squareRoot()), count: example.maze.cellCount)
    }
  }

  private static func seen(_ study: SizeStudy) -> Sighting {
    let plan = Experiment.sizeStudy(study, .smoke).plan
    let stages = plan.stages.map { stage in
      let size = Double(plan.model(of: stage).layout.countWithoutTables)
      return Run.StageOutcome(
        name: stage.name, parameters: [], losses: [], predictions: [],
        milestones: study.ladder(.smoke).looks.map { step in
          Milestone(
            step: step, predictions: plan.watched(in: stage).map { predictions(loss(study, size, step, $0), $0) })
        }, seconds: 0)
    }
    return Sighting(plan, Run(replicate: 2, stages: stages), [], [])
  }

  @Test(arguments: SizeStudy.allCases) func sizeIsMatchedByWhatIsLearned(study: SizeStudy) throws {
    let seen = Self.seen(study)
    let readings = SizeStudyInstrument(ladder: study.ladder(.smoke), levels: study.levels).readings(seen)
    // Answers are floats: of a map a loss has four digits, and fits amplify by less than ten.
    func expect(_ name: String, _ value: Double) {
      let found = readings.first { $0.name == name }?.value ?? .nan
      #expect(abs(found - value) < 1e-3, "\(name): \(found)")
    }
    for (place, level) in study.levels.far.enumerated() {
      let gamma = place == 0 ? 0.2 : 0
      expect("gamma, \(level.name)", gamma)
      // At equal steps a decade of size is worth -.2 ln 10 of the loss that is learned.
      expect("gamma, not matched, \(level.name)", gamma - 0.6 * 0.2 * 2.302585093)
      expect("spread about the curve, \(level.name)", 0)
    }
    let last = seen.plan.stages[2]
    let size = Double(seen.plan.model(of: last).layout.countWithoutTables)
    expect("last loss, width 24", Self.near(size, last.recipe.steps))
    #expect(Set(readings.map(\.name)).count == readings.count)
    let claims = Experiment.sizeStudy(study, .standard).claims.map(\.subject)
    #expect(claims.count == 6 && Set(claims).isSubset(of: readings.map(\.name)))
  }

  /// Three to one for the second of two names.
  @Test func ofLogitsTheLossIsOfTheTruth() {
    let truths = Evaluation(split: "", truths: [1, 0], predictions: [1, 1], attributes: [])
    let odds = Float(Elementary.logarithm(3))
    let loss = Loss.crossEntropy.score(truths, [0, odds, 7, 7 + odds])
    // ln 4/3 and ln 4; a float has seven digits.
    #expect(abs(loss - (Elementary.logarithm(4) - 0.5 * Elementary.logarithm(3))) < 1e-6)
    #expect(Loss.crossEntropy.accuracy.score(truths, .everything) == 0.5)
    #expect(Loss.crossEntropy.score(truths, [0, .nan, 1, 1]).isNaN)
    #expect(Loss.squaredError.score(truths, [1, 1]) == 0.5)
  }
}
