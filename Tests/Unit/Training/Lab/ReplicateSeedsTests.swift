import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ReplicateSeedsTests {
  @Test func everythingRandomHasASeedOfItsOwn() {
    let experiment = TinyExperiment.make()
    let seeds = (0..<3).flatMap { replicate -> [Seed] in
      let seeds = ReplicateSeeds(replicate)
      return [seeds.weights] + experiment.stages.map(seeds.stage) + experiment.asked.map(seeds.questions)
        + experiment.asked.map(seeds.freshQuestions)
    }
    let firsts = seeds.map { seed in
      var generator = seed.generator()
      return generator.next()
    }
    #expect(Set(firsts).count == 15)
  }

  @Test func aSeedDependsOnNothingButNames() {
    var experiment = TinyExperiment.make()
    let before = ReplicateSeeds(0).stage(experiment.stages[1])
    experiment.stages[1].recipe.steps = 3
    experiment.asked[0].count = 7
    #expect(ReplicateSeeds(0).stage(experiment.stages[1]) == before)
    #expect(
      ReplicateSeeds(0).questions(of: experiment.asked[0])
        == ReplicateSeeds(0).questions(of: TinyExperiment.make().asked[0]))
  }
}
