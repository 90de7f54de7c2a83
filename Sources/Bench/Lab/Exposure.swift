import Dispatch
import Synchronization

/// Which of a replicate's questions were, up to symmetry, among the examples it learned from. What it answers right there
/// may be remembered.
package struct Exposure: Sendable, Hashable {
  /// By question, by stage, by example: 1 where that stage's training held an example with the same key.
  let seen: [[[UInt8]]]

  /// By example of the question: 1 where a model has seen it by the end of the stage.
  func column(of question: Int, upTo stage: Int) -> [Int32] {
    let stages = seen[question][...stage]
    return stages[0].indices.map { row in stages.contains { $0[row] == 1 } ? 1 : 0 }
  }

  /// Walks through everything the replicate was trained on. Only the questions' keys are held in memory.
  init(of experiment: Experiment, replicate: Int, cores: Cores) {
    cores.take()
    defer { cores.give() }
    let seeds = ReplicateSeeds(replicate)
    let keys = experiment.questions.map { question in
      question.examples.keys(0..<question.count, seed: seeds.question(question))
    }
    let wanted = Set(keys.joined())
    let found = experiment.stages.map { stage in
      Self.keys(of: stage, seeds, among: wanted, cores)
    }
    seen = keys.map { keys in found.map { found in keys.map { found.contains($0) ? 1 : 0 } } }
  }

  init(seen: [[[UInt8]]]) { self.seen = seen }

  /// Those of the wanted keys that the stage's examples have. A union does not depend on the order of its parts.
  private static func keys(
    of stage: Stage, _ seeds: ReplicateSeeds, among wanted: Set<ExampleKey>, _ cores: Cores
  ) -> Set<ExampleKey> {
    let found = Mutex(Set<ExampleKey>())
    let chunk = 4096
    let chunks = (stage.recipe.examples + chunk - 1) / chunk
    let seed = seeds.stage(stage)
    let spare = cores.takeSpare()
    defer { cores.give(spare) }
    DispatchQueue.concurrentPerform(iterations: 1 + spare) { worker in
      var mine = Set<ExampleKey>()
      for index in stride(from: worker, to: chunks, by: 1 + spare) {
        let end = min((index + 1) * chunk, stage.recipe.examples)
        for key in stage.examples.keys(index * chunk..<end, seed: seed) where wanted.contains(key) {
          mine.insert(key)
        }
      }
      found.withLock { $0.formUnion(mine) }
    }
    return found.withLock { $0 }
  }
}
