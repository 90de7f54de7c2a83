import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// What networks of several sizes are asked of other families than graphs.
@Suite struct SizeStudyTests {
  /// Both ids of a fact, or the one of a cell, are of one table; what follows is the tape.
  private func ids(of examples: Examples, tape: Bool) -> Set<Int32> {
    let source = examples.source(seed: Seed(root: 3))
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(0..<256, to: &batch)
    return Set(batch.ids.indices.filter { ($0 % batch.idsPerToken > 1) == tape }.map { batch.ids[$0] })
  }

  private func kinds(of examples: Examples) -> Set<Int32> {
    let source = examples.source(seed: Seed(root: 3))
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(0..<64, to: &batch)
    return Set(batch.linkKinds)
  }

  /// What is asked is higher or larger, and nothing that a network would have to have met.
  @Test(arguments: SizeStudy.allCases) func everyAskedTokenIsLearned(study: SizeStudy) {
    for split in study.levels.asked {
      for tape in [false, true] {
        #expect(ids(of: split.examples, tape: tape).isSubset(of: ids(of: study.learned, tape: tape)), "\(split)")
      }
      #expect(kinds(of: split.examples) == kinds(of: study.learned))
    }
    #expect(ids(of: study.learned, tape: false).count == (study == .powers ? 8 : 2))
  }

  @Test(arguments: [(SizeStudy.powers, "k"), (.mazes, "rows")])
  func levelsAreBeyondWhatIsLearned(study: SizeStudy, column: String) {
    func range(_ examples: Examples) -> ClosedRange<Int32> {
      let values = examples.unanswered(count: 400, seed: Seed(root: 5)).attribute(column).values
      return values.min()!...values.max()!
    }
    let learned = range(study.learned)
    #expect(range(study.levels.near.examples) == learned)
    let far = study.levels.far.map { range($0.asked.examples) }
    #expect(far[0].lowerBound > learned.upperBound)
    #expect(zip(far, far.dropFirst()).allSatisfy { $1.lowerBound > $0.upperBound })
    // No path has more steps than there are loops, and no exponent more bits.
    #expect(study.levels.asked.compactMap(\.loops) == (study == .powers ? [3, 4, 5, 6] : [16, 25, 36, 64]))
  }

  @Test(arguments: Profile.allCases) func sizesLearnAlikeFromOneStream(profile: Profile) {
    for study in SizeStudy.allCases {
      let experiment = Experiment.sizeStudy(study, profile)
      let (ladder, plan) = (study.ladder(profile), experiment.plan)
      #expect(experiment.id == study.id && experiment.isStudy)
      #expect(plan.stages.map(\.name) == ladder.widths.map(SizeLadder.learned))
      #expect(Set(plan.stages.map { ReplicateSeeds(3).stage($0) }).count == 1)
      #expect(plan.stages.allSatisfy { $0.startsOver && $0.examples == study.learned })
      #expect(plan.stages.allSatisfy { plan.watched(in: $0) == study.levels.asked })
      let rates = zip(ladder.widths, plan.stages).map { width, stage in
        stage.recipe.schedule.rate(at: ladder.steps - 1, of: ladder.steps) * Double(width).squareRoot()
      }
      // A root and a product of doubles.
      #expect(rates.allSatisfy { abs($0 / (4 * study.rate) - 1) < 1e-12 })
      #expect(Set(plan.stages.map { plan.model(of: $0).layout.countWithoutTables }).count == ladder.widths.count)
    }
  }
}
