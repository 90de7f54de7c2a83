import Learning
import Seeds

extension Stage {
  /// What the stage learns from: its examples, with the labels it was declared with.
  func source(seed: Seed) -> any ExampleSource {
    let source = examples.source(seed: seed)
    return switch labels {
    case .asDrawn: source
    case .shuffled: ShuffledLabels(of: source)
    // What the learner reads, with the true answers in place of the overseer's.
    case .amplified: source
    }
  }

  /// How many examples the stage draws.
  var exampleCount: Int {
    switch labels {
    case .asDrawn, .shuffled: recipe.examples
    case .amplified(let system): system.contexts(ticks: recipe.steps) * examples.questionsAtOnce
    }
  }

  /// What it draws them by.
  func exampleSeed(_ seeds: ReplicateSeeds) -> Seed {
    switch labels {
    case .asDrawn, .shuffled: seeds.stage(self)
    case .amplified: seeds.stage(self).child("target contexts")
    }
  }
}
