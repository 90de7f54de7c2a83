import Learning
import Seeds

/// A stream of examples of some task family: what a stage learns from, or what a model is asked.
package struct Examples: Sendable {
  /// What the family says of them.
  package let task: any TaskExamples

  package init(_ task: some TaskExamples) { self.task = task }
}

extension Examples: Hashable {
  package static func == (one: Examples, other: Examples) -> Bool { AnyHashable(one.task) == AnyHashable(other.task) }

  package func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(task)) }
}

extension Examples {
  package var name: String { task.name }
  package var family: String { type(of: task).family }
  package var revision: Int { task.revision }

  package func source(seed: Seed, labelsAtMost most: Int? = nil) -> any ExampleSource {
    task.source(seed: seed, labelsAtMost: most)
  }

  package func fingerprint(seed: Seed, count: Int) -> String { task.fingerprint(seed: seed, count: count) }

  package func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] { task.keys(indices, seed: seed) }

  package func classes(_ indices: Range<Int>, seed: Seed) -> [Int] { task.classes(indices, seed: seed) }

  package var questionsAtOnce: Int { task.questionsAtOnce }
}
