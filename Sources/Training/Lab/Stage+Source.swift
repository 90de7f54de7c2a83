import Learning
import Seeds

extension Stage {
  /// What the stage learns from: its examples, with the labels it was declared with.
  package func source(seed: Seed) -> any ExampleSource {
    switch labels {
    case .asDrawn: examples.source(seed: seed)
    case .shuffled: ShuffledLabels(of: examples.source(seed: seed))
    case .atMost(let most): examples.source(seed: seed, labelsAtMost: most)
    case .noisy(let variance):
      NoisyLabels(of: examples.source(seed: seed), variance: variance, stream: seed.child("label noise"))
    // What the learner reads, with the true answers in place of the overseer's.
    case .amplified: examples.source(seed: seed)
    }
  }

  /// All that it learns from, in order. Of contexts, each question is an example.
  func stretches(_ seeds: ReplicateSeeds) -> [ExampleStretch] {
    let seed = seeds.stage(self)
    guard case .amplified(let system) = labels, let learned = examples.task as? AmplificationExamples else {
      return [ExampleStretch(examples: examples, indices: 0..<recipe.examples * examples.questionsAtOnce, seed: seed)]
    }
    return system.asked(of: learned.split, ticks: recipe.steps).map { split, contexts in
      let asked = Examples.amplification(split, learned.measure)
      let (first, end) = (contexts.lowerBound * asked.questionsAtOnce, contexts.upperBound * asked.questionsAtOnce)
      return ExampleStretch(examples: asked, indices: first..<end, seed: seed.child("target contexts"))
    }
  }
}
