import Learning
import Seeds

/// The first examples of a split, over and over: a finite set to learn from in epochs.
package struct RepeatedExamples: TaskExamples {
  package let examples: Examples
  package let count: Int
  package let repetition: Repetition

  package static var family: String { "repeated" }
  package var name: String { examples.name }
  package var seedLabel: String { examples.task.seedLabel }
  package var revision: Int { examples.revision }

  package func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    repeated(examples.source(seed: seed, labelsAtMost: most), seed)
  }

  package func fingerprint(seed: Seed, count: Int) -> String {
    examples.fingerprint(seed: seed, count: min(count, self.count))
  }

  package func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    let stream = repeated(examples.source(seed: seed), seed)
    let keys = examples.keys(0..<count, seed: seed)
    return indices.map { keys[stream.example(at: $0)] }
  }

  package func classes(_ indices: Range<Int>, seed: Seed) -> [Int] {
    let stream = repeated(examples.source(seed: seed), seed)
    let classes = examples.classes(0..<count, seed: seed)
    return indices.map { classes[stream.example(at: $0)] }
  }

  private func repeated(_ source: any ExampleSource, _ seed: Seed) -> RepeatedSource {
    var classes: [Int] = []
    if case .stratified = repetition { classes = examples.classes(0..<count, seed: seed) }
    return RepeatedSource(source, count: count, repetition, classes: classes, seed: seed.child("epochs"))
  }
}

extension Examples {
  /// The first `count` of these, in epochs.
  package func repeated(_ count: Int, _ repetition: Repetition = .shuffled) -> Examples {
    Examples(RepeatedExamples(examples: self, count: count, repetition: repetition))
  }
}
