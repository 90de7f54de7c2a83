import Learning
import Seeds

extension Stage {
  /// What the stage learns from: its examples, with the labels it was declared with.
  func source(seed: Seed) -> any ExampleSource {
    switch labels {
    case .asDrawn: examples.source(seed: seed)
    case .shuffled: ShuffledLabels(of: examples.source(seed: seed))
    case .atMost(let most): examples.source(seed: seed, labelsAtMost: most)
    // What the learner reads, with the true answers in place of the overseer's.
    case .amplified: examples.source(seed: seed)
    }
  }

  /// How many examples the stage draws. Of contexts, each question is one.
  var exampleCount: Int {
    switch labels {
    case .asDrawn, .shuffled, .atMost: recipe.examples * examples.questionsAtOnce
    case .amplified(let system): system.contexts(ticks: recipe.steps) * examples.questionsAtOnce
    }
  }

  /// What it draws them by.
  func exampleSeed(_ seeds: ReplicateSeeds) -> Seed {
    switch labels {
    case .asDrawn, .shuffled, .atMost: seeds.stage(self)
    case .amplified: seeds.stage(self).child("target contexts")
    }
  }
}
