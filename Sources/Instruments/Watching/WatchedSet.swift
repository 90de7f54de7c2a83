import Learning
import Seeds
import Training

/// A fixed list of examples whose loss is allocated. Pure data.
package struct WatchedSet: Sendable, Hashable {
  package enum Origin: Sendable, Hashable {
    /// The first ones that the watched stage's stream is made of.
    case learnedFrom
    /// Drawn by a seed that nobody learns from or is asked by.
    case fresh
  }

  /// Unique among those that are watched together: what they are called, and drawn by.
  package var name: String
  package var examples: Examples
  package var count: Int
  package var origin: Origin
  /// Whether neighbours have swapped their labels: a control, whose loss nothing true can make small.
  package var isShuffled: Bool
  /// Only those of this class; nil for all.
  package var part: Int?

  package init(
    _ name: String, _ examples: Examples, count: Int, origin: Origin = .fresh, isShuffled: Bool = false,
    part: Int? = nil
  ) {
    precondition(count > 0, "\(name): a set of \(count) examples has no loss.")
    self.name = name
    self.examples = examples
    self.count = count
    self.origin = origin
    self.isShuffled = isShuffled
    self.part = part
  }

  func seed(_ stage: Stage, _ seeds: ReplicateSeeds) -> Seed {
    origin == .learnedFrom ? seeds.stage(stage) : seeds.looked(at: name)
  }

  /// Those of the first `count` that belong to it, ascending.
  func members(_ seed: Seed) -> [Int] {
    guard let part else { return Array(0..<count) }
    let classes = examples.classes(0..<count, seed: seed)
    return (0..<count).filter { classes[$0] == part }
  }

  /// - Parameter stage: with whose labels they are learned.
  func source(_ stage: Stage, _ seed: Seed) -> any ExampleSource {
    var learned = stage
    learned.examples = examples
    let source = origin == .learnedFrom ? learned.source(seed: seed) : examples.source(seed: seed)
    return isShuffled ? ShuffledLabels(of: source) : source
  }
}
