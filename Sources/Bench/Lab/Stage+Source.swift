import Learning
import Seeds

extension Stage {
  /// What the stage learns from: its examples, with the labels it was declared with.
  func source(seed: Seed) -> any ExampleSource {
    let source = examples.source(seed: seed)
    return switch labels {
    case .asDrawn: source
    case .shuffled: ShuffledLabels(of: source)
    }
  }
}
