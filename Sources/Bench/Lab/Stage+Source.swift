import Learning
import Seeds

extension Stage {
  /// What the stage learns from: its examples, with the labels it was declared with.
  func source(seed: Seed) -> any ExampleSource {
    switch labels {
    case .asDrawn: examples.source(seed: seed)
    case .shuffled: ShuffledLabels(of: examples.source(seed: seed))
    case .atMost(let most): examples.source(seed: seed, labelsAtMost: most)
    }
  }
}
