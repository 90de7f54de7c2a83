import Data
import Dispatch
import Seeds
import Storage
import Synchronization
import Training

/// Examples that a model of another program was trained on, as its user declares them.
package struct TrainedOn: Sendable, Hashable {
  let examples: Examples
  let count: Int
  /// The seed they were exported with; nil: the replicate's own.
  let seed: Int?

  /// - Throws: `UnknownName`, or `SettingProblem` for what is not `SPLIT:COUNT` or `SPLIT:COUNT:SEED`.
  package init(parsing text: String, among splits: Splits) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard 2...3 ~= parts.count, let count = Int(parts[1]), 1...100_000_000 ~= count else {
      throw SettingProblem(
        name: "--trained", value: text,
        mend: "Give SPLIT:COUNT:SEED as they were exported, such as graphs/train:50000:7.")
    }
    examples = try splits.named(parts[0])
    self.count = count
    guard parts.count == 3 else {
      seed = nil
      return
    }
    guard let seed = Int(parts[2]), seed >= 0 else {
      throw SettingProblem(name: "--trained", value: text, mend: "Its seed is a whole number from 0 on.")
    }
    self.seed = seed
  }

  /// Those of the wanted keys that stood in it. A union does not depend on the order of its parts.
  func keys(among wanted: Set<ExampleKey>, replicate: Int, threads: Int) -> Set<ExampleKey> {
    let root = ExampleExport.root(seed ?? replicate)
    let chunk = 4096
    let chunks = (count + chunk - 1) / chunk
    let found = Mutex(Set<ExampleKey>())
    DispatchQueue.concurrentPerform(iterations: min(threads, chunks)) { worker in
      var mine = Set<ExampleKey>()
      for index in stride(from: worker, to: chunks, by: min(threads, chunks)) {
        let range = index * chunk..<min((index + 1) * chunk, count)
        mine.formUnion(examples.keys(range, seed: root).filter(wanted.contains))
      }
      found.withLock { $0.formUnion(mine) }
    }
    return found.withLock { $0 }
  }
}
